import type { Item } from '../model/item.ts';
import type { Story } from '../model/story.ts';
import { type Anchors, anchorsOf } from './anchors.ts';
import { gateVerdict, type ItemTerms, NEEDED, PARTY_NEEDED, paragraphNeeded, readTerms } from './gate.ts';
import { FormIndex, PostingLists } from './postings.ts';

/** Those of some stories that an item may be of, in their order. */
export type Gates = (stories: Iterable<Story>, item: Item) => Story[];

/** So many stories are kept prepared. */
const MAX_PREPARED = 500;
/** Sums are made in another order here: what comes so near is looked at as well. */
const ROUNDING = 1e-9;

/**
 * The gates of many stories at once. An index over their telling terms finds the few that an item can be of, and the
 * gate itself says whether it is: what no story tells of costs the same however many there are.
 */
export function createGates(): Gates {
  let index = new StoryIndex();
  const texts = new WeakMap<Item, ItemTerms>();
  return (stories, item) => {
    const own = [...stories];
    if (own.length === 0) return [];
    if (index.size > Math.max(MAX_PREPARED, 2 * own.length)) index = new StoryIndex();
    const numbers = own.map((story) => index.numberOf(story));
    const text = texts.get(item) ?? readTerms(item);
    texts.set(item, text);
    const possible = index.storiesIn(text);
    const isUngated = ({ baseline: { ungated } }: Story) =>
      ungated.length > 0 && item.feeds?.some((feed) => ungated.includes(feed));
    return own.filter((story, i) => {
      const number = numbers[i] ?? -1;
      if (!possible.has(number) && !isUngated(story)) return false;
      return gateVerdict(index.anchorsAt(number), story.baseline, item, text).passed;
    });
  };
}

/** The stories that were met, by their numbers, and what finds them. */
class StoryIndex {
  readonly #numbers = new Map<string, number>();
  readonly #anchors: Anchors[] = [];
  readonly #terms = new PostingLists();
  readonly #parties = new PostingLists();
  readonly #rareNames = new PostingLists();
  readonly #forms = new FormIndex();

  get size(): number {
    return this.#anchors.length;
  }

  /** Stories of the same digest are found as one. */
  numberOf({ baseline, digest }: Story): number {
    const known = this.#numbers.get(digest);
    if (known !== undefined) return known;
    const anchors = anchorsOf(baseline);
    const number = this.#anchors.push(anchors) - 1;
    this.#numbers.set(digest, number);
    this.#terms.add(number, anchors.weights);
    this.#parties.add(
      number,
      [...anchors.parties].filter(([, weight]) => weight >= PARTY_NEEDED),
    );
    this.#rareNames.add(
      number,
      [...anchors.rareNames].map((name) => [name, 1] as const),
    );
    this.#forms.add(number, anchors.forms.keys());
    return number;
  }

  anchorsAt(number: number): Anchors {
    const anchors = this.#anchors[number];
    if (!anchors) throw new Error(`There is no story number ${number} in the index of ${this.size}`);
    return anchors;
  }

  /** Those that an item can be of, and hardly any other. */
  storiesIn(text: ItemTerms): ReadonlySet<number> {
    const possible = new Set<number>();
    const found = (story: number) => void possible.add(story);
    // A form stands for terms of its own in each story.
    this.#forms.each(text.foldedHead, found);
    this.#parties.each(text.title, found);
    this.#rareNames.each(text.names, found);
    this.#weighed(text.head, NEEDED, Math.max, found);
    for (const paragraph of text.paragraphs) this.#weighed(paragraph, paragraphNeeded(text), plus, found);
    return possible;
  }

  /** Tells of the stories whose heaviest term among these, and what counts beside it, weigh enough. @param beside what counts of the lighter ones, by two of them */
  #weighed(
    terms: Iterable<string>,
    needed: number,
    beside: (one: number, other: number) => number,
    told: (story: number) => void,
  ): void {
    const sums = new Map<number, { heaviest: number; lighter: number }>();
    this.#terms.each(terms, (story, weight) => {
      const sum = sums.get(story) ?? { heaviest: 0, lighter: 0 };
      sums.set(story, sum);
      sum.lighter = beside(sum.lighter, Math.min(sum.heaviest, weight));
      sum.heaviest = Math.max(sum.heaviest, weight);
    });
    for (const [story, { heaviest, lighter }] of sums)
      if (heaviest + lighter >= needed - ROUNDING) told(story);
  }
}

function plus(one: number, other: number): number {
  return one + other;
}

import type { Baseline } from '../model/baseline.ts';
import type { Item } from '../model/item.ts';
import type { Story } from '../model/story.ts';
import { dayOf } from '../text/edtf.ts';
import { folded } from '../text/languages.ts';
import { holdsName, romanized } from '../text/names.ts';
import { splitSentences } from '../text/sentences.ts';
import { termsOf } from '../text/terms.ts';
import { tokenize } from '../text/tokens.ts';
import { type Anchors, anchorsOf, namesIn } from './anchors.ts';

/** Whether an item is of the story, and the words that say so. */
export interface GateVerdict {
  readonly passed: boolean;
  /** It is of the article's day or later. */
  readonly isInTime: boolean;
  /** What let it through, or came nearest. */
  readonly by: 'terms' | 'party' | 'name' | 'paragraph' | 'feed';
  readonly score: number;
  readonly needed: number;
  readonly words: readonly string[];
}

/** Whether an item may be of a story: recall comes first, what passes still has to change a claim. */
export type Gate = (story: Story, item: Item) => GateVerdict;

/** What the two most telling terms of an item must weigh together. */
export const NEEDED = 0.47;
/** What a party in the headline must weigh by itself. */
export const PARTY_NEEDED = 0.5;
/** What all terms of a paragraph must weigh where the head of its item is of something else. */
const PARAGRAPH_NEEDED = 2;
/** The same where the head says nothing, being a title and a teaser of fewer characters: "Click to read more". */
const TEASER_NEEDED = 1;
const TEASER_LENGTH = 80;
/** The head of an item is its title and so many sentences of its summary. */
const HEAD_SENTENCES = 6;
/** So many paragraphs of an item are looked at: an article has a tenth of that. */
const MAX_PARAGRAPHS = 200;
/** So many stories are kept prepared. */
const MAX_PREPARED = 500;

/** A gate that prepares each story and reads each item once, when they are first needed. */
export function createGate(): Gate {
  const prepared = new Map<string, Anchors>();
  const texts = new WeakMap<Item, ItemTerms>();
  return ({ baseline, digest }, item) => {
    const anchors = prepared.get(digest) ?? anchorsOf(baseline);
    // The one that was needed last goes last.
    prepared.delete(digest);
    prepared.set(digest, anchors);
    const [oldest] = prepared.keys();
    if (prepared.size > MAX_PREPARED && oldest !== undefined) prepared.delete(oldest);
    const text = texts.get(item) ?? readTerms(item);
    texts.set(item, text);
    return gateVerdict(anchors, baseline, item, text);
  };
}

/** What an item says, in the terms that a gate goes by. */
export interface ItemTerms {
  readonly title: ReadonlySet<string>;
  readonly head: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  /** Title and head, folded, for names in other forms. */
  readonly foldedTitle: string;
  readonly foldedHead: string;
  readonly isTeaser: boolean;
  readonly paragraphs: readonly ReadonlySet<string>[];
}

export function readTerms({ title, summary, text }: Item): ItemTerms {
  const sentences = splitSentences(summary);
  const lead = sentences.slice(0, HEAD_SENTENCES);
  const rest = sentences.slice(HEAD_SENTENCES).join(' ');
  const terms = (texts: readonly string[]) =>
    termsOf(texts.map((each) => ({ tokens: tokenize(romanized(each)) })));
  return {
    title: terms([title]),
    head: terms([title, ...lead]),
    names: namesIn(romanized([title, ...lead].join('\n'))),
    foldedTitle: folded(title),
    foldedHead: folded([title, ...lead].join('\n')),
    isTeaser: summary.length < TEASER_LENGTH,
    paragraphs: [rest, ...text.split('\n')]
      .filter(Boolean)
      .slice(0, MAX_PARAGRAPHS)
      .map((paragraph) => terms([paragraph])),
  };
}

/** The rule. What can let an item through is also what gates.ts finds stories by. */
export function gateVerdict(
  anchors: Anchors,
  { ungated }: Pick<Baseline, 'ungated'>,
  item: Item,
  text: ItemTerms,
): GateVerdict {
  const { weights, parties, rareNames, forms, words, publishedOn } = anchors;
  const inTime = dayOf(new Date(item.saidAt)) >= publishedOn;
  const others = [...forms].filter(([form]) => holdsName(text.foldedHead, form));
  const otherTerms = others.flatMap(([, keys]) => keys);
  const otherTitle = others.filter(([form]) => holdsName(text.foldedTitle, form)).flatMap(([, keys]) => keys);
  const found = byWeight(weights, [...text.head, ...otherTerms]);
  const verdict = (by: GateVerdict['by'], keys: readonly string[], score: number, needed: number) => ({
    passed: inTime && score >= needed,
    isInTime: inTime,
    by,
    score,
    needed,
    words: keys.slice(0, 8).map((key) => words.get(key) ?? key),
  });
  if (item.feeds?.some((feed) => ungated.includes(feed))) return verdict('feed', [], 1, 1);
  const pair = verdict('terms', found, sum(weights, found.slice(0, 2)), NEEDED);
  if (pair.passed || !inTime) return pair;
  const named = byWeight(parties, [...text.title, ...otherTitle]);
  const party = verdict('party', named, parties.get(named[0] ?? '') ?? 0, PARTY_NEEDED);
  if (party.passed) return party;
  const rare = [...text.names].filter((key) => rareNames.has(key));
  if (rare.length > 0) return verdict('name', rare, 1, 1);
  const needed = paragraphNeeded(text);
  for (const paragraph of text.paragraphs) {
    const keys = byWeight(weights, [...paragraph]);
    const own = verdict('paragraph', keys, sum(weights, keys), needed);
    if (own.passed) return own;
  }
  return pair;
}

export function paragraphNeeded({ isTeaser }: Pick<ItemTerms, 'isTeaser'>): number {
  return isTeaser ? TEASER_NEEDED : PARAGRAPH_NEEDED;
}

/** The terms that weigh anything, the heaviest first, each once. */
function byWeight(weights: ReadonlyMap<string, number>, terms: readonly string[]): string[] {
  return [...new Set(terms)]
    .filter((term) => weights.has(term))
    .toSorted((a, b) => (weights.get(b) ?? 0) - (weights.get(a) ?? 0));
}

function sum(weights: ReadonlyMap<string, number>, terms: readonly string[]): number {
  return terms.reduce((total, term) => total + (weights.get(term) ?? 0), 0);
}

import type { Item } from '../../model/item.ts';
import { dayOf } from '../../text/edtf.ts';
import { splitSentences } from '../../text/sentences.ts';
import { termsOf } from '../../text/terms.ts';
import type { Clause } from './facet.ts';
import { toSentence } from './facets/clauses.ts';
import { readClauses } from './facets/read.ts';

/** One sentence of an item with its clauses and the terms that stand in it. */
export interface ReadSentence {
  readonly clauses: readonly Clause[];
  readonly terms: ReadonlySet<string>;
}

/** A part of an item that a gate lets through or not: its head, or a paragraph of its text. */
export interface ItemPart {
  readonly item: Item;
  /** The day on which this version of it was said, in UTC. */
  readonly saidOn: string;
  readonly terms: ReadonlySet<string>;
  readonly sentences: readonly ReadSentence[];
}

/** An item read once, for all stories; its sentences only when a story first asks for them. */
export interface ItemText {
  readonly head: ItemPart;
  /** Its summary is too short to tell what the text is of. */
  readonly hasTeaser: boolean;
  readonly paragraphs: readonly ItemPart[];
}

/** A part that a story's gate let through. */
export interface ReadItem extends ItemPart {
  /** How much says that it is of the story (gate.ts). */
  readonly anchored: number;
}

/** The head of an item is its title and so much of its summary; what follows is read by paragraphs. */
const SENTENCES_READ = 6;
/** A summary of fewer characters stands for the text and says nothing itself: "Click to read more". */
const TEASER_LENGTH = 80;

export function readItem(item: Item): ItemText {
  const summary = splitSentences(item.summary);
  const rest = summary.slice(SENTENCES_READ);
  const texts = item.text.split('\n').map(splitSentences);
  return {
    head: partOf(item, item.title, summary.slice(0, SENTENCES_READ)),
    hasTeaser: item.summary.length < TEASER_LENGTH,
    paragraphs: [rest, ...texts]
      .filter((sentences) => sentences.length > 0)
      .map((sentences) => partOf(item, null, sentences)),
  };
}

function partOf(item: Item, title: string | null, texts: readonly string[]): ItemPart {
  const saidOn = dayOf(new Date(item.saidAt));
  const sentences = [
    ...(title === null ? [] : [toSentence(title, true)]),
    ...texts.map((text) => toSentence(text, false)),
  ].map((sentence) => ({ sentence, terms: termsOf([sentence]) }));
  let read: ReadSentence[] | undefined;
  return {
    item,
    saidOn,
    terms: new Set(sentences.flatMap(({ terms }) => [...terms])),
    get sentences() {
      read ??= sentences.map(({ sentence, terms }) => ({ clauses: readClauses(sentence, saidOn), terms }));
      return read;
    },
  };
}

/** @param anchored what the story's gate gave it */
export function gatedPart(part: ItemPart, anchored: number): ReadItem {
  const { item, saidOn, terms } = part;
  return {
    item,
    saidOn,
    terms,
    anchored,
    get sentences() {
      return part.sentences;
    },
  };
}

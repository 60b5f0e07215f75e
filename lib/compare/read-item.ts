import { toSentence } from '../facets/clauses.ts';
import { readClauses } from '../facets/read.ts';
import type { Clause } from '../model/facet.ts';
import type { Item } from '../model/item.ts';
import { dayOf } from '../text/edtf.ts';
import { splitSentences } from '../text/sentences.ts';
import { termsOf } from './terms.ts';

/** One sentence of an item with its clauses and the terms that stand in it. */
export interface ReadSentence {
  readonly clauses: readonly Clause[];
  readonly terms: ReadonlySet<string>;
}

/** An item read once, for all stories; its sentences only when a story first asks for them. */
export interface ItemText {
  readonly item: Item;
  /** The day on which this version of it was said, in UTC. */
  readonly saidOn: string;
  readonly terms: ReadonlySet<string>;
  readonly sentences: readonly ReadSentence[];
}

/** An item that a story's gate let through. */
export interface ReadItem extends ItemText {
  /** How much says that the item is of the story (gate.ts). */
  readonly anchored: number;
}

/** How much of a summary is read: feeds that carry whole articles bury the news in background. */
const SENTENCES_READ = 6;

export function readItem(item: Item): ItemText {
  const saidOn = dayOf(new Date(item.saidAt));
  const sentences = [
    toSentence(item.title, true),
    ...splitSentences(item.summary)
      .slice(0, SENTENCES_READ)
      .map((text) => toSentence(text, false)),
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
export function gatedItem(text: ItemText, anchored: number): ReadItem {
  const { item, saidOn, terms } = text;
  return {
    item,
    saidOn,
    terms,
    anchored,
    get sentences() {
      return text.sentences;
    },
  };
}

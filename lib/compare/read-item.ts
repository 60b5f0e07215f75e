import { readText } from '../facets/read.ts';
import type { Clause } from '../model/facet.ts';
import type { Item } from '../model/item.ts';
import { dayOf } from '../text/edtf.ts';
import { splitSentences } from '../text/sentences.ts';
import { termsOf } from './claims.ts';

/** One sentence of an item with its clauses and the terms that stand in it. */
export interface ReadSentence {
  readonly clauses: readonly Clause[];
  readonly terms: ReadonlySet<string>;
}

/** An item read once, for all claims. */
export interface ReadItem {
  readonly item: Item;
  readonly publishedOn: string;
  readonly sentences: readonly ReadSentence[];
  readonly terms: ReadonlySet<string>;
  /** How much says that the item is of the story (gate.ts); 0 before it was asked. */
  readonly anchored: number;
}

/** How much of a summary is read: feeds that carry whole articles bury the news in background. */
const SENTENCES_READ = 6;

export function readItem(item: Item): ReadItem {
  const publishedOn = dayOf(new Date(item.publishedAt));
  const read = (text: string, headline: boolean): ReadSentence => {
    const clauses = readText(text, headline, publishedOn);
    return { clauses, terms: termsOf(clauses) };
  };
  const sentences = [
    read(item.title, true),
    ...splitSentences(item.summary)
      .slice(0, SENTENCES_READ)
      .map((text) => read(text, false)),
  ];
  return {
    item,
    publishedOn,
    sentences,
    terms: new Set(sentences.flatMap(({ terms }) => [...terms])),
    anchored: 0,
  };
}

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
  readonly paragraphs: readonly ItemPart[];
}

/** A part that a story's gate let through. */
export interface ReadItem extends ItemPart {
  /** How much says that it is of the story (gate.ts). */
  readonly anchored: number;
}

/** The head of an item is its title and so much of its summary; what follows is read by paragraphs. */
const SENTENCES_READ = 6;

export function readItem(item: Item): ItemText {
  const summary = splitSentences(item.summary);
  const head = partOf(item, item.title, summary.slice(0, SENTENCES_READ));
  const rest = summary.slice(SENTENCES_READ).join(' ');
  const paragraphs = [rest, ...item.text.split('\n')].filter((line) => line !== '');
  return { head, paragraphs: paragraphs.map((line) => partOf(item, null, splitSentences(line))) };
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

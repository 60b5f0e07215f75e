import { splitSentences } from '../text/sentences.ts';

/** A sentence of an article under its number, from 1. */
export interface Sentence {
  readonly number: number;
  readonly text: string;
  /** The number of its paragraph, from 0. */
  readonly paragraph: number;
}

/** `KELDBY, April 14 — `, `LESSIM, Feb 3 (Corvane Newswire) - ` before a first sentence. */
const DATELINE =
  /^\p{Lu}[\p{Lu} .'’-]{1,60}(?:,[^()—–]{1,30})?\s*(?:\([^()]{2,40}\)\s*)?[—–-]+\s+(?=\p{Lu}|[“"‘])/u;

/** The sentences of an article, numbered in its order. */
export function sentencesOf(paragraphs: readonly string[]): Sentence[] {
  return paragraphs
    .flatMap((text, paragraph) =>
      splitSentences(paragraph === 0 ? text.replace(DATELINE, '') : text).map((sentence) => ({
        text: sentence,
        paragraph,
      })),
    )
    .map((sentence, i) => ({ number: i + 1, ...sentence }));
}

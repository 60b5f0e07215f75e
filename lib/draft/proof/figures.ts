import { MONTH } from '../../text/date-rules.ts';
import { NUMBER, readNumber } from '../../text/numbers.ts';
import type { Source } from './source.ts';

const FIGURE = new RegExp(`(?<![\\w.,])${NUMBER}(?![\\w]|[.,]\\d)`, 'gi');
/** Dates are proven apart. */
const DATE = new RegExp(
  `\\b\\d{1,2}(?:[–-]\\d{1,2})?\\s(?:${MONTH})\\b(?:\\s\\d{4})?|\\b(?:${MONTH})\\s\\d{1,2}\\b(?:,\\s\\d{4})?|\\b(?:${MONTH})\\s\\d{4}\\b|\\b(?:19|20)\\d\\d\\b`,
  'gi',
);
/** A number that is written together with its unit: `7.4km`, `£214m`. */
const JOINED = /\d+(?:[.,]\d+)*/g;
/** Numbers that count nothing by themselves: "one of", "no longer". */
const EMPTY = /^(?:one|a|no|an?|zero)$/i;

/** The first figure of a claim that stands neither in the paragraphs of its sentences nor in the headline; null where all do. */
export function strangeFigure(claim: string, { around }: Source): string | null {
  const known = valuesIn(around);
  const strange = numbersIn(claim.replace(DATE, ' ')).find(
    ({ word, value }) => !EMPTY.test(word) && !known.has(value),
  );
  return strange?.word ?? null;
}

function valuesIn(text: string): ReadonlySet<number> {
  const bare = Array.from(text.matchAll(JOINED), ([digits]) => Number(digits.replaceAll(',', '')));
  return new Set([...numbersIn(text).map(({ value }) => value), ...bare]);
}

function numbersIn(text: string): { word: string; value: number }[] {
  return Array.from(text.matchAll(FIGURE), ([word]) => ({ word, value: readNumber(word) })).filter(
    ({ value }) => !Number.isNaN(value),
  );
}

import { WEEKDAYS } from '../../text/date-rules.ts';
import { type DateReading, readDates } from '../../text/dates.ts';
import { bounds, overlaps, weekdayOf } from '../../text/edtf.ts';
import type { Source } from './source.ts';

/** The dates of a claim. */
function datesOf(text: string, publishedOn: string): DateReading[] {
  return readDates(text, publishedOn, () => null);
}

/**
 * The first date of a claim that does not follow from the dates of its sentences, nor is a day that the article names, nor
 * that of publication; null where all do. A weekday must be that of its day.
 */
export function strangeDate(claim: string, { publishedOn, text, cited }: Source): string | null {
  const days = readBothWays(text, publishedOn).filter((edtf) => edtf.length === DAY_LENGTH);
  const own = cited.flatMap((sentence) => readBothWays(sentence.text, publishedOn));
  const known = [publishedOn, ...days, ...own, ...yearsIn(text)];
  for (const { edtf, span } of datesOf(claim, publishedOn)) {
    const words = claim.slice(span.start, span.end);
    // `the end of August`: its last day is as good as the month.
    const date = /^(?:the )?end of/i.test(words) ? edtf.slice(0, MONTH_LENGTH) : edtf;
    if (!known.some((from) => follows(date, from)) || isOtherWeekday(words, edtf)) return words;
  }
  return null;
}

const MONTH_LENGTH = '2026-03'.length;
const DAY_LENGTH = '2026-03-02'.length;

/** The dates of a text; a weekday may be the last or the next one: which, whoever wrote the claim has read. */
function readBothWays(text: string, publishedOn: string): string[] {
  return (['past', 'future'] as const).flatMap((direction) =>
    readDates(text, publishedOn, () => direction).map(({ edtf }) => edtf),
  );
}

/** Whether a date may be worked out from another: a day only from a span that holds it, a month or a year from any day in it. */
function follows(edtf: string, from: string): boolean {
  const [first, last] = bounds(edtf);
  if (first !== last) return overlaps(edtf, from);
  const [fromFirst, fromLast] = bounds(from);
  return first >= fromFirst && last <= fromLast && from.length >= DAY_LENGTH;
}

/** `Monday, 12 February 2026`, which is a Thursday. */
function isOtherWeekday(words: string, edtf: string): boolean {
  const named = WEEKDAYS.findIndex((name) => words.toLowerCase().includes(name));
  return named >= 0 && edtf.length === DAY_LENGTH && weekdayOf(edtf) !== named;
}

function yearsIn(text: string): string[] {
  return Array.from(text.matchAll(/\b(?:19|20)\d\d\b/g), ([year]) => year);
}

import { en } from 'chrono-node';
import { DATE_RULES, type Direction, MONTH } from './date-rules.ts';
import { daysBetween, spanOf } from './edtf.ts';
import type { Span } from './span.ts';

/** A date that a text gives, resolved against the day on which it was written. */
export interface DateReading {
  readonly span: Span;
  readonly edtf: string;
  /** What the text says: `weekday`, `day`, `month`, `year`, `relative`. */
  readonly known: readonly string[];
  /** What was worked out. */
  readonly implied: readonly string[];
}

/** A phrase that chrono may read. It also reads "may", "sat", "now" and "second" as times; news doesn't mean them so. */
const CALENDAR_WORDS = new RegExp(
  `\\b(?:${MONTH})\\s?\\d|\\d(?:st|nd|rd|th)?\\s(?:of\\s)?(?:${MONTH})|\\b\\d{4}-\\d{2}-\\d{2}\\b`,
  'i',
);

/**
 * The dates that a text gives, in order, without overlaps. Full dates come from chrono-node, the rest from
 * date-rules.ts.
 * @param saidAt the day of writing, `YYYY-MM-DD` in UTC
 * @param directionAt which way the verb near an offset points
 */
export function readDates(
  text: string,
  saidAt: string,
  directionAt: (offset: number) => Direction,
): DateReading[] {
  const found = calendarDates(text, saidAt, directionAt);
  for (const { pattern, read, known, implied } of DATE_RULES) {
    for (const match of text.matchAll(pattern)) {
      const span = { start: match.index, end: match.index + match[0].length };
      if (found.some((other) => other.span.start < span.end && span.start < other.span.end)) continue;
      if (known[0] === 'weekday' && found.some((other) => Math.abs(other.span.start - span.end) <= 2))
        continue;
      const edtf = read(match.groups ?? {}, saidAt, directionAt(match.index));
      if (edtf) found.push({ span, edtf, known, implied });
    }
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

function calendarDates(
  text: string,
  saidAt: string,
  directionAt: (offset: number) => Direction,
): DateReading[] {
  if (!CALENDAR_WORDS.test(text)) return [];
  const noon = new Date(`${saidAt}T12:00:00Z`);
  const found: DateReading[] = [];
  for (const result of en.parse(withoutTimesOfDay(text), { instant: noon, timezone: 0 })) {
    const start = result.start;
    if (!start.isCertain('day') || !start.isCertain('month') || !CALENDAR_WORDS.test(result.text)) continue;
    const shift = start.isCertain('year')
      ? 0
      : yearShift(componentsDay(start), saidAt, directionAt(result.index));
    const from = shiftYear(componentsDay(start), shift);
    const to = result.end?.isCertain('day') ? shiftYear(componentsDay(result.end), shift) : from;
    found.push({
      span: { start: result.index, end: result.index + result.text.length },
      edtf: to > from ? spanOf(from, to) : from,
      known: (['weekday', 'day', 'month', 'year'] as const).filter((part) => start.isCertain(part)),
      implied: start.isCertain('year') ? [] : ['year'],
    });
  }
  return found;
}

/**
 * Chrono takes "morning of November 25" for a time of day without a date, and the 24 of "29 to 24 on Tuesday, 19 May" for
 * an hour. Blanks keep the places of the rest.
 */
function withoutTimesOfDay(text: string): string {
  return text.replace(
    /\b(?:early )?(?:morning|afternoon|evening|night)s? of\b|\b\d+(?= on (?:mon|tues|wednes|thurs|fri|satur|sun)day\b)/gi,
    (words) => ' '.repeat(words.length),
  );
}

function componentsDay(parts: { get(part: 'year' | 'month' | 'day'): number | null }): string {
  const pad = (part: 'month' | 'day') => String(parts.get(part) ?? 1).padStart(2, '0');
  return `${parts.get('year')}-${pad('month')}-${pad('day')}`;
}

/** Months past which a date without a year that points the wrong way is in the neighbouring year. */
const FAR_DAYS = 60;

function yearShift(day: string, saidAt: string, direction: Direction): number {
  const distance = daysBetween(saidAt, day);
  if (direction === 'future' && distance < -FAR_DAYS) return 1;
  return direction === 'past' && distance > FAR_DAYS ? -1 : 0;
}

function shiftYear(day: string, years: number): string {
  return years === 0 ? day : `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
}

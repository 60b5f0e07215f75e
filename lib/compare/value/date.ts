import { saysDate } from '../../text/calendar-words.ts';
import { readDates } from '../../text/dates.ts';
import { addDays, bounds, daysBetween, narrows } from '../../text/edtf.ts';
import { toldNumbers } from '../../text/sums.ts';

/** The words that a finding rests on. */
export interface Words {
  /** The sentences that hold its quote. */
  readonly near: string;
  /** All that the item says. */
  readonly all: string;
  /** The day on which it was said. */
  readonly saidOn: string;
}

/** Whether a date is to lie ahead of the day of writing, or behind it. */
export type Side = 'ahead' | 'behind';

const EDTF = /^\d{4}(?:-\d{2}(?:-\d{2})?)?(?:\/\d{4}-\d{2}-\d{2})?$/;

/** A reader may miss the day by one: what was said today of yesterday, on the other side of the date line. */
const OFF_DAYS = 1;
/** How far from the day of writing the only date near a quote may lie that a reader gives no date for, in days. */
const NEWS_DAYS = 7;

/**
 * The date that a reader means among those that an item's own words give: what its value names, near its quote first; what
 * the words say more exactly, or less, or a day off; for what has happened and a value that is no date, the only date
 * near the quote. What no words give is none.
 */
export function dateMeant(value: string | null, words: Words, side: Side): string | null {
  const told = (text: string) => toldIn(text, words.saidOn).filter((date) => fits(date, words.saidOn, side));
  const near = told(words.near);
  const only = near.length === 1 ? near[0] : undefined;
  if (value === null || !EDTF.test(value) || !isReal(value)) {
    const isNews = only !== undefined && daysApart(only, words.saidOn) <= NEWS_DAYS;
    return side === 'behind' && isNews ? only : null;
  }
  const all = told(words.all);
  if ([near, all].some((dates) => isNamed(value, dates))) return value;
  const nearly = [...near, ...all].find((date) => narrows(date, value) || narrows(value, date));
  if (nearly !== undefined) return nearly;
  if (!fits(value, words.saidOn, side)) return null;
  if (isInSoManyDays(value, side, words)) return value;
  if (saysDate(words.all, value, words.saidOn)) return value;
  return only !== undefined && daysApart(value, only) <= OFF_DAYS ? only : null;
}

/** Whether a date is among others, or its first and its last day are. */
function isNamed(date: string, others: readonly string[]): boolean {
  return others.includes(date) || bounds(date).every((day) => others.includes(day));
}

/** The days between the last of the earlier and the first of the later date. */
function daysApart(one: string, other: string): number {
  const [[a, b], [c, d]] = [bounds(one), bounds(other)];
  return Math.max(0, daysBetween(b, c), daysBetween(d, a));
}

/** Whether a date is one of the calendar, and a span one that runs forward. */
export function isReal(edtf: string): boolean {
  const [first, last] = bounds(edtf);
  // 31 February would roll over into March.
  const isDay = (day: string) => addDays(day, 0) === day;
  return isDay(first) && isDay(last) && first <= last;
}

/** Every date that a text gives, whichever way its verbs point. */
function toldIn(text: string, saidOn: string): string[] {
  const readings = (['future', 'past', null] as const).flatMap((direction) =>
    readDates(text, saidOn, () => direction).map(({ edtf }) => edtf),
  );
  return [...new Set(readings)];
}

function fits(edtf: string, saidOn: string, side: Side): boolean {
  const [first, last] = bounds(edtf);
  return side === 'ahead' ? last >= saidOn : first <= saidOn;
}

const SPANS = [
  { unit: 'hours?', days: 1 / 24 },
  { unit: 'days?', days: 1 },
  { unit: 'weeks?', days: 7 },
] as const;
/** What stands before a span that begins today, and behind one that begins or ends with something. */
const AHEAD =
  /\b(?:in|within|inside|for|another|needs?|takes?) (?:the )?(?:next |coming |about |another )?$/i;
const AHEAD_AFTER = /^ (?:after|from|needed|required)\b/i;
const BEHIND_AFTER = /^ (?:ago|earlier|before)\b/i;

/** Whether the words near the quote say in how many hours, days or weeks a day comes, or how long ago it was: `within 72 hours`. */
function isInSoManyDays(day: string, side: Side, { near, saidOn }: Words): boolean {
  const [first, last] = bounds(day);
  if (first !== last) return false;
  const distance = Math.abs(daysBetween(saidOn, day));
  return toldNumbers(near).some(({ amount, span }) => {
    const [before, after] = [near.slice(0, span.start), near.slice(span.end)];
    return SPANS.some(({ unit, days }) => {
      const named = new RegExp(`^[\\s-]?${unit}\\b`, 'i').exec(after)?.[0];
      if (named === undefined || Math.abs(Math.round(amount * days) - distance) > OFF_DAYS) return false;
      const rest = after.slice(named.length);
      return side === 'ahead' ? AHEAD.test(before) || AHEAD_AFTER.test(rest) : BEHIND_AFTER.test(rest);
    });
  });
}

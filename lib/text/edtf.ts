export const DAY_MS = 86_400_000;

/** A day, `YYYY-MM-DD`, from an instant, in UTC. */
export function dayOf(instant: Date): string {
  return instant.toISOString().slice(0, 10);
}

/** The instant so many days after another. */
export function daysAfter(instant: Date, days: number): Date {
  return new Date(instant.getTime() + days * DAY_MS);
}

/** The day so many days after another: `addDays('2025-12-31', 1)` → `2026-01-01`. */
export function addDays(day: string, days: number): string {
  return dayOf(new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS));
}

/** Days from one day to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

/** The EDTF span that has no beginning and ends with a day: on that day or before it. */
export function byDay(day: string): string {
  return `../${day}`;
}

/** The first day that can be written. */
const EARLIEST = '0000-01-01';

/** The first and last day of an EDTF date or span: `2025-12` → `['2025-12-01', '2025-12-31']`; `../2025-12-03` begins at year 0. */
export function bounds(edtf: string): [first: string, last: string] {
  const [from = '', to = from] = edtf.split('/');
  if (from === '..') return [EARLIEST, lastDay(to)];
  return [firstDay(from), lastDay(to)];
}

function firstDay(date: string): string {
  if (date.length === 4) return `${date}-01-01`;
  return date.length === 7 ? `${date}-01` : date;
}

function lastDay(date: string): string {
  if (date.length === 4) return `${date}-12-31`;
  if (date.length > 7) return date;
  const [year = 0, month = 0] = date.split('-').map(Number);
  return dayOf(new Date(Date.UTC(year, month, 0)));
}

/** A span of days in its shortest form: a whole month or year by its name, one day as a day. */
export function spanOf(first: string, last: string): string {
  if (first === last) return first;
  if (first.slice(0, 7) === last.slice(0, 7) && first.endsWith('-01') && lastDay(first.slice(0, 7)) === last)
    return first.slice(0, 7);
  return `${first}/${last}`;
}

/** Whether the first lies wholly in the second: a date that narrows another moves nothing. */
export function narrows(inner: string, outer: string): boolean {
  const [a, b] = bounds(inner);
  const [c, d] = bounds(outer);
  return a >= c && b <= d;
}

/** Whether two dates or spans share a day. */
export function overlaps(one: string, other: string): boolean {
  const [a, b] = bounds(one);
  const [c, d] = bounds(other);
  return a <= d && c <= b;
}

import { monthOf } from './month.ts';
import { zoneOf } from './zone.ts';

const TIME = String.raw`(\d{1,2})(?::(\d{1,2})(?::(\d{1,2})(?:[.,]\d+)?)?)?(?:\s*([ap]\.?\s?m\b\.?))?`;
/** `2025-11-25T19:00:00Z` and its cuts and looser forms (`2025/11/25`, `2025.11.25 19:00`), by W3C-DTF. */
const W3C = new RegExp(
  String.raw`^(\d{4})(?:[-/.]?(\d{2})(?:[-/.]?(\d{1,2}))?)?(?:[T ,]+${TIME})?\s*(.*)$`,
  'i',
);
/** A day within a year: `2025-329`, `25329`. */
const ORDINAL = /^(\d{4}|\d{2})-?(\d{3})(?:$|T)/;
/** `Tue, 25 Nov 2025 19:00:00 +0000` and its looser forms, by RFC 822; `25 de noviembre de 2025`. */
const RFC = new RegExp(
  String.raw`^(?:[^\d,]{2,30},\s*|[^\d\s,]+\s+)?(\d{1,2})(?:st|nd|rd|th)?[\s.-]+(?:de\s+)?(\d{1,2}月|[\p{L}\p{M}]{3,12})\.?[\s.,-]+(?:de\s+)?(\d{2,4})(?:[\s,T]+(?:at\s+)?${TIME})?\s*(.*)$`,
  'iu',
);
/** `Tue Nov 25 19:00:00 UTC 2025`, `November 25, 2025 19:00`, `Tue, Nov 25 2025 19:00:00 -0500`. */
const AMERICAN = new RegExp(
  String.raw`^(?:[a-z]{3,9},?\s+)?([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(?:(\d{4})[,\s]*)?(?:(?:at\s+)?${TIME})?(?:\s+(\d{4})|\s*(.*?)(?:\s+(\d{4}))?)$`,
  'i',
);
/** `11/25/2025 7:00 PM`, `25.11.2025 19:00`: whichever of the first two is the month. */
const NUMBERS = new RegExp(
  String.raw`^(?:[^\d,]{2,30},\s*)?(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?:[ ,T]+${TIME})?\s*(.*)$`,
  'i',
);

/** News before the first feeds, and beyond the clock's slip of the next days, is none; in milliseconds. */
const FIRST_READABLE = Date.UTC(1970, 0, 2);
const LAST_READABLE = Date.UTC(2100, 0, 1);

/** A date as one text gives it; what the text leaves open is settled by its feed (settle.ts). */
export interface ReadDate {
  /** An ISO 8601 instant in UTC. */
  readonly at: string;
  /** Whether it names a zone; without one it is taken for UTC. */
  readonly zoned: boolean;
  /** The same with day and month exchanged, where both may be meant: `05/03/2026`. */
  readonly swapped: string | null;
  /** It can be read in one order of day and month alone, and that is not the usual one: `28/02/2026`. */
  readonly unusual: boolean;
}

/** A date as feeds write it; null for what is not a date or cannot be one. */
export function readDate(text: string): ReadDate | null {
  // `2003-012-31`: a month of three digits is met.
  const told = text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(\d{4})-0(\d{2}-\d{2})/, '$1-$2');
  return fromW3c(told) ?? fromRfc(told) ?? fromAmerican(told) ?? fromNumbers(told);
}

function fromW3c(text: string): ReadDate | null {
  const ordinal = ORDINAL.exec(text);
  if (ordinal && Number(ordinal[2]) <= 366)
    return dateAt(Date.UTC(fullYear(ordinal[1] ?? ''), 0, Number(ordinal[2])), false);
  const found = W3C.exec(text);
  if (!found) return null;
  const [, year = '', month = '1', day = '1', hour, minute, second, half, zone] = found;
  return dateOf({ year, month: Number(month) - 1, day, hour, minute, second, half, zone });
}

function fromRfc(text: string): ReadDate | null {
  const found = RFC.exec(text);
  if (!found) return null;
  const [, day = '', name = '', year = '', hour, minute, second, half, zone] = found;
  return dateOf({ year, month: monthOf(name), day, hour, minute, second, half, zone });
}

function fromAmerican(text: string): ReadDate | null {
  const found = AMERICAN.exec(text);
  if (!found) return null;
  const [, name = '', day = '', early, hour, minute, second, half, late, zone, later] = found;
  const year = early ?? late ?? later;
  if (year === undefined) return null;
  return dateOf({ year, month: monthOf(name), day, hour, minute, second, half, zone });
}

function fromNumbers(text: string): ReadDate | null {
  const found = NUMBERS.exec(text);
  if (!found) return null;
  const [, one = '', separator, two = '', year = '', hour, minute, second, half, zone] = found;
  const time = { year, hour, minute, second, half, zone };
  // Where both may be meant the first is the month, as Americans write, unless no stroke parts them.
  const monthFirst = dateOf({ ...time, month: Number(one) - 1, day: two });
  const dayFirst = dateOf({ ...time, month: Number(two) - 1, day: one });
  const [likely, other] = separator === '/' ? [monthFirst, dayFirst] : [dayFirst, monthFirst];
  if (!likely || !other) return likely ?? (other && { ...other, unusual: true });
  return { ...likely, swapped: one === two ? null : other.at };
}

interface Parts {
  readonly year: string;
  /** From 0; -1 for none. */
  readonly month: number;
  readonly day: string;
  readonly hour?: string | undefined;
  readonly minute?: string | undefined;
  readonly second?: string | undefined;
  /** `pm`, `a.m.`. */
  readonly half?: string | undefined;
  readonly zone?: string | undefined;
}

function dateOf({ year, month, day, hour = '0', minute = '0', second = '0', half, zone = '' }: Parts) {
  if (month < 0 || month > 11 || Number(day) < 1 || Number(day) > 31) return null;
  if (Number(hour) > 24 || Number(minute) > 59 || Number(second) > 61) return null;
  if (Number(day) > new Date(Date.UTC(fullYear(year), month + 1, 0)).getUTCDate()) return null;
  const hours = half ? (Number(hour) % 12) + (/p/i.test(half) ? 12 : 0) : Number(hour);
  const local = Date.UTC(fullYear(year), month, Number(day), hours, Number(minute), Number(second));
  const told = zoneOf(zone, local);
  return told && dateAt(local - told.offset * 60_000, told.told);
}

function dateAt(time: number, zoned: boolean): ReadDate | null {
  if (time < FIRST_READABLE || time > LAST_READABLE) return null;
  return { at: new Date(time).toISOString(), zoned, swapped: null, unusual: false };
}

/** Two digits are of this century, unless they lie far ahead. */
function fullYear(year: string): number {
  const number = Number(year);
  return number < 70 ? 2000 + number : number < 100 ? 1900 + number : number;
}

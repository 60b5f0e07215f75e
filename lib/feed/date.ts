/** Minutes from UTC of the zones that feeds name, beside those that are written as numbers. */
const ZONES = new Map(
  Object.entries({
    ut: 0,
    gmt: 0,
    utc: 0,
    z: 0,
    wet: 0,
    west: 60,
    bst: 60,
    ist: 330,
    cet: 60,
    cest: 120,
    met: 60,
    mest: 120,
    eet: 120,
    eest: 180,
    msk: 180,
    sast: 120,
    est: -300,
    edt: -240,
    cst: -360,
    cdt: -300,
    mst: -420,
    mdt: -360,
    pst: -480,
    pdt: -420,
    akst: -540,
    akdt: -480,
    hst: -600,
    ast: -240,
    at: -240,
    adt: -180,
    nst: -210,
    ndt: -150,
    jst: 540,
    kst: 540,
    hkt: 480,
    sgt: 480,
    aest: 600,
    aedt: 660,
    acst: 570,
    awst: 480,
    nzst: 720,
    nzdt: 780,
    et: -300,
    ct: -360,
    mt: -420,
    pt: -480,
  }),
);
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `2025-11-25T19:00:00Z` and its cuts and looser forms, by W3C-DTF. */
const W3C =
  /^(\d{4})(?:-?(\d{2})(?:-?(\d{1,2}))?)?(?:[T ,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?)?\s*(.*)$/i;
/** A day within a year: `2025-329`, `25329`. */
const ORDINAL = /^(\d{4}|\d{2})-?(\d{3})(?:$|T)/;
/** `Tue, 25 Nov 2025 19:00:00 +0000` and its looser forms, by RFC 822. */
const RFC =
  /^(?:[^\d\s,]+,?\s*)?(\d{1,2})(?:st|nd|rd|th)?[\s.-]+([\p{L}\p{M}]{3,12})\.?[\s.,-]+(\d{2,4})(?:[\s,T]+(?:at\s+)?(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.\d+)?)?\s*(am|pm)?)?\s*(.*)$/iu;
/** `Tue Nov 25 19:00:00 UTC 2025`, `November 25, 2025 19:00`. */
const AMERICAN =
  /^(?:[a-z]{3,9},?\s+)?([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(?:(\d{4})[,\s]*)?(?:(?:at\s+)?(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(am|pm)?)?\s*(.*?)\s*(\d{4})?$/i;

/** News before the first feeds, and beyond the clock's slip of the next days, is none; in milliseconds. */
const EARLIEST = Date.UTC(1970, 0, 2);
const LATEST = Date.UTC(2100, 0, 1);

/** A date as feeds write it, in UTC where it names no zone; null for what is no date or cannot be one. */
export function readDate(text: string): string | null {
  const told = text.replace(/\s+/g, ' ').trim();
  const time = fromW3c(told) ?? fromRfc(told) ?? fromAmerican(told) ?? fromAnything(told);
  return time === null || time < EARLIEST || time > LATEST ? null : new Date(time).toISOString();
}

function fromW3c(text: string): number | null {
  const ordinal = ORDINAL.exec(text);
  if (ordinal && Number(ordinal[2]) <= 366)
    return Date.UTC(fullYear(ordinal[1] ?? ''), 0, Number(ordinal[2]));
  const found = W3C.exec(text);
  if (!found) return null;
  const [, year = '', month = '1', day = '1', hour = '0', minute = '0', second = '0', zone = ''] = found;
  return timeOf({ year, month: Number(month) - 1, day, hour, minute, second, zone });
}

function fromRfc(text: string): number | null {
  const found = RFC.exec(text);
  if (!found) return null;
  const [, day = '', name = '', year = '', hour = '0', minute = '0', second = '0', half = '', zone = ''] =
    found;
  return timeOf({ year, month: monthOf(name), day, hour: halved(hour, half), minute, second, zone });
}

function fromAmerican(text: string): number | null {
  const found = AMERICAN.exec(text);
  if (!found) return null;
  const [, name = '', day = '', early, hour = '0', minute = '0', second = '0', half = '', zone = '', late] =
    found;
  const year = early ?? late;
  if (year === undefined) return null;
  return timeOf({ year, month: monthOf(name), day, hour: halved(hour, half), minute, second, zone });
}

/** What JavaScript itself can read: `11/25/2025 19:00`, taken as UTC. */
function fromAnything(text: string): number | null {
  const numbers =
    /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?:[ ,T]+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(am|pm)?)?\s*(.*)$/i.exec(
      text,
    );
  if (!numbers) return null;
  const [, one = '', two = '', year = '', hour = '0', minute = '0', second = '0', half = '', zone = ''] =
    numbers;
  // The first is the month, as Americans write, unless there is no such month or points part them.
  const dayFirst = Number(one) > 12 || /^\d+\./.test(text);
  const [month, day] = dayFirst ? [two, one] : [one, two];
  return timeOf({ year, month: Number(month) - 1, day, hour: halved(hour, half), minute, second, zone });
}

function halved(hour: string, half: string): string {
  if (!half) return hour;
  return String((Number(hour) % 12) + (/pm/i.test(half) ? 12 : 0));
}

/** From 0; -1 for none. */
function monthOf(name: string): number {
  const english = MONTHS.indexOf(name.slice(0, 3).toLowerCase());
  return english >= 0 ? english : localMonths().findIndex((names) => names.has(bare(name)));
}

/** The languages of feeds whose dates have been met in words of their own. */
const LOCALES = 'el hu de fr es it pt nl pl ru uk tr sv da fi cs ro'.split(' ');
let ofLanguages: readonly ReadonlySet<string>[] | undefined;

/** For each month its names and their beginnings in other languages. */
function localMonths(): readonly ReadonlySet<string>[] {
  ofLanguages ??= MONTHS.map((_, month) => new Set(LOCALES.flatMap((locale) => namesOf(month, locale))));
  return ofLanguages;
}

function namesOf(month: number, locale: string): string[] {
  const day = new Date(Date.UTC(2025, month, 15));
  return (['long', 'short'] as const).flatMap((style) => {
    const spelt = { month: style, timeZone: 'UTC' } as const;
    const dated = new Intl.DateTimeFormat(locale, { ...spelt, day: 'numeric' }).formatToParts(day);
    return [
      new Intl.DateTimeFormat(locale, spelt).format(day),
      dated.find(({ type }) => type === 'month')?.value ?? '',
    ].flatMap((name) => [bare(name), bare(name).slice(0, 3)]);
  });
}

/** Without accents and points, in small letters. */
function bare(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\p{M}.]/gu, '')
    .toLowerCase();
}

interface Parts {
  readonly year: string;
  /** From 0; -1 for none. */
  readonly month: number;
  readonly day: string;
  readonly hour: string;
  readonly minute: string;
  readonly second: string;
  readonly zone: string;
}

function timeOf({ year, month, day, hour, minute, second, zone }: Parts): number | null {
  const offset = offsetOf(zone);
  if (offset === null || month < 0 || month > 11 || Number(day) < 1 || Number(day) > 31) return null;
  if (Number(hour) > 24 || Number(minute) > 59 || Number(second) > 61) return null;
  return (
    Date.UTC(fullYear(year), month, Number(day), Number(hour), Number(minute), Number(second)) -
    offset * 60_000
  );
}

/** Two digits are of this century, unless they lie far ahead. */
function fullYear(year: string): number {
  const number = Number(year);
  return number < 70 ? 2000 + number : number < 100 ? 1900 + number : number;
}

/** Minutes from UTC; none named is UTC; null for words that are no zone. */
function offsetOf(zone: string): number | null {
  const text = zone.trim().replace(/^\(|\)$/g, '');
  if (text === '') return 0;
  const number = /^(?:gmt|utc?|z)?\s*([+-])\s*(\d{1,2}):?(\d{2})?/i.exec(text);
  if (number) return (number[1] === '-' ? -1 : 1) * (60 * Number(number[2]) + Number(number[3] ?? 0));
  const name = /^[a-z]+/i.exec(text)?.[0].toLowerCase();
  if (name === undefined) return null;
  return ZONES.get(name) ?? 0;
}

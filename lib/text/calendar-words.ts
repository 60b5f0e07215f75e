import { addDays, bounds, daysBetween } from './edtf.ts';
import { folded } from './names.ts';

/** The languages whose calendars are read, English aside: date-rules.ts reads that. */
const LANGUAGES =
  'es fr de pt it nl pl ru uk ar he fa tr ja zh ko el cs sv nb da fi ro hu bg sr hr sk id vi th hi bn ur'.split(
    ' ',
  );
/** A weekday is named of days at most so far from the day of writing. */
const WEEKDAY_DAYS = 10;
/** Of a word so much must stand in a text: its ending may be another one. */
const STEM = 0.7;
const SHORTEST_STEM = 3;

/** How a language's press writes a day, a month and what is near. */
interface Calendar {
  months: string[];
  weekdays: string[];
  /** The word for a week. */
  week: string;
  relative: (unit: 'day' | 'week' | 'month', distance: number) => string;
}

const calendars = new Map<string, Calendar>();

function calendarOf(language: string): Calendar {
  const known = calendars.get(language);
  if (known) return known;
  // The Gregorian calendar also where a language has another by default.
  const format = (options: Intl.DateTimeFormatOptions, type: 'month' | 'weekday') => {
    const dates = new Intl.DateTimeFormat(language, { calendar: 'gregory', timeZone: 'UTC', ...options });
    return (date: string) =>
      folded(
        dates.formatToParts(new Date(`${date}T12:00:00Z`)).find((part) => part.type === type)?.value ?? '',
      );
  };
  const month = format({ day: 'numeric', month: 'long' }, 'month');
  const weekday = format({ weekday: 'long' }, 'weekday');
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const calendar: Calendar = {
    months: Array.from({ length: 12 }, (_, i) => month(`2026-${String(i + 1).padStart(2, '0')}-15`)),
    // 4 January 2026 is a Sunday.
    weekdays: Array.from({ length: 7 }, (_, i) => weekday(addDays('2026-01-04', i))),
    week: weekIn(language),
    relative: (unit, distance) => folded(relative.format(distance, unit)),
  };
  calendars.set(language, calendar);
  return calendar;
}

/** The longest word of `in 1 week`. */
function weekIn(language: string): string {
  const parts = new Intl.RelativeTimeFormat(language).formatToParts(1, 'week');
  const words = parts.flatMap(({ type, value }) => (type === 'literal' ? folded(value).split(/\s+/) : []));
  return words.toSorted((a, b) => b.length - a.length)[0] ?? '';
}

/**
 * Whether a text in any of some thirty languages says a date: a day by its number and month, its weekday or a word like
 * yesterday; a week or a month by its name, or as this, the last or the next one. By Unicode's CLDR, as `Intl` has it.
 * @param edtf a day, a month or a span of two days
 * @param saidOn the day of writing
 */
export function saysDate(text: string, edtf: string, saidOn: string): boolean {
  const words = westernDigits(folded(text));
  const [first, last] = bounds(edtf);
  return LANGUAGES.some((language) => {
    const calendar = calendarOf(language);
    if (edtf.length === 7) return saysMonth(words, edtf, saidOn, calendar);
    if (first === last) return saysDay(words, first, saidOn, calendar);
    return (
      saysWeek(words, first, last, saidOn, calendar) ||
      (saysDay(words, first, saidOn, calendar) && saysDay(words, last, saidOn, calendar))
    );
  });
}

function saysDay(
  words: string,
  day: string,
  saidOn: string,
  { months, weekdays, relative }: Calendar,
): boolean {
  const distance = daysBetween(saidOn, day);
  const number = Number(day.slice(8));
  const month = months[Number(day.slice(5, 7)) - 1] ?? '';
  const isNumbered = new RegExp(`(?<!\\d)0?${number}(?!\\d)`).test(words);
  if (isNumbered && holds(words, month)) return true;
  // `2日` of the month of writing.
  if (isNumbered && words.includes(`${number}日`) && Math.abs(distance) <= WEEKDAY_DAYS) return true;
  if (Math.abs(distance) <= 2 && holds(words, relative('day', distance))) return true;
  const weekday = weekdays[new Date(`${day}T12:00:00Z`).getUTCDay()] ?? '';
  return Math.abs(distance) <= WEEKDAY_DAYS && holds(words, weekday);
}

/** A week that is this, the last or the next one, where the text speaks of a week: which one, whoever gives the date has read. */
function saysWeek(
  words: string,
  first: string,
  last: string,
  saidOn: string,
  { week, relative }: Calendar,
): boolean {
  const weeks = Math.round(daysBetween(saidOn, first) / 7 + 0.3);
  if (daysBetween(first, last) > 7 || Math.abs(weeks) > 1) return false;
  return holds(words, week) || holds(words, relative('week', weeks));
}

function saysMonth(words: string, month: string, saidOn: string, { months, relative }: Calendar): boolean {
  const [year, number] = month.split('-').map(Number) as [number, number];
  const [ownYear, own] = saidOn.split('-').map(Number) as [number, number];
  const distance = (year - ownYear) * 12 + number - own;
  return (
    holds(words, months[number - 1] ?? '') ||
    (Math.abs(distance) <= 1 && holds(words, relative('month', distance)))
  );
}

/** Whether the words of a name stand in a text one after the other, whatever their endings. */
function holds(words: string, name: string): boolean {
  if (name === '') return false;
  const stems = name
    .split(' ')
    .map((word) => word.slice(0, Math.max(SHORTEST_STEM, Math.ceil(word.length * STEM))));
  let at = 0;
  for (const stem of stems) {
    const found = words.indexOf(stem, at);
    if (found < 0) return false;
    at = found + stem.length;
  }
  return true;
}

/** Digits of other scripts as those of ASCII: `٢٨` → `28`. */
export function westernDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    if (code < 128) return digit;
    let zero = code;
    // Unicode keeps the ten digits of a script side by side.
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && code - zero < 9) zero -= 1;
    return String(code - zero);
  });
}

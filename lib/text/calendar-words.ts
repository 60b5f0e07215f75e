import { addDays, bounds, daysBetween } from './edtf.ts';
import { ALPHABETIC, folded, isEnglish, LANGUAGES } from './languages.ts';

/** A weekday is named of days at most so far from the day of writing. */
const WEEKDAY_DAYS = 10;
/** Of a longer word so much must stand in a text: its ending may be another one. A shorter one must stand there whole. */
const STEM = 0.75;
const LONGER = 5;
/** So near a day's number stands to its month, in characters. */
const NEAR = 8;

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
  // English words look like other languages' calendars: "join" like a Thursday, "document" like a Friday.
  if (isEnglish(text)) return false;
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
  if (holdsBeside(words, `0?${number}`, month)) return true;
  // `2日` of the month of writing.
  const isNumbered = new RegExp(`(?<!\\d)${number}日`).test(words);
  if (isNumbered && Math.abs(distance) <= WEEKDAY_DAYS) return true;
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

/** Whether a name stands in a text: its words one after the other, as words, whatever the endings of the longer ones. */
function holds(words: string, name: string): boolean {
  return name !== '' && new RegExp(patternOf(name), 'u').test(words);
}

/** Whether a number stands beside a name, before it or behind. */
function holdsBeside(words: string, number: string, name: string): boolean {
  if (name === '') return false;
  const [digits, word] = [`(?<!\\d)${number}(?!\\d)`, patternOf(name)];
  const between = `[^\\d\\n]{0,${NEAR}}?`;
  return new RegExp(`${digits}${between}${word}|${word}${between}${digits}`, 'u').test(words);
}

const patterns = new Map<string, string>();

function patternOf(name: string): string {
  const known = patterns.get(name);
  if (known !== undefined) return known;
  const parts = name.split(/\s+/).map((word) => {
    const plain = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    // "11月" holds no "1月".
    if (!ALPHABETIC.test(word)) return /^\d/.test(word) ? `(?<!\\d)${plain}` : plain;
    const stem = word.length < LONGER ? plain : `${word.slice(0, Math.ceil(word.length * STEM))}\\p{L}{0,4}`;
    return `(?<!\\p{L})${stem}(?!\\p{L})`;
  });
  const pattern = parts.join('\\P{L}{1,3}');
  patterns.set(name, pattern);
  return pattern;
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

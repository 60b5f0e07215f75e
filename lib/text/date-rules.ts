import { addDays, bounds, dayOf, daysBetween, spanOf, weekdayOf } from './edtf.ts';

/** Which way a date without a year or a week points, from the verb that it belongs to. */
export type Direction = 'past' | 'future' | null;

/** The names of months and their abbreviations, as an alternation. */
export const MONTH =
  'jan(?:uary|\\.)?|feb(?:ruary|\\.)?|mar(?:ch|\\.)?|apr(?:il|\\.)?|may|june?|july?|aug(?:ust|\\.)?|sept?(?:ember|\\.)?|oct(?:ober|\\.)?|nov(?:ember|\\.)?|dec(?:ember|\\.)?';
const MONTH_NAMES = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAY = 'monday|tuesday|wednesday|thursday|friday|saturday|sunday';
/** From Sunday, as `weekdayOf` counts. */
export const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** One habit of news: where a date stands, and how it is read against the day of writing. */
export interface DateRule {
  readonly pattern: RegExp;
  readonly read: (
    groups: Record<string, string | undefined>,
    saidAt: string,
    direction: Direction,
  ) => string | null;
  readonly known: readonly string[];
  readonly implied: readonly string[];
}

/** Monday of the week in which a day lies. */
function monday(day: string): string {
  return addDays(day, -((weekdayOf(day) + 6) % 7));
}

function month(day: string, offset: number): string {
  const [year = 0, m = 0] = day.split('-').map(Number);
  return dayOf(new Date(Date.UTC(year, m - 1 + offset, 1))).slice(0, 7);
}

/** The nearest day of that name that fits the direction; the day itself fits both. */
function nearestWeekday(name: string, saidAt: string, direction: Direction): string {
  const ahead = (WEEKDAYS.indexOf(name.toLowerCase()) - weekdayOf(saidAt) + 7) % 7;
  if (direction === 'past' || (direction === null && ahead > 3))
    return addDays(saidAt, ahead === 0 ? 0 : ahead - 7);
  return addDays(saidAt, ahead);
}

function monthNumber(name: string): string {
  return String(MONTH_NAMES.indexOf(name.slice(0, 3).toLowerCase()) + 1).padStart(2, '0');
}

/** The month of that name nearest to the day, on the side that the direction names. */
function nearestMonth(name: string, saidAt: string, direction: Direction): string {
  const year = Number(saidAt.slice(0, 4));
  const candidates = [year - 1, year, year + 1].map((y) => `${y}-${monthNumber(name)}`);
  const fits = candidates.filter((candidate) => {
    if (direction === 'future') return candidate >= saidAt.slice(0, 7);
    return direction === 'past' ? candidate <= saidAt.slice(0, 7) : true;
  });
  const distance = (candidate: string) => Math.abs(daysBetween(saidAt, `${candidate}-15`));
  return (fits.length > 0 ? fits : candidates).toSorted((a, b) => distance(a) - distance(b))[0] ?? '';
}

const PART_OF_MONTH = new Map([
  ['early', [1, 10]],
  ['mid', [11, 20]],
  ['late', [21, 31]],
]);

/** `early December` is its first ten days, `mid-` the second, `late` the rest. */
function partOfMonth(part: string, named: string): string {
  const [from = 1, to = 31] = PART_OF_MONTH.get(part.toLowerCase()) ?? [];
  const last = bounds(named)[1];
  const end = `${named}-${String(to).padStart(2, '0')}`;
  return spanOf(`${named}-${String(from).padStart(2, '0')}`, end > last ? last : end);
}

/** News habits that chrono does not know or reads otherwise; the first rule that matches a place wins. */
export const DATE_RULES: readonly DateRule[] = [
  {
    pattern: /\b(?<which>next|this|last|the (?:following|coming|same)|earlier this|later this) week\b/gi,
    read: ({ which = '' }, saidAt) => {
      const offset = /next|following|coming/i.test(which) ? 7 : /last/i.test(which) ? -7 : 0;
      const start = addDays(monday(saidAt), offset);
      return spanOf(
        /later/i.test(which) ? saidAt : start,
        /earlier/i.test(which) ? saidAt : addDays(start, 6),
      );
    },
    known: ['relative'],
    implied: ['day', 'month', 'year'],
  },
  {
    pattern:
      /\b(?<which>next|this|last|earlier this|later this) (?<unit>month|year)\b|\b(?:the )?end of (?<end>the|this|next) (?<of>month|year)\b/gi,
    read: ({ which = '', unit, end, of }, saidAt) => {
      const offset = /next/i.test(which || end || '') ? 1 : /last/i.test(which) ? -1 : 0;
      const period =
        (unit ?? of ?? '').toLowerCase() === 'year'
          ? String(Number(saidAt.slice(0, 4)) + offset)
          : month(saidAt, offset);
      const [first, last] = bounds(period);
      if (end) return spanOf(addDays(last, -6), last);
      return spanOf(/later/i.test(which) ? saidAt : first, /earlier/i.test(which) ? saidAt : last);
    },
    known: ['relative'],
    implied: ['month', 'year'],
  },
  {
    pattern:
      /\b(?:in|over|within) the (?:coming|next few) (?<unit>days|weeks)\b|\bin (?:a few|several) (?<few>days|weeks)\b/gi,
    read: ({ unit, few }, saidAt) =>
      spanOf(addDays(saidAt, 1), addDays(saidAt, (unit ?? few)?.toLowerCase() === 'weeks' ? 42 : 10)),
    known: ['relative'],
    implied: ['day', 'month', 'year'],
  },
  {
    pattern: /\b(?:this|the|next|last|over the) weekend\b/gi,
    read: (_groups, saidAt, direction) => {
      const saturday = addDays(monday(saidAt), direction === 'past' && weekdayOf(saidAt) % 6 !== 0 ? -2 : 5);
      return spanOf(saturday, addDays(saturday, 1));
    },
    known: ['relative'],
    implied: ['day', 'month', 'year'],
  },
  {
    pattern: /\b(?<which>today|tonight|this (?:morning|afternoon|evening)|tomorrow|yesterday|overnight)\b/gi,
    read: ({ which = '' }, saidAt) =>
      addDays(saidAt, /tomorrow/i.test(which) ? 1 : /yesterday/i.test(which) ? -1 : 0),
    known: ['relative'],
    implied: ['day', 'month', 'year'],
  },
  {
    pattern: new RegExp(`\\b(?<which>next|last|this|past|coming)\\s(?<weekday>${WEEKDAY})\\b`, 'gi'),
    read: ({ which = '', weekday = '' }, saidAt) => {
      if (/last|past/i.test(which)) return addDays(nearestWeekday(weekday, addDays(saidAt, -1), 'past'), 0);
      return nearestWeekday(weekday, addDays(saidAt, 1), 'future');
    },
    known: ['weekday'],
    implied: ['day', 'month', 'year'],
  },
  {
    pattern: new RegExp(`\\b(?<weekday>${WEEKDAY})\\b`, 'gi'),
    read: ({ weekday = '' }, saidAt, direction) => nearestWeekday(weekday, saidAt, direction),
    known: ['weekday'],
    implied: ['day', 'month', 'year'],
  },
  {
    pattern: new RegExp(
      `\\b(?<part>early|mid|late)[\\s-](?<month>${MONTH})(?:\\s(?<year>(?:19|20)\\d\\d))?\\b`,
      'gi',
    ),
    read: ({ part = '', month: name = '', year }, saidAt, direction) =>
      partOfMonth(part, year ? `${year}-${monthNumber(name)}` : nearestMonth(name, saidAt, direction)),
    known: ['month'],
    implied: ['year'],
  },
  {
    // "may" and "march" are verbs as well: a month stands with a capital, and "May" after a preposition or before a year.
    pattern:
      /(?<before>\b(?:in|by|until|till|of|since|from|for|to|last|next|this|before|after)\s)?\b(?<month>January|February|March|April|May|June|July|August|September|October|November|December|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.)(?:\s(?<year>(?:19|20)\d\d))?(?![\p{L}\d])/gu,
    read: ({ before, month: name = '', year }, saidAt, direction) => {
      if (!year && !before && /^(?:May|March)$/.test(name)) return null;
      return year ? `${year}-${monthNumber(name)}` : nearestMonth(name, saidAt, direction);
    },
    known: ['month'],
    implied: ['year'],
  },
  {
    pattern:
      /\b(?:in|by|until|since|of|for|from|during|to)\s(?:(?:early|mid|late)[\s-])?(?<year>(?:19|20)\d\d)\b(?!-)/gi,
    read: ({ year = '' }) => year,
    known: ['year'],
    implied: [],
  },
];

import type { When } from '../../readers/rules/facet.ts';
import { readText } from '../../readers/rules/facets/read.ts';
import { facetsOf } from '../../readers/rules/facets-of.ts';
import { WEEKDAYS } from '../../text/date-rules.ts';
import { bounds, daysBetween, weekdayOf } from '../../text/edtf.ts';
import { wordDate } from '../../text/word-date.ts';
import { isQuoted } from './quoted.ts';

/** `Monday evening`, said behind its day. */
const DAYPART = /^\s(morning|afternoon|evening|night)\b/i;
const PREPOSITION =
  /\b(?:on|by|until|since|from|before|after|of|in|during|to|at|for|than|spent)\s+(?:at (?:least|most|the (?:latest|earliest))\s+|the\s+|early\s+|late\s+)?$/i;

/**
 * A sentence with its dates as they stand in a calendar: `on Tuesday` → `on Tuesday, 14 April 2026`, `next week` → `in the
 * week of 20 April 2026`. What can't be read stays as it is.
 * @param publishedOn the day from which it counts
 */
export function withDatesInFull(text: string, publishedOn: string): string {
  const whens = facetsOf(readText(text, false, publishedOn), 'when').toSorted(
    (a, b) => b.span.start - a.span.start,
  );
  return whens.filter((when) => isOpen(when) && !isQuoted(text, when.span.start)).reduce(put, text);
}

/** A date that only the day of publication completes. */
function isOpen({ known }: When): boolean {
  return !known.includes('year');
}

function nameOfWeekday(day: string): string {
  const name = WEEKDAYS[weekdayOf(day)] ?? '';
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

function put(text: string, { span, edtf, known }: When): string {
  const before = text.slice(0, span.start);
  const words = text.slice(span.start, span.end);
  const after = text.slice(span.end);
  // `Friday’s stage` can't be written out in its place.
  if (/^[’']s\b/.test(after)) return text;
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(edtf);
  if (!isDay) return `${before}${spanWords(edtf, before, words)}${after}`;
  const weekday = known.includes('weekday') ? `${nameOfWeekday(edtf)}, ` : '';
  const date = `${weekday}${wordDate(edtf)}`;
  const own = /^(?:on|by|until|since|from|before|after|of)\s/i.exec(words)?.[0] ?? '';
  const part = DAYPART.exec(after);
  if (part && !own) {
    const rest = after.slice(part[0].length);
    return PREPOSITION.test(before)
      ? `${before}the ${part[1]?.toLowerCase()} of ${date}${rest}`
      : `${before}on the ${part[1]?.toLowerCase()} of ${date}${rest}`;
  }
  const isLed = own !== '' || PREPOSITION.test(before) || /^\s*$/.test(before);
  const closed = weekday && /^\s+\p{L}/u.test(after) ? ',' : '';
  return `${before}${own || (isLed ? '' : 'on ')}${date}${closed}${after}`;
}

function spanWords(edtf: string, before: string, words: string): string {
  const own = /^(?:in|by|of|for|during|until|since|from|to)\s/i.exec(words)?.[0] ?? '';
  const lead = own !== '' || PREPOSITION.test(before);
  const [first, last] = bounds(edtf);
  if (daysBetween(first, last) === 6 && weekdayOf(first) === 1)
    return `${own || (lead ? '' : 'in ')}the week of ${wordDate(first)}`;
  // `the end of the month`: which one is told, the words stay.
  if (/\bend of\b/i.test(words))
    return words.replace(/(?:the|this|next) (month|year)$/i, (_, unit) =>
      unit.toLowerCase() === 'month' ? wordDate(last.slice(0, 7)) : last.slice(0, 4),
    );
  const isPeriod = /^\d{4}(?:-\d{2})?$/.test(edtf);
  return isPeriod ? `${own || (lead ? '' : 'in ')}${wordDate(edtf)}` : words;
}

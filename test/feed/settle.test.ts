import { describe, expect, test } from 'vitest';
import { readDate } from '../../lib/feed/date/date.ts';
import { settler } from '../../lib/feed/date/settle.ts';

/** What the dates of a feed mean that was fetched at noon, UTC, of 5 March 2026. */
const settled = (...texts: readonly string[]) => {
  const dates = texts.map(readDate);
  const settle = settler(dates, new Date('2026-03-05T12:00:00Z'));
  return dates.map((date) => settle(date)?.slice(0, 16));
};

describe('day and month', () => {
  test.each<[string, string[], string[]]>([
    ['the American way, unless something tells', ['02/03/2026 10:00'], ['2026-02-03T10:00']],
    [
      'the other way where the feed has a 28th',
      ['04/03/2026 10:00', '28/02/2026 10:00'],
      ['2026-03-04T10:00', '2026-02-28T10:00'],
    ],
    [
      'the other way where it would lie ahead',
      ['05/03/2026 11:00', '04/03/2026 10:00'],
      ['2026-03-05T11:00', '2026-03-04T10:00'],
    ],
    ['the American way where the other would lie ahead', ['03/04/2026 10:00'], ['2026-03-04T10:00']],
    ['day first between dots', ['02.03.2026 10:00'], ['2026-03-02T10:00']],
  ])('%s', (_what, texts, expected) => expect(settled(...texts)).toEqual(expected));
});

describe('without a zone', () => {
  test.each<[string, string[], string[]]>([
    ['UTC', ['2026-03-05 10:00'], ['2026-03-05T10:00']],
    [
      'the one that puts none ahead',
      ['2026-03-05 19:30', '2026-03-05 08:00'],
      ['2026-03-05T11:30', '2026-03-05T00:00'],
    ],
    [
      'and those with one stay',
      ['2026-03-05 19:30', '2026-03-05T08:00:00Z'],
      ['2026-03-05T11:30', '2026-03-05T08:00'],
    ],
    ['a clock that is fast is none', ['2026-03-05 12:10'], ['2026-03-05T12:10']],
    ['nor is a day ahead', ['2026-03-09 12:00'], ['2026-03-09T12:00']],
  ])('%s', (_what, texts, expected) => expect(settled(...texts)).toEqual(expected));
});

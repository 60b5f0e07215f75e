import { describe, expect, test } from 'vitest';
import { bounds, narrows, overlaps, spanOf } from '../../lib/text/edtf.ts';
import { readNumber } from '../../lib/text/numbers.ts';
import { splitSentences } from '../../lib/text/sentences.ts';

describe('sentences', () => {
  test.each([
    ['He left. She stayed.', 2],
    ['The U.S. Army met Mr. Putin on Nov. 25 in Geneva.', 1],
    ['It cost $1.5 billion. Who pays?', 2],
    ['“It is over,” she said. He agreed.', 2],
    ['', 0],
  ])('%s', (text, count) => expect(splitSentences(text)).toHaveLength(count));
});

describe('numbers', () => {
  test.each([
    ['1,657', 1657],
    ['27', 27],
    ['nine', 9],
    ['twenty-one', 21],
    ['1.5 billion', 1.5e9],
    ['$166bn', Number.NaN],
    ['dozen', 12],
  ])('%s', (text, value) => expect(readNumber(text)).toBe(value));
});

describe('EDTF', () => {
  test('bounds of a day, a month, a year and a span', () => {
    expect(['2026-03-04', '2026-02', '2026', '2026-03-01/2026-03-07'].map(bounds)).toEqual([
      ['2026-03-04', '2026-03-04'],
      ['2026-02-01', '2026-02-28'],
      ['2026-01-01', '2026-12-31'],
      ['2026-03-01', '2026-03-07'],
    ]);
  });
  test('a span in its shortest form', () => {
    expect([
      spanOf('2026-03-04', '2026-03-04'),
      spanOf('2026-02-01', '2026-02-28'),
      spanOf('2026-03-01', '2026-03-07'),
    ]).toEqual(['2026-03-04', '2026-02', '2026-03-01/2026-03-07']);
  });
  test('narrowing is not moving', () => {
    expect(narrows('2026-03-04', '2026-03')).toBe(true);
    expect(narrows('2026-03', '2026-03-04')).toBe(false);
    expect(overlaps('2026-03', '2026-03-30/2026-04-02')).toBe(true);
  });
});

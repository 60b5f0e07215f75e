import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readText } from '../../../../lib/readers/rules/facets/read.ts';
import { facetsOf } from '../../../../lib/readers/rules/facets-of.ts';
import { facets } from '../../../support/read.ts';

const read = (text: string) =>
  facets(text, 'figure').map(({ bound, value, counts, unit, adds, compared }) =>
    [
      bound === 'exactly' ? '' : bound,
      adds ? `+${value}` : value,
      counts,
      unit ?? '',
      compared ? '(compared)' : '',
    ]
      .filter((part) => part !== '')
      .join(' '),
  );

describe('reads', () => {
  test.each([
    ['At least 27 people were killed.', 'at-least 27 dead'],
    ['At least 151 people died in the blaze.', 'at-least 151 dead'],
    ['The death toll rose to 9.', '9 dead'],
    ['# Storm kills nine, injures 20', '9 dead', '20 injured'],
    ['# 607,980 villagers displaced by flooding', '607980 displaced'],
    ['Police arrested three men.', '3 arrested'],
    ['Eight more suspects were arrested.', '+8 arrested'],
    ['About 900 residents have been moved to shelters.', 'about 900 displaced'],
    ['The 28-point plan was sent to the capital.', '28 point'],
    ['# Plan cut from 28 to 22 points', '22 point'],
    ['The bid values the firm at $1.5 billion.', '1500000000 amount $'],
    ['Turnout was 63 percent.', '63 amount percent'],
    ['It was worse than in 1996, when 41 people died.', '41 dead (compared)'],
  ])('%s', (text, ...expected) => expect(read(text)).toEqual(expected));
});

describe('leaves alone', () => {
  test.each([
    ['a date', 'Talks open on 27 November.'],
    ['a time', 'The vote was at 10:30 am.'],
    ['a span of time', 'It burned for 40 hours.'],
    ['a year', 'In 2025 the talks stalled.'],
    ['an article of a treaty', 'Guarantees like those of Article 5 were offered.'],
    ['no number', 'Several people were hurt.'],
  ])('%s', (_what, text) => expect(read(text)).toEqual([]));
});

test('a span quotes its own number, whatever stands before it', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z ]{0,30}$/), fc.integer({ min: 32, max: 1_899 }), (noise, n) => {
      const text = `${noise}; at least ${n} people were killed`;
      const found = facetsOf(readText(text, false, '2026-03-04'), 'figure').at(-1);
      expect(text.slice(found?.span.start, found?.span.end)).toBe(`at least ${n}`);
    }),
  );
});

test('no text whatever makes the reading throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.boolean(), (text, headline) => {
      for (const { facets: found } of readText(text, headline, '2026-03-04')) {
        for (const { span } of found) expect(span.start).toBeLessThanOrEqual(span.end);
      }
    }),
  );
});

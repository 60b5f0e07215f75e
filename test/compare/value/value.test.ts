import { describe, expect, test } from 'vitest';
import { dateMeant, type Side } from '../../../lib/compare/value/date.ts';
import { figureMeant } from '../../../lib/compare/value/figure.ts';
import type { Slots } from '../../../lib/model/story.ts';

/** Said on Wednesday 4 March 2026. */
const words = (near: string, all = near) => ({ near, all, saidOn: '2026-03-04' });

describe('the date that is meant, by the item’s own words', () => {
  test.each<[string, string | null, string, Side, string | null]>([
    ['a day that is told', '2026-03-12', 'Brandt will visit on 12 March', 'ahead', '2026-03-12'],
    ['a weekday, not the day of publication', '2026-03-04', 'They met on Tuesday', 'behind', '2026-03-03'],
    ['one of two', '2026-03-12', 'Moved to 12 March, from 9 March', 'ahead', '2026-03-12'],
    [
      'a span by its ends',
      '2026-03-12/2026-03-14',
      'From 12 March until 14 March',
      'ahead',
      '2026-03-12/2026-03-14',
    ],
    [
      'what the words say less exactly',
      '2026-03-10',
      'It is due next week',
      'ahead',
      '2026-03-09/2026-03-15',
    ],
    ['in so many hours', '2026-03-07', 'The prisoners go home within 72 hours', 'ahead', '2026-03-07'],
    ['as long as it needs', '2026-04-18', 'The agency needs 45 days to pay', 'ahead', '2026-04-18'],
    ['not as long as something else took', '2026-03-07', 'After 3 days of talks they left', 'ahead', null],
    [
      'not ahead of the day of writing, where it is to come',
      '2026-03-02',
      'Brandt will visit within 48 hours',
      'ahead',
      null,
    ],
    [
      'not by words that look like another language’s',
      '2026-03-05',
      'She will join the crews union for talks on the pay document',
      'ahead',
      null,
    ],
    ['told elsewhere in the item', '2026-03-12', 'The visit was confirmed', 'ahead', null],
    ['none that the words do not give', '2026-04-01', 'Brandt will visit on 12 March', 'ahead', null],
    ['none ahead for what has happened', '2026-03-12', 'The visit of 12 March', 'behind', null],
    [
      'the only news day, where the value is words',
      'talks ended',
      'They met on Monday',
      'behind',
      '2026-03-02',
    ],
    ['no news day for what is to come', 'a committee', 'Named on Monday', 'ahead', null],
    ['a day that is none', '2026-02-31', 'on 31 February', 'ahead', null],
    ['in Spanish', '2026-03-12', 'La visita será el 12 de marzo', 'ahead', '2026-03-12'],
    ['in Ukrainian, by its weekday', '2026-03-05', 'Візит відбудеться у четвер', 'ahead', '2026-03-05'],
    ['in Arabic digits', '2026-03-12', 'الزيارة في ١٢ مارس', 'ahead', '2026-03-12'],
    ['in Japanese', '2026-03-12', '訪問は3月12日', 'ahead', '2026-03-12'],
    ['not in Japanese, of a month whose number holds its own', '2027-01-05', '訪問は11月5日', 'ahead', null],
    ['in French, tomorrow', '2026-03-05', 'La ministre arrive demain', 'ahead', '2026-03-05'],
    ['not in Spanish, of another month', '2026-04-12', 'La visita será el 12 de marzo', 'ahead', null],
  ])('%s', (_what, value, near, side, expected) =>
    expect(dateMeant(value, words(near), side)).toBe(expected),
  );

  test('is looked for near the quote first', () => {
    const item = words('They met on Monday', 'They met on Monday. Before, on 26 February, they had called.');
    expect(dateMeant('2026-02-26', item, 'behind')).toBe('2026-02-26');
    expect(dateMeant('2026-03-02', item, 'behind')).toBe('2026-03-02');
  });
});

const slot = (id: string, amount: number, unit: string | null = null) =>
  ({ id, noun: id, amount, bound: 'exactly', unit, grows: false }) as const;
const SLOTS: Slots = {
  stage: 'stated',
  due: null,
  figures: [slot('dead', 7), slot('injured', 60), slot('amount', 30e6, '$')],
  silent: [],
};

describe('the figure that is meant, by the item’s own words', () => {
  test.each<[string, string | null, string, unknown]>([
    ['a number that is told', '9', 'The toll rose to 9', ['dead', 9]],
    ['a number in words', '9', 'Nine people have died', ['dead', 9]],
    ['for the figure of its size', '75', 'with 75 hurt and 9 dead', ['injured', 75]],
    ['for the figure of its unit', '$35 million', 'it will cost $35 million', ['amount', 35e6]],
    ['nearly the number that is told', '134', 'some 133.5 now', ['injured', 133.5]],
    ['what is added, where the reader made the sum', '11', 'Four more bodies were found', ['dead', '+4']],
    ['what is added, where the words say so', '4', 'Four more bodies were found', ['dead', '+4']],
    ['none left', '0', 'Every missing person is accounted for', ['dead', 0]],
    ['not a number that stands nowhere', '12', 'The toll rose to 9', null],
    ['not words', 'more', 'The toll rose to 9', null],
    ['not nothing', null, 'The toll rose to 9', null],
  ])('%s', (_what, value, near, expected) => {
    const meant = figureMeant(value, words(near), SLOTS);
    const amount = meant && (meant.value.kind === 'addition' ? `+${meant.value.amount}` : meant.value.amount);
    expect(meant && [meant.slot, amount]).toEqual(expected);
  });
});

import { describe, expect, test } from 'vitest';
import type { FigureSlot } from '../../lib/model/story.ts';
import type { FigureValue, Value } from '../../lib/model/value.ts';
import { asItIs, valueData, wordNothing, wordValue } from '../../lib/view/values.ts';

const SLOT: FigureSlot = {
  id: 'point',
  noun: 'points',
  amount: 28,
  bound: 'exactly',
  unit: null,
  grows: false,
};
const figure = (amount: number, change: Partial<FigureValue> = {}): Value => ({
  kind: 'figure',
  amount,
  upTo: null,
  bound: 'exactly',
  unit: null,
  ...change,
});
const state = (name: Extract<Value, { kind: 'state' }>['state'], on: string | null = null): Value => ({
  kind: 'state',
  state: name,
  on,
});

describe('a value in words, and as data', () => {
  test.each<[string, Value, string, string]>([
    ['a day', { kind: 'date', edtf: '2025-12-02' }, '2 December 2025', '2025-12-02'],
    ['a span', { kind: 'date', edtf: '2025-12-01/2025-12-07' }, '1–7 December 2025', '2025-12-01/2025-12-07'],
    ['a plan', state('planned', '2025-12-02'), 'planned for 2 December 2025', '2025-12-02'],
    ['held', state('held', '2025-12-02'), 'took place on 2 December 2025', '2025-12-02'],
    [
      'held, nobody says when',
      state('held', '../2025-12-03'),
      'took place by 3 December 2025',
      '../2025-12-03',
    ],
    [
      'held within days',
      state('held', '2025-12-01/2025-12-03'),
      'took place between 1 December 2025 and 3 December 2025',
      '2025-12-01/2025-12-03',
    ],
    ['held within a month', state('held', '2025-12'), 'took place in December 2025', '2025-12'],
    ['at an end', state('over', '2025-12-02'), 'over on 2 December 2025', '2025-12-02'],
    ['called off', state('called-off'), 'called off', 'called off'],
    ['put off', state('postponed'), 'postponed, no new date', 'postponed, no new date'],
    ['upheld', state('going-ahead', '2025-12-02'), 'confirmed on 2 December 2025', '2025-12-02'],
    ['upheld without a date', state('going-ahead'), 'confirmed as planned', 'as planned'],
    ['a count', figure(1200), '1,200 points', '1200'],
    ['a price', figure(133.5, { unit: '$' }), '$133.5', '133.5'],
    ['a share', figure(63, { unit: 'percent' }), '63 percent', '63'],
    ['a speed', figure(282, { unit: 'km/h' }), '282 km/h', '282'],
    ['an area', figure(12, { unit: 'km²' }), '12 km²', '12'],
    ['a contested count', figure(9, { upTo: 11 }), '9–11 points', '9–11'],
    ['a stance', { kind: 'stance', stance: 'denied' }, 'denied', 'denied'],
    ['a response', { kind: 'response', on: '2025-12-02' }, 'spoke on 2 December 2025', '2025-12-02'],
    ['a turn', { kind: 'turn', name: 'Minister resigns' }, 'Minister resigns', 'Minister resigns'],
  ])('%s', (_what, value, words, data) => {
    expect(wordValue(value, SLOT)).toBe(words);
    expect(valueData(value)).toBe(data);
  });

  test('dates within words stay in EDTF for machines', () => {
    expect(wordValue(state('held', '../2025-12-03'), undefined, asItIs)).toBe('took place by 2025-12-03');
  });

  test('where nothing was known before', () => {
    expect((['date', 'figure:dead', 'response', 'stance', 'turn'] as const).map(wordNothing)).toEqual([
      'no date',
      'no figure',
      'no comment',
      'as reported',
      'not foreseen by any claim',
    ]);
  });
});

import { describe, expect, test } from 'vitest';
import { converted, sameMeasure, unitAt } from '../../lib/text/units.ts';

describe('reads a unit', () => {
  test.each([
    [' mph winds', 'mph'],
    [' miles per hour', 'mph'],
    [' miles of road', 'mi'],
    [' km/h', 'km/h'],
    ['-kilometre route', 'km'],
    [' square miles', 'mi²'],
    [' hectares burnt', 'ha'],
    ['m of snow', 'm'],
  ])('%s', (text, symbol) => expect(unitAt(text)).toBe(symbol));
});

describe('leaves alone', () => {
  test.each([
    ' people',
    ' million',
    ' more',
    ' metropolitan areas',
    ' inches-wide-ish'.replace('inches', 'in'),
  ])('%s', (text) => expect(unitAt(text)).toBeNull());
});

describe('one measure', () => {
  test.each<[number, string, number, string, boolean]>([
    [175, 'mph', 282, 'km/h', true],
    [175, 'mph', 280, 'km/h', true],
    [175, 'mph', 290, 'km/h', false],
    [175, 'mph', 300, 'km/h', false],
    [4, 'mi', 6.4, 'km', true],
    [1000, 'acre', 405, 'ha', true],
    [175, 'mph', 175, 'km', false],
  ])('%d %s and %d %s: %s', (amount, unit, other, otherUnit, same) => {
    expect(sameMeasure({ amount, unit }, { amount: other, unit: otherUnit })).toBe(same);
    expect(sameMeasure({ amount: other, unit: otherUnit }, { amount, unit })).toBe(same);
  });

  test('feet do not stand for miles', () => expect(converted(322, 'ft', 'mi')).toBeNull());
});

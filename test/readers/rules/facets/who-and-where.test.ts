import { describe, expect, test } from 'vitest';
import { termKey } from '../../../../lib/text/tokens.ts';
import { facets } from '../../../support/read.ts';

describe('spellings of one name share a key', () => {
  test.each([
    ['Zelenskyy', 'Zelensky'],
    ['Zelenskiy', 'Zelensky'],
    ["Zelensky's", 'Zelensky'],
    ['Türkiye', 'Turkey'],
    ['US', 'U.S.'],
    ['American', 'US'],
    ['Yury', 'Yuri'],
    ['visits', 'visiting'],
  ])('%s, %s', (one, other) => expect(termKey(one)).toBe(termKey(other)));
});

describe('places say where, or name a side', () => {
  const read = (text: string) =>
    facets(text, 'place').map(
      ({ key, where, within }) =>
        `${key}${where ? ' where' : ''}${within.length > 0 ? ` in ${within[0]}` : ''}`,
    );
  test.each([
    ['The envoy arrived in Moscow.', 'moscow where in russia'],
    ['Ukrainian officials travelled to Abu Dhabi.', 'ukraine', 'abu-dhabi where in united-arab-emirates'],
    ['The United States drew up the plan.', 'united-states'],
  ])('%s', (text, ...expected) => expect(read(text)).toEqual(expected));
});

describe('speakers', () => {
  const read = (text: string) =>
    facets(text, 'speaker').map(({ keys, silent }) => `${keys.join(' ')}${silent ? ' (silent)' : ''}`);
  test.each([
    ['Sundline said the ferries were safe.', 'sundlin'],
    ['# Sundline: ferries are safe', 'sundlin'],
    ['# Ferries are safe, says Sundline', 'sundlin'],
    ['The ferries were safe, according to Sundline.', 'sundlin'],
    ['Sundline declined to comment.', 'sundlin (silent)'],
  ])('%s', (text, ...expected) => expect(read(text)).toEqual(expected));

  test('nobody says anything', () => expect(read('The ferries were safe.')).toEqual([]));
});

describe('upholds or disputes', () => {
  const read = (text: string) => facets(text, 'stance').map(({ stance }) => stance);
  test.each([
    ['The ministry confirmed the visit.', 'confirms'],
    ['The ministry denied the report.', 'denies'],
    ['The ministry did not confirm the visit.', 'denies'],
    ['# Operator rejects claim of faults', 'denies'],
  ])('%s', (text, expected) => expect(read(text)).toEqual([expected]));

  test('neither', () => expect(read('The minister visited the island.')).toEqual([]));
});

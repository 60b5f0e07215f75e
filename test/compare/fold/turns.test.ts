import { describe, expect, test } from 'vitest';
import { hear } from '../../../lib/compare/fold/hearing.ts';
import { partsOf } from '../../../lib/compare/fold/told.ts';
import { foldTurns } from '../../../lib/compare/fold/turns.ts';
import type { StoredChange } from '../../../lib/model/report.ts';
import { changeWith, decided } from '../../support/evidence.ts';

/** Which marks of unforeseen turns come to a record, and under which id. */

/** `3 The Paper` is an item of that outlet on the third of March. */
const mark = (name: string, ...reports: string[]): StoredChange => {
  const lines = reports.map((report) => report.replace(/^(\d+) (.*)$/, '$1 10:00 $2 0.2'));
  return { ...changeWith(null, 'turn', { kind: 'turn', name }, lines), id: name };
};
/** The same, by a reader whose word is worth recording. */
const aloud = (change: StoredChange): StoredChange => ({
  ...change,
  evidence: change.evidence.map((one) => ({ ...one, likely: 0.7 })),
});
const foldedOf = (marks: readonly StoredChange[], foreseen: readonly string[] = []) =>
  foldTurns(
    partsOf(marks, {}).flatMap((part) => hear(part)),
    new Set(foreseen.map((report) => report.replace(/^(\d+) (.*)$/, '$1 10:00 $2 0.2'))),
  ).records.map(({ id, value }) => `${id}: ${value.kind === 'turn' ? value.name : value.kind}`);

describe('a turn counts', () => {
  test.each<[string, StoredChange[], readonly string[], string[]]>([
    ['once two outlets have it', [mark('a', '1 Paper', '2 Radio')], [], ['a: Paper has it']],
    ['not by one outlet, twice', [mark('a', '1 Paper', '2 Paper')], [], []],
    ['not where the second comes after three days', [mark('a', '1 Paper', '5 Radio')], [], []],
    [
      'by the days in which two have it, whoever had it before',
      [mark('a', '1 Paper', '5 Radio', '6 Herald')],
      [],
      ['a: Radio has it'],
    ],
    ['not by what reports on a claim', [mark('a', '1 Paper', '2 Radio')], ['2 Radio'], []],
    [
      'by one outlet that is worth recording by itself',
      [aloud(mark('a', '1 Paper'))],
      [],
      ['a: Paper has it'],
    ],
    ['not by what an editor rejected', [decided(mark('a', '1 Paper', '2 Radio'), 'rejected')], [], []],
  ])('%s', (_what, marks, foreseen, records) => expect(foldedOf(marks, foreseen)).toEqual(records));
});

test('marks of the same items are one turn, which keeps its id whichever of them grows', () => {
  const first = mark('z', '1 Paper', '2 Radio');
  const sibling = mark('a', '1 Paper', '2 Radio');
  expect(foldedOf([first, mark('a', '1 Paper', '3 Herald')])).toEqual(['z: Paper has it']);
  expect(foldedOf([first, mark('a', '1 Paper', '3 Radio', '3 Herald', '4 Coast')])).toEqual([
    'z: Paper has it',
  ]);
  expect(foldedOf([first, sibling])).toEqual(['a: Paper has it']);
});

test('marks of other items are turns of their own', () => {
  expect(foldedOf([mark('a', '1 Paper', '2 Radio'), mark('b', '3 Paper', '4 Radio')])).toHaveLength(2);
});

import { describe, expect, test } from 'vitest';
import { foldTurns } from '../../lib/compare/fold-turns.ts';
import type { ChangeRecord, Evidence, StoredChange } from '../../lib/model/report.ts';

/** Which marks of unforeseen turns come to a record, and under which id. */

/** `3 The Paper` is an item of that outlet on the third of March. */
const evidenceOf = (report: string): Evidence => {
  const [day = '', ...outlet] = report.split(' ');
  return {
    itemId: report,
    guid: report,
    title: `${outlet.join(' ')} has it`,
    link: '',
    source: outlet.join(' '),
    origin: outlet.join(' '),
    publishedAt: `2026-03-0${day}T10:00:00.000Z`,
    editedAt: `2026-03-0${day}T10:00:00.000Z`,
    quote: '',
    when: null,
    confidence: 0.9,
  };
};
const mark = (id: string, ...reports: string[]): StoredChange => ({
  id,
  story: 's',
  claimId: null,
  aspect: 'turn',
  value: id,
  evidence: reports.map(evidenceOf),
});
const foldedOf = (marks: readonly StoredChange[], foreseen: readonly string[] = []) =>
  foldTurns(marks, new Set(foreseen), (turn, name) => ({ id: turn.id, value: name }) as ChangeRecord).map(
    ({ id, value }) => `${id}: ${value}`,
  );

describe('a turn counts', () => {
  test.each<[string, StoredChange[], readonly string[], string[]]>([
    ['once two outlets have it', [mark('a', '1 Paper', '2 Radio')], [], ['a: Paper has it']],
    ['not by one outlet, twice', [mark('a', '1 Paper', '2 Paper')], [], []],
    ['not where the second comes after three days', [mark('a', '1 Paper', '5 Radio')], [], []],
    ['not by what reports on a claim', [mark('a', '1 Paper', '2 Radio')], ['2 Radio'], []],
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

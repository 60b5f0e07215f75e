import { describe, expect, test } from 'vitest';
import { standings } from '../../lib/compare/standing.ts';
import { recordsOf, storyOf } from '../support/records.ts';
import { item } from '../support/story.ts';

const story = storyOf({
  visit: 'Transport minister Adela Brandt will visit the island of Norhaven on 12 March 2026.',
  vote: 'The Osterby council will vote on the ferry contract in April 2026.',
});
const at = (day: string, title: string, source = 'The Paper') =>
  item({ title, source, publishedAt: `${day}T10:00:00.000Z` });
const LEDGER = [
  at('2026-03-03', 'Brandt postpones Norhaven visit to 20 March'),
  at('2026-03-04', 'Minister Brandt’s Norhaven visit moved to 20 March', 'Coast Radio'),
  at('2026-03-20', 'Brandt visits Norhaven'),
];

test('many reports of one change are one record', () => {
  const [first, second, ...rest] = recordsOf(story, LEDGER);
  expect(rest).toEqual([]);
  expect(first).toMatchObject({
    kind: 'rescheduled',
    before: '2026-03-12',
    after: '2026-03-20',
    firstSeen: '2026-03-03T10:00:00.000Z',
    lastSeen: '2026-03-04T10:00:00.000Z',
    supersedes: null,
  });
  expect(first?.evidence).toHaveLength(2);
  expect(second).toMatchObject({
    kind: 'occurred',
    before: 'planned for 2026-03-20',
    after: 'took place on 2026-03-20',
    supersedes: first?.id,
  });
});

test('more independent reports make a record surer', () => {
  const one = recordsOf(story, LEDGER.slice(0, 1))[0]?.confidence ?? 1;
  const two = recordsOf(story, LEDGER.slice(0, 2))[0]?.confidence ?? 0;
  expect(two).toBeGreaterThan(one);
});

describe('a claim’s standing', () => {
  const on = (day: string) => {
    const known = LEDGER.filter(({ publishedAt }) => publishedAt.slice(0, 10) <= day);
    return standings(story, recordsOf(story, known), new Date(`${day}T12:00:00Z`)).map(
      ({ standing }) => standing,
    );
  };
  test.each([
    ['nothing was reported', '2026-03-02', ['stands', 'stands']],
    ['moved', '2026-03-05', ['developing', 'stands']],
    ['held', '2026-03-20', ['overtaken', 'stands']],
    ['its time went by without a word', '2026-05-01', ['overtaken', 'lapsed']],
  ])('%s', (_what, day, expected) => expect(on(day)).toEqual(expected));
});

test('a silence does not lapse when its day goes by', () => {
  const silent = storyOf({
    silence:
      'Sundline had not yet reacted on 2 March 2026 to the plan of minister Adela Brandt for the Norhaven ferries.',
  });
  const standing = standings(silent, [], new Date('2026-04-01T12:00:00Z')).map((each) => each.standing);
  expect(standing).toEqual(['stands']);
});

import { describe, expect, test } from 'vitest';
import { foldStory } from '../../lib/compare/fold/story.ts';
import { standings } from '../../lib/compare/standing.ts';
import type { Item } from '../../lib/model/item.ts';
import type { ChangeRecord } from '../../lib/model/report.ts';
import { recordData } from '../../lib/view/worded.ts';
import { decided, surely } from '../support/evidence.ts';
import { changesOf, storyOf } from '../support/records.ts';
import { item } from '../support/story.ts';

/** From headlines to ledgers and standings. */

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
/** The records of items whose reader is sure. */
const recordsOf = (of: typeof story, items: readonly Item[]) =>
  foldStory(of, changesOf(of, items).map(surely));

test('many reports of one change are one record', () => {
  const [first, second, ...rest] = recordsOf(story, LEDGER).map((record) => recordData(record, story));
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

test('what the rules find is possible, however many outlets report it, which make it likelier', () => {
  const byRules = (items: readonly Item[]) => foldStory(story, changesOf(story, items));
  expect(byRules(LEDGER).map(({ certainty }) => certainty)).toEqual(['possible', 'possible']);
  const [one] = byRules(LEDGER.slice(0, 1));
  const [two] = byRules(LEDGER.slice(0, 2));
  expect([one?.confidence, two?.confidence]).toEqual([0.4, 0.64]);
});

describe('a faint report that it was held', () => {
  const faint = (day: string) =>
    changesOf(story, LEDGER).map((change) =>
      change.aspect === 'state'
        ? {
            ...change,
            evidence: change.evidence.map((one) => ({
              ...one,
              likely: 0.3,
              saidAt: `${day}T10:00:00.000Z`,
            })),
          }
        : change,
    );
  test.each([
    ['counts on the day to which a record moved it', '2026-03-20', ['rescheduled', 'occurred']],
    ['does not count a week later', '2026-03-27', ['rescheduled']],
  ])('%s', (_what, day, kinds) =>
    expect(foldStory(story, faint(day)).map(({ kind }) => kind)).toEqual(kinds),
  );
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

describe('a claim on which only something possible was reported', () => {
  const possible = foldStory(story, changesOf(story, LEDGER.slice(2)));
  const on = (day: string, records: readonly ChangeRecord[]) =>
    standings(story, records, new Date(`${day}T12:00:00Z`))[0]?.standing;

  test('is in question, also when its time has gone by', () => {
    expect(possible.map(({ certainty }) => certainty)).toEqual(['possible']);
    expect([on('2026-03-20', possible), on('2026-05-01', possible)]).toEqual(['in question', 'in question']);
  });

  test('is overtaken once an editor accepts it, and lapses once he rejects it', () => {
    const by = (verdict: 'accepted' | 'rejected') =>
      foldStory(
        story,
        changesOf(story, LEDGER.slice(2)).map((change) => decided(change, verdict)),
      );
    expect(on('2026-05-01', by('accepted'))).toBe('overtaken');
    expect(on('2026-05-01', by('rejected'))).toBe('lapsed');
  });
});

test('a silence does not lapse when its day goes by', () => {
  const silent = storyOf({
    silence:
      'Sundline had not yet reacted on 2 March 2026 to the plan of minister Adela Brandt for the Norhaven ferries.',
  });
  const standing = standings(silent, [], new Date('2026-04-01T12:00:00Z')).map((each) => each.standing);
  expect(standing).toEqual(['stands']);
});

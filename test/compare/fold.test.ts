import { describe, expect, test } from 'vitest';
import { foldStory } from '../../lib/compare/fold.ts';
import { standings } from '../../lib/compare/standing.ts';
import type { StoredChange } from '../../lib/model/report.ts';
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
/** The same, as an editor sees it who asks for what is sure: a second outlet bears it out. */
const BORNE_OUT = [
  ...LEDGER,
  at('2026-03-20', 'Minister Adela Brandt visited the island of Norhaven on Friday', 'Coast Radio'),
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

test('what several outlets report is sure, what one does may be only possible', () => {
  const certainties = (items: typeof LEDGER) => recordsOf(story, items).map(({ certainty }) => certainty);
  expect(certainties(LEDGER.slice(2))).toEqual(['possible']);
  expect(certainties(BORNE_OUT)).toEqual(['sure', 'sure']);
});

describe('an editor’s word', () => {
  const decided = (decision: 'accepted' | 'rejected') => {
    const kept = recordsOf(story, LEDGER.slice(2)).map(
      ({ id, story: slug, claimId, aspect, value, evidence }) => ({
        id,
        story: slug,
        claimId,
        aspect,
        value,
        evidence,
        decision,
      }),
    );
    return foldStory(story, [{ ...kept[0], value: 'held' } as StoredChange]).map(
      ({ certainty }) => certainty,
    );
  };
  test('yes makes it sure', () => expect(decided('accepted')).toEqual(['sure']));
  test('no takes it away', () => expect(decided('rejected')).toEqual([]));
});

test('more independent reports make a record surer', () => {
  const one = recordsOf(story, LEDGER.slice(0, 1))[0]?.confidence ?? 1;
  const two = recordsOf(story, LEDGER.slice(0, 2))[0]?.confidence ?? 0;
  expect(two).toBeGreaterThan(one);
});

describe('a faint report that it was held', () => {
  const faint = (day: string): StoredChange[] => {
    const [moved, held] = recordsOf(story, LEDGER);
    if (!moved || !held) throw new Error('the ledger gives two records');
    return [
      moved,
      {
        ...held,
        value: 'held',
        evidence: held.evidence.map((one) => ({
          ...one,
          confidence: 0.3,
          publishedAt: `${day}T10:00:00.000Z`,
        })),
      },
    ];
  };
  test.each([
    ['counts on the day to which a record moved it', '2026-03-20', ['rescheduled', 'occurred']],
    ['does not count a week later', '2026-03-27', ['rescheduled']],
  ])('%s', (_what, day, kinds) =>
    expect(foldStory(story, faint(day)).map(({ kind }) => kind)).toEqual(kinds),
  );
});

describe('a claim’s standing', () => {
  const on = (day: string) => {
    const known = BORNE_OUT.filter(({ publishedAt }) => publishedAt.slice(0, 10) <= day);
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

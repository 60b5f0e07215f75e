import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { foldStory } from '../../lib/compare/fold/story.ts';
import type { FeedItem, Item } from '../../lib/model/item.ts';
import type { ChangeRecord } from '../../lib/model/report.ts';
import { createCheck } from '../../lib/monitor/check.ts';
import { createJudge } from '../../lib/monitor/judge.ts';
import { judgeAgain } from '../../lib/monitor/judge-again.ts';
import type { Records } from '../../lib/monitor/ports.ts';
import { storyOf } from '../../lib/monitor/story.ts';
import { type LocalTable, openLocalTable } from '../../lib/store/local-table.ts';
import { recordData } from '../../lib/view/worded.ts';
import { outcomeOf } from '../support/feed.ts';
import { BRIDGE, BRIDGE_COVERAGE, BRIDGE_STORY, item, told } from '../support/story.ts';
import { clientAt, freshTable } from '../support/table.ts';

const NOW = '2026-03-30T00:00:00Z';
const FEED = { id: 'f', url: 'http://f.example/' };
/** Coverage with possible reports among it, of which editors accept one and reject another, and a later version of an item. */
const COVERAGE: readonly Item[] = [
  ...BRIDGE_COVERAGE,
  item({
    guid: 'p1',
    title: 'Sundline cancels pay talks with crews union in Osterby',
    source: 'Tattler',
    publishedAt: '2026-03-05T09:00:00.000Z',
  }),
  item({
    guid: 'p2',
    title: 'Two more people killed by storm on Norhaven',
    source: 'Tattler',
    publishedAt: '2026-03-05T10:00:00.000Z',
  }),
  item({
    guid: 'p3',
    title: 'Norhaven bridge reopens',
    source: 'Tattler',
    publishedAt: '2026-03-13T10:00:00.000Z',
  }),
  item({
    guid: 'p4',
    title: 'Norhaven bridge reopens to traffic',
    source: 'The Paper',
    publishedAt: '2026-03-20T10:00:00.000Z',
    saidAt: '2026-03-21T10:00:00.000Z',
  }),
];
const ENTRIES: readonly FeedItem[] = COVERAGE.map(told);
const judge = createJudge();

let local: LocalTable;
beforeAll(async () => {
  local = await openLocalTable('claimwatch', null);
});
afterAll(() => local.close());

const open = async () => {
  const { records } = await freshTable(clientAt(local.endpoint));
  await records.saveStory(BRIDGE_STORY);
  return records;
};
const ports = (records: Records) => ({ records, judge, now: () => new Date(NOW), keepDays: 60 });
const runOn = (records: Records, entries: readonly FeedItem[]) =>
  createCheck({ ...ports(records), readFeed: async () => outcomeOf(entries) })([BRIDGE_STORY], [FEED]);
const ledgerOf = async (records: Records): Promise<ChangeRecord[]> =>
  foldStory(BRIDGE_STORY, await records.changes({ baseline: BRIDGE, isOlder: false }));

/** An editor's words on what he was shown: yes to the talks, no to the bridge of the thirteenth. */
async function decide(records: Records): Promise<void> {
  for (const { id, claimId, aspect, evidence } of await records.changes({
    baseline: BRIDGE,
    isOlder: false,
  })) {
    const items = evidence.flatMap(({ guid, itemId }) => (guid === 'p1' || guid === 'p3' ? [itemId] : []));
    if (items.length === 0 || aspect !== 'state') continue;
    const verdict = claimId === 'ferry-talks' ? 'accepted' : 'rejected';
    await records.decide(BRIDGE.story, id, { verdict, items });
  }
}

class Crash extends Error {}

/** The records with a crash before or after one of the writes. */
function crashing(records: Records, at: number, moment: 'before' | 'after'): Records {
  let writes = 0;
  const guard = async <T>(write: () => Promise<T>): Promise<T> => {
    writes += 1;
    if (writes === at && moment === 'before') throw new Crash();
    const answer = await write();
    if (writes === at) throw new Crash();
    return answer;
  };
  return {
    ...records,
    keepItem: (...parts) => guard(() => records.keepItem(...parts)),
    addEvidence: (...parts) => guard(() => records.addEvidence(...parts)),
    saveFeedMemory: (...parts) => guard(() => records.saveFeedMemory(...parts)),
    saveFeedState: (...parts) => guard(() => records.saveFeedState(...parts)),
  };
}

async function runThrough(work: () => Promise<unknown>, again: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return false;
  } catch (error) {
    if (!(error instanceof Crash)) throw error;
    await again();
    return true;
  }
}

async function expected() {
  const records = await open();
  await runOn(records, ENTRIES);
  await decide(records);
  return ledgerOf(records);
}

test('the story has sure, possible, accepted and rejected records to compare', async () => {
  const lines = (await expected()).map((record) => {
    const { claimId, kind, value, rejected } = recordData(record, BRIDGE_STORY);
    return `${claimId} ${kind} ${value} ${record.certainty}${rejected > 0 ? `, ${rejected} rejected` : ''}`;
  });
  expect(lines).toEqual([
    'brandt-visit scheduled 2026-03-05 sure',
    'storm-toll revised 9 sure',
    'ferry-talks rescheduled 2026-03-12 sure',
    'operator-silent responded 2026-03-04 possible',
    'ferry-talks cancelled called off sure',
    'storm-toll revised 11 sure',
    'brandt-visit occurred 2026-03-05 sure',
    'bridge-reopening rescheduled 2026-03-20 sure',
    'bridge-reopening occurred 2026-03-20 possible, 1 rejected',
  ]);
});

test('shuffled, in 1 to 10 runs, repeated, decided at any point, and with a crash at any write: the same records', {
  timeout: 90_000,
}, async () => {
  const reference = await expected();
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray([...ENTRIES], { minLength: ENTRIES.length }),
      fc.integer({ min: 1, max: 10 }),
      fc.integer({ min: 1, max: 25 }),
      fc.constantFrom('before' as const, 'after' as const),
      async (shuffled, runs, at, moment) => {
        const records = await open();
        const broken = crashing(records, at, moment);
        const size = Math.ceil(shuffled.length / runs);
        for (let from = 0; from < shuffled.length; from += size) {
          const part = shuffled.slice(from, from + size);
          await runThrough(
            () => runOn(broken, part),
            () => runOn(records, part),
          );
          await decide(records);
        }
        await runOn(records, ENTRIES);
        expect(await ledgerOf(records)).toEqual(reference);
      },
    ),
    { numRuns: 30 },
  );
});

test('a crash before or after each single write, one after the other', { timeout: 90_000 }, async () => {
  const reference = await expected();
  let crashes = 0;
  for (let at = 1; at <= 30; at += 1) {
    for (const moment of ['before', 'after'] as const) {
      const records = await open();
      const again = () => runOn(records, ENTRIES);
      if (await runThrough(() => runOn(crashing(records, at, moment), ENTRIES), again)) crashes += 1;
      await decide(records);
      expect(await ledgerOf(records)).toEqual(reference);
    }
  }
  expect(crashes).toBeGreaterThan(40);
});

test('the second run of the same documents writes no record', async () => {
  const records = await open();
  await runOn(records, ENTRIES);
  let writes = 0;
  const counting = async <T>(write: () => Promise<T>) => {
    writes += 1;
    return write();
  };
  await runOn(
    {
      ...records,
      addEvidence: (...parts) => counting(() => records.addEvidence(...parts)),
      keepItem: (...parts) => counting(() => records.keepItem(...parts)),
      saveFeedMemory: (...parts) => counting(() => records.saveFeedMemory(...parts)),
    },
    ENTRIES,
  );
  expect(writes).toBe(0);
});

describe('an edited story', () => {
  const changed = storyOf({
    ...BRIDGE,
    claims: [...BRIDGE.claims, { id: 'toll-again', text: 'The storm on Norhaven killed 7 people.' }],
  });

  test('is judged by what is kept, when no feed has the items any more', async () => {
    const records = await open();
    await runOn(records, ENTRIES);
    await records.saveStory(changed);
    const [stale] = await records.stories();
    if (!stale) throw new Error('the story is kept');
    expect(await judgeAgain(stale, ports(records))).toMatchObject({ changes: expect.any(Number) });
    const claims = (await records.changes(stale)).map(({ claimId }) => claimId);
    expect(claims).toContain('toll-again');
    expect((await records.story(BRIDGE.story))?.judged).toBe(changed.digest);
  });

  test('stays to be judged where the run breaks off', async () => {
    const records = await open();
    await runOn(records, ENTRIES);
    await records.saveStory(changed);
    const [stale] = await records.stories();
    if (!stale) throw new Error('the story is kept');
    await expect(judgeAgain(stale, ports(crashing(records, 3, 'after')))).rejects.toThrow(Crash);
    expect((await records.story(BRIDGE.story))?.judged).toBe(BRIDGE_STORY.digest);
  });
});

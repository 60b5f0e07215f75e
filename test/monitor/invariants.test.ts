import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { prepareStory } from '../../lib/compare/claims.ts';
import { foldStory } from '../../lib/compare/fold.ts';
import type { Item } from '../../lib/model/item.ts';
import { check } from '../../lib/monitor/check.ts';
import type { Records } from '../../lib/monitor/ports.ts';
import { type LocalTable, openLocalTable } from '../../lib/store/local-table.ts';
import { readingOf } from '../support/feed.ts';
import { BRIDGE, BRIDGE_COVERAGE } from '../support/story.ts';
import { clientAt, freshTable } from '../support/table.ts';

const STORY = prepareStory(BRIDGE);
const now = () => new Date('2026-03-09T00:00:00Z');
const FEED = { id: 'f', url: 'http://f.example/' };

let local: LocalTable;
beforeAll(async () => {
  local = await openLocalTable('claimwatch', null);
});
afterAll(() => local.close());

const open = async () => (await freshTable(clientAt(local.endpoint))).records;
const runOn = (records: Records, items: readonly Item[]) =>
  check([BRIDGE], [FEED], { records, now, readFeed: async () => readingOf(items) });
const ledgerOf = async (records: Records) => foldStory(STORY, await records.changes(BRIDGE.story));

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
    addEvidence: (...parts) => guard(() => records.addEvidence(...parts)),
    saveFeedState: (state, until) => guard(() => records.saveFeedState(state, until)),
  };
}

async function expected() {
  const records = await open();
  await runOn(records, BRIDGE_COVERAGE);
  return ledgerOf(records);
}

test('the story has records to compare', async () => {
  const kinds = (await expected()).map(({ claimId, kind }) => `${claimId} ${kind}`);
  expect(kinds).toEqual([
    'brandt-visit scheduled',
    'storm-toll revised',
    'ferry-talks rescheduled',
    'operator-silent responded',
    'brandt-visit occurred',
    'bridge-reopening rescheduled',
  ]);
});

test('shuffled, in 1 to 10 runs, repeated, and with a crash at any write: the same records', {
  timeout: 60_000,
}, async () => {
  const reference = await expected();
  const items = fc.shuffledSubarray([...BRIDGE_COVERAGE], { minLength: BRIDGE_COVERAGE.length });
  await fc.assert(
    fc.asyncProperty(
      items,
      fc.integer({ min: 1, max: 10 }),
      fc.integer({ min: 1, max: 12 }),
      fc.constantFrom('before' as const, 'after' as const),
      async (shuffled, runs, at, moment) => {
        const records = await open();
        const broken = crashing(records, at, moment);
        const size = Math.ceil(shuffled.length / runs);
        for (let from = 0; from < shuffled.length; from += size) {
          const part = shuffled.slice(from, from + size);
          try {
            await runOn(broken, part);
          } catch (error) {
            if (!(error instanceof Crash)) throw error;
            await runOn(records, part);
          }
        }
        await runOn(records, BRIDGE_COVERAGE);
        expect(await ledgerOf(records)).toEqual(reference);
      },
    ),
    { numRuns: 40 },
  );
});

test('a crash before or after each single write, one after the other', { timeout: 60_000 }, async () => {
  const reference = await expected();
  let crashes = 0;
  for (let at = 1; at <= 20; at++) {
    for (const moment of ['before', 'after'] as const) {
      const records = await open();
      try {
        await runOn(crashing(records, at, moment), BRIDGE_COVERAGE);
      } catch (error) {
        if (!(error instanceof Crash)) throw error;
        crashes += 1;
      }
      await runOn(records, BRIDGE_COVERAGE);
      expect(await ledgerOf(records)).toEqual(reference);
    }
  }
  expect(crashes).toBeGreaterThan(10);
});

test('the second run of the same documents writes no record', async () => {
  const records = await open();
  await runOn(records, BRIDGE_COVERAGE);
  let writes = 0;
  const counting: Records = {
    ...records,
    addEvidence: async (...parts) => {
      writes += 1;
      return records.addEvidence(...parts);
    },
  };
  await runOn(counting, BRIDGE_COVERAGE);
  expect(writes).toBe(0);
});

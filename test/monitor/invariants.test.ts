import fc from 'fast-check';
import { expect, test } from 'vitest';
import { recordData } from '../../lib/view/worded.ts';
import { crashing, decide, ENTRIES, ledgerOf, open, runOn, runThrough, useTable } from '../support/runs.ts';
import { BRIDGE_STORY } from '../support/story.ts';

useTable();

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

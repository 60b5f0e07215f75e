import { describe, expect, test } from 'vitest';
import type { FeedItem } from '../../../lib/model/item.ts';
import { judgeAgain } from '../../../lib/monitor/judge-again.ts';
import { isStale } from '../../../lib/monitor/stale.ts';
import { rulesReader } from '../../../lib/readers/rules/reader.ts';
import { decision } from '../../support/evidence.ts';
import { judging } from '../../support/model.ts';
import { ledgerOf, open, useTable } from '../../support/runs.ts';
import {
  check,
  ENTRIES,
  FAILED,
  ports,
  portsOf,
  read,
  run,
  type Script,
  storyIn,
  waiting,
  well,
} from '../../support/waiting-runs.ts';

/** What becomes of items that a reader could not judge, or judged otherwise before. */

useTable();

test('items wait that were kept when the run was killed, also where their feed has dropped them', async () => {
  const records = await open();
  const killed = ports(records, well);
  const dying = { ...killed.reader, read: () => Promise.reject(new Error('killed')) };
  await expect(run(portsOf(records, dying))).rejects.toThrow('killed');
  expect((await waiting(records)).length).toBeGreaterThan(5);
  await run(ports(records, well), []);
  expect(await waiting(records)).toEqual([]);
  expect((await ledgerOf(records)).length).toBeGreaterThan(3);
});

test.each([
  [
    'which the provider refuses, is tried where others show that the model is well',
    { ...FAILED, retry: false },
    1,
  ],
  ['which the provider is too busy for, waits on', { ...FAILED, isBusy: true }, 0],
])('one item, %s, and holds up the others once', async (_what, failure, most) => {
  const records = await open();
  const poison: Script = (shown, request) =>
    shown.some(({ title }) => /choir/.test(title)) ? failure : well(shown, request);
  const own = ports(records, (shown, request) => poison(shown, request));
  await run(own, ENTRIES.slice(3, 9));
  for (let turn = 0; turn < 8; turn += 1) await read(ports(records, poison));
  expect((await waiting(records)).map(({ item, tries }) => [item.guid, tries])).toEqual([['i', most]]);
  expect((await ledgerOf(records)).map(({ claimId }) => claimId)).toContain('bridge-reopening');
});

test('an outage over many runs loses nothing', async () => {
  const records = await open();
  await run(ports(records, () => FAILED));
  for (let turn = 0; turn < 8; turn += 1) await read(ports(records, () => FAILED));
  await read(ports(records, well));
  expect(await waiting(records)).toEqual([]);
  expect((await ledgerOf(records)).length).toBeGreaterThan(3);
});

test('what is judged late takes the place of what the former reader found', async () => {
  const records = await open();
  await check({ ...ports(records, well), ...judging(rulesReader()) });
  const found = async () =>
    (await records.changes(await storyIn(records))).flatMap(({ evidence }) => evidence);
  expect((await found()).length).toBeGreaterThan(3);
  const silent: Script = (shown) =>
    JSON.stringify({ items: shown.map(({ item }) => ({ item, changes: [], new: [] })) });
  const down = ports(records, () => FAILED);
  await judgeAgain(await storyIn(records), down);
  await read(down);
  expect((await found()).length).toBeGreaterThan(3);
  await read(ports(records, silent));
  expect(await found()).toEqual([]);
});

test('what a reader on this machine judges waits no longer', async () => {
  const records = await open();
  await run(ports(records, () => FAILED));
  expect((await waiting(records)).length).toBeGreaterThan(3);
  await judgeAgain(await storyIn(records), { ...ports(records, well), ...judging(rulesReader()) });
  expect(await waiting(records)).toEqual([]);
});

test('a provider that is down is not asked by every request of a run', async () => {
  const records = await open();
  const own = ports(records, () => FAILED);
  const many = Array.from({ length: 60 }, (_, i) => ({
    ...(ENTRIES[0] as FeedItem),
    id: `n${i}`,
    guid: `n${i}`,
    title: `Brandt to visit Norhaven on Thursday, note ${i}`,
  }));
  await run(own, many);
  expect(own.requests.length).toBeLessThanOrEqual(3 + 3);
  expect(await waiting(records)).toHaveLength(60);
});

test('another measure of the same reader judges again what is kept', async () => {
  const records = await open();
  const own = ports(records, well);
  const unmeasured = portsOf(records, { ...own.reader, worth: '0.5/0.4' });
  await run(unmeasured);
  await judgeAgain(await storyIn(records), unmeasured);
  expect([
    isStale(await storyIn(records), unmeasured.reader),
    isStale(await storyIn(records), own.reader),
  ]).toEqual([false, true]);
});

test('a text that two hosts carry is asked about for each: no feed answers for another', async () => {
  const records = await open();
  const own = ports(records, well);
  await run(own, ENTRIES.slice(0, 2));
  await run(own, ENTRIES.slice(0, 2), 'https://one.example/other-feed');
  expect(own.requests).toHaveLength(1);
  const stranger = ENTRIES.slice(0, 2).map((entry) => ({ ...entry, id: `${entry.id} elsewhere` }));
  await run(own, stranger, 'https://two.example/rss');
  expect(own.requests).toHaveLength(2);
});

describe('what an editor accepts while a reader judges', () => {
  test('stays', async () => {
    const records = await open();
    const own = ports(records, well);
    await run(own);
    const [revised] = (await records.changes(await storyIn(records))).filter(
      ({ aspect }) => aspect === 'figure:dead',
    );
    if (!revised) throw new Error('the toll is kept');
    const items = revised.evidence.map(({ itemId }) => itemId);
    const silent = ports(records, (shown) =>
      JSON.stringify({ items: shown.map(({ item }) => ({ item, changes: [], new: [] })) }),
    );
    const accepting = {
      ...silent.reader,
      id: 'another',
      read: async (...asked: Parameters<typeof silent.reader.read>) => {
        await records.decide('island-bridge', revised.id, decision('accepted', items), 0);
        return asked[0].map(() => ({ outcome: 'read' as const, findings: [], turns: [] }));
      },
    };
    await judgeAgain(await storyIn(records), { ...silent, ...judging(accepting) });
    expect((await ledgerOf(records)).map(({ aspect }) => aspect)).toEqual(['figure:dead']);
  });
});

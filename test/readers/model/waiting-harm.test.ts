import { expect, test } from 'vitest';
import type { Reader } from '../../../lib/model/answer.ts';
import type { FeedItem } from '../../../lib/model/item.ts';
import { judgeAgain } from '../../../lib/monitor/judge-again.ts';
import { storyOf } from '../../../lib/monitor/story.ts';
import { type FailedReply, failedReply } from '../../../lib/readers/model/wire.ts';
import { rulesReader } from '../../../lib/readers/rules/reader.ts';
import { crashing, ledgerOf, open, runThrough, useTable } from '../../support/runs.ts';
import { BRIDGE } from '../../support/story.ts';
import {
  check,
  ENTRIES,
  FAILED,
  ports,
  portsOf,
  read,
  type Script,
  storyIn,
  waiting,
  well,
} from '../../support/waiting-runs.ts';

/** Items, edits and deaths that must not harm what waits. */

useTable();

/** Items of one feed that a provider will not read, before and after items of another. */
const poisoned = (n: number) =>
  Array.from({ length: n }, (_, i) => ({
    ...(ENTRIES[0] as FeedItem),
    id: `p${i}`,
    guid: `p${i}`,
    title: `Brandt to visit Norhaven on Thursday, poison ${i}`,
  }));

test.each<[string, FailedReply, number]>([
  ['refused', failedReply('unsafe', false), 5],
  ['answered by an error', failedReply('the provider answered 500', true), 1],
  ['never answered', { ...failedReply('no answer came', true), usage: null }, 1],
  ['too dear for the limit', { ...failedReply('too dear', true), unsent: 'limit' }, 0],
])('sixty items of one feed that are %s hold up no other feed', async (_what, failure, tries) => {
  const records = await open();
  const poison: Script = (shown, request) =>
    shown.some(({ title }) => /poison/.test(title)) ? failure : well(shown, request);
  await check(ports(records, poison), poisoned(60), 'https://bad.example/rss');
  await check(ports(records, poison), ENTRIES, 'https://good.example/rss');
  for (let turn = 0; turn < 20; turn += 1) {
    await read(ports(records, poison));
    const news = ENTRIES.slice(0, 3).map((each) => ({
      ...each,
      id: `${each.id}${turn}`,
      guid: `${each.guid}${turn}`,
    }));
    await check(ports(records, poison), news, 'https://good.example/rss');
  }
  await read(ports(records, poison));
  expect((await ledgerOf(records)).length).toBeGreaterThan(3);
  const left = await waiting(records);
  expect([left.length, new Set(left.map(({ item }) => item.guid[0]))]).toEqual([60, new Set(['p'])]);
  expect(Math.max(...left.map((each) => each.tries))).toBeGreaterThanOrEqual(tries);
});

test('an answer to claims that were edited meanwhile is looked at once more', async () => {
  const records = await open();
  const own = ports(records, well);
  await check(own);
  const edited = storyOf({ ...BRIDGE, claims: BRIDGE.claims.filter(({ id }) => id !== 'storm-toll') });
  const slow: Reader = {
    ...own.reader,
    read: async (...asked) => {
      const answers = await own.reader.read(...asked);
      await records.saveStory(edited);
      await judgeAgain(await storyIn(records), own);
      return answers;
    },
  };
  await read(portsOf(records, slow));
  expect((await waiting(records)).length).toBeGreaterThan(3);
  await read(own);
  expect(
    (await records.changes(await storyIn(records)))
      .filter(({ evidence }) => evidence.length > 0)
      .map(({ claimId }) => claimId),
  ).not.toContain('storm-toll');
  expect(await waiting(records)).toEqual([]);
});

test('what is judged meanwhile is taken back, wherever the run dies that did it', async () => {
  for (let at = 1; at <= 40; at += 1) {
    const records = await open();
    await check(ports(records, well));
    const dying = crashing(records, at, 'after');
    const down = { ...ports(records, () => FAILED), records: dying, meanwhile: rulesReader() };
    await runThrough(
      () => read(down),
      async () => {},
    );
    const silent: Script = (shown) =>
      JSON.stringify({ items: shown.map(({ item }) => ({ item, changes: [], new: [] })) });
    await read(ports(records, silent));
    const left = (await records.changes(await storyIn(records))).flatMap(({ evidence }) => evidence);
    expect([at, left.map(({ guid }) => guid)]).toEqual([at, []]);
  }
});

test.each<[string, Script]>([
  ['is gone, and refuses each request', () => failedReply('no such model', false)],
  ['answers nonsense', () => 'I am sorry.'],
  ['answers for other items', () => '{"items":[{"item":"77","changes":[],"new":[]}]}'],
])('a model that %s gives up no item', async (_what, gone) => {
  const records = await open();
  await check(ports(records, gone));
  for (let turn = 0; turn < 8; turn += 1) await read(ports(records, gone));
  const left = await waiting(records);
  expect(left.length).toBeGreaterThan(5);
  expect(new Set(left.map(({ waitsFor, tries }) => `${waitsFor} ${tries}`))).toEqual(new Set(['provider 0']));
  await read(ports(records, well));
  expect(await waiting(records)).toEqual([]);
  expect((await ledgerOf(records)).length).toBeGreaterThan(3);
});

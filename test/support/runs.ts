import { foldStory } from '../../lib/compare/fold/story.ts';
import { createGates } from '../../lib/compare/gates.ts';
import type { FeedItem, Item } from '../../lib/model/item.ts';
import type { ChangeRecord } from '../../lib/model/report.ts';
import { createCheck } from '../../lib/monitor/check.ts';
import type { Records } from '../../lib/monitor/ports.ts';
import { bridgeReader } from './bridge-answers.ts';
import { decision } from './evidence.ts';
import { outcomeOf } from './feed.ts';
import { judging } from './model.ts';
import { BRIDGE, BRIDGE_COVERAGE, BRIDGE_STORY, item, told } from './story.ts';
import { freshTable, useLocalTable } from './table.ts';

/** Runs over the bridge story's coverage on a real table, with crashes and an editor's decisions between them. */

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
export const ENTRIES: readonly FeedItem[] = COVERAGE.map(told);
const gates = createGates();
/** What a model says of it: the coverage, and what its makers put in besides. */
const reader = bridgeReader([
  ['p1', 'Sundline cancels pay talks with crews union in Osterby', 'ferry-talks cancelled off?'],
  ['p2', 'Two more people killed by storm on Norhaven', 'storm-toll revised +2'],
  ['p3', 'Norhaven bridge reopens', 'bridge-reopening occurred now?'],
  ['p4', 'Norhaven bridge reopens to traffic', 'bridge-reopening occurred now?'],
]);

let localClient: ReturnType<typeof useLocalTable>;
/** A table for the tests of a file. */
export function useTable(): void {
  localClient = useLocalTable();
}

export const open = async () => {
  const { records } = await freshTable(localClient());
  await records.saveStory(BRIDGE_STORY);
  return records;
};
export const ports = (records: Records) => ({
  records,
  openGates: async () => gates,
  ...judging(reader),
  now: () => new Date(NOW),
  keepDays: 60,
});
export const runOn = (records: Records, entries: readonly FeedItem[]) =>
  createCheck({ ...ports(records), readFeed: async () => outcomeOf(entries) })([BRIDGE_STORY], [FEED]);
/** The records, without what was said of them when: that differs by run. */
export const ledgerOf = async (records: Records): Promise<ChangeRecord[]> =>
  foldStory(BRIDGE_STORY, await records.changes({ baseline: BRIDGE, isOlder: false })).map((record) => ({
    ...record,
    decisions: [],
  }));

/** An editor's words on what he was shown: yes to the talks, no to the bridge of the thirteenth. */
export async function decide(records: Records): Promise<void> {
  for (const { id, claimId, aspect, evidence, decisions } of await records.changes({
    baseline: BRIDGE,
    isOlder: false,
  })) {
    const items = evidence.flatMap(({ guid, itemId }) => (guid === 'p1' || guid === 'p3' ? [itemId] : []));
    if (items.length === 0 || aspect !== 'state') continue;
    const verdict = claimId === 'ferry-talks' ? 'accepted' : 'rejected';
    await records.decide(BRIDGE.story, id, decision(verdict, items), decisions.length);
  }
}

export class Crash extends Error {}

/** The records with a crash before or after one of the writes. */
export function crashing(records: Records, at: number, moment: 'before' | 'after'): Records {
  let writes = 0;
  const guard = async <T>(write: () => Promise<T>): Promise<T> => {
    writes += 1;
    const crashes = writes === at;
    if (crashes && moment === 'before') throw new Crash();
    const answer = await write();
    if (crashes) throw new Crash();
    return answer;
  };
  return {
    ...records,
    keepItem: (...parts) => guard(() => records.keepItem(...parts)),
    addEvidence: (...parts) => guard(() => records.addEvidence(...parts)),
    keepAnswer: (...parts) => guard(() => records.keepAnswer(...parts)),
    saveFeedMemory: (...parts) => guard(() => records.saveFeedMemory(...parts)),
    take: (...parts) => guard(() => records.take(...parts)),
    noteAgain: (...parts) => guard(() => records.noteAgain(...parts)),
    waitAgain: (...parts) => guard(() => records.waitAgain(...parts)),
    putOff: (...parts) => guard(() => records.putOff(...parts)),
    stopWaiting: (...parts) => guard(() => records.stopWaiting(...parts)),
    reserve: (...parts) => guard(() => records.reserve(...parts)),
    settle: (...parts) => guard(() => records.settle(...parts)),
    noteRead: (...parts) => guard(() => records.noteRead(...parts)),
    noteUnread: (...parts) => guard(() => records.noteUnread(...parts)),
    supersede: (...parts) => guard(() => records.supersede(...parts)),
    noteJudged: (...parts) => guard(() => records.noteJudged(...parts)),
    saveFeedState: (...parts) => guard(() => records.saveFeedState(...parts)),
  };
}

export async function runThrough(
  work: () => Promise<unknown>,
  again: () => Promise<unknown>,
): Promise<boolean> {
  try {
    await work();
    return false;
  } catch (error) {
    if (!(error instanceof Crash)) throw error;
    await again();
    return true;
  }
}

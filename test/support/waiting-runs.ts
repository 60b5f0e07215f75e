import { createGates } from '../../lib/compare/gates.ts';
import type { Reader } from '../../lib/model/answer.ts';
import type { FeedItem } from '../../lib/model/item.ts';
import { type CheckPorts, createCheck } from '../../lib/monitor/check.ts';
import type { Records } from '../../lib/monitor/ports.ts';
import { readWaiting } from '../../lib/monitor/read-waiting.ts';
import { politely } from '../../lib/readers/model/send.ts';
import { failedReply } from '../../lib/readers/model/wire.ts';
import { bridgeAnswers } from './bridge-answers.ts';
import { outcomeOf } from './feed.ts';
import { awaiting, checkAndRead, readerOver, scriptedWire } from './model.ts';
import { BRIDGE, BRIDGE_COVERAGE, BRIDGE_STORY, told } from './story.ts';

/** The bridge story's coverage, read by a model that does as a script says. */

export const ENTRIES = BRIDGE_COVERAGE.map(told);
const saying = new Map(BRIDGE_COVERAGE.map(({ title }, i) => [title, bridgeAnswers()[i]?.changes ?? []]));
export type Script = Parameters<typeof scriptedWire>[0];
export const well: Script = (shown) =>
  JSON.stringify({
    items: shown.map(({ item, title }) => ({ item, changes: saying.get(title) ?? [], new: [] })),
  });
export const FAILED = failedReply('out of order', true);

export const ports = (records: Records, script: Script) => {
  const { wire, requests } = scriptedWire(script);
  return { ...portsOf(records, readerOver(politely(wire), records)), requests };
};
let time = Date.parse('2026-03-30T00:00:00Z');
export const portsOf = (records: Records, reader: Reader) => ({
  records,
  openGates: async () => createGates(),
  reader,
  ...awaiting(reader),
  // Each look at the clock is a second later.
  now: () => {
    time += 1_000;
    return new Date(time);
  },
  keepDays: 60,
});
type Ports = ReturnType<typeof portsOf>;
export const check = (
  own: Omit<CheckPorts, 'readFeed'>,
  entries: readonly FeedItem[] = ENTRIES,
  feed = 'https://one.example/rss',
) =>
  createCheck({ ...own, readFeed: async () => outcomeOf(entries) })(
    [BRIDGE_STORY],
    [{ id: feed, url: feed }],
  );
export const read = (own: Ports) => readWaiting(BRIDGE.story, own);
export const waiting = (records: Records) =>
  records.waitingItems('island-bridge', new Date('2026-03-30T00:00:00Z'));
export const storyIn = async (records: Records) => {
  const story = await records.story('island-bridge');
  if (!story) throw new Error('the story is kept');
  return story;
};

/** A check, and the reading of what came to wait by it. */
export const run = (own: Ports, entries?: readonly FeedItem[], feed?: string) =>
  checkAndRead(() => check(own, entries, feed), BRIDGE.story, own);

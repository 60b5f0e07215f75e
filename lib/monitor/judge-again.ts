import { versionKey } from '../model/item.ts';
import type { KeptStory, WaitingItem } from './ports.ts';
import {
  type Group,
  groupByFeed,
  NOTHING_RECORDED,
  type Recorded,
  type RecorderPorts,
  recordGroups,
} from './recorder.ts';
import { judgedBy } from './stale.ts';
import { type JudgedItem, supersedeUntold } from './supersede-untold.ts';

/** An item that failed so often by what may be its own fault is given up: it is asked about again when its story or reader changes. */
export const MAX_TRIES = 5;

/**
 * Judges what is kept of a story's items by its claims and its reader as they are now; a run that breaks off is made again.
 * What was found before in an item and is not any more is superseded, unless an editor accepted it.
 */
export async function judgeAgain(story: KeptStory, ports: RecorderPorts): Promise<Recorded> {
  const { records, reader, now } = ports;
  const slug = story.baseline.story;
  const items = await records.keptItems(slug, now());
  const waiting = await records.waitingItems(slug, now());
  const recorded = await judgeKept(story, groupByFeed(story, items), waiting, ports);
  // Those that could not be judged are noted as waiting by themselves.
  await records.noteJudged(story, judgedBy(story, reader));
  return recorded;
}

/**
 * Judges what waits of a story's items, with their other versions; those that were tried before each by itself: what makes
 * one fail harms no other.
 */
export async function judgeWaiting(story: KeptStory, ports: RecorderPorts): Promise<Recorded> {
  const { records, now } = ports;
  const slug = story.baseline.story;
  const waiting = await records.waitingItems(slug, now());
  const left = waiting.filter(({ tries }) => tries < MAX_TRIES);
  if (left.length === 0) return NOTHING_RECORDED;
  const apart = waiting.filter(({ tries, why }) => why !== '' || tries >= MAX_TRIES);
  const alone = new Set(apart.map(({ item }) => versionKey(item)));
  const ids = new Set(left.map(({ item }) => item.id));
  const kept = await records.keptItems(slug, now());
  const together = kept.filter((item) => ids.has(item.id) && !alone.has(versionKey(item)));
  const tried = left.filter(({ item }) => alone.has(versionKey(item)));
  const single = tried.map(({ item, tries }): Group => ({ story, items: [item], tries }));
  return judgeKept(story, [...groupByFeed(story, together), ...single], left, ports);
}

/** An item waits until what it does not say any more is superseded: a run that is killed leaves it waiting. */
async function judgeKept(
  story: KeptStory,
  groups: readonly Group[],
  waiting: readonly WaitingItem[],
  ports: RecorderPorts,
): Promise<Recorded> {
  const judged: JudgedItem[] = [];
  const recorded = await recordGroups(groups, ports, (item, reports) => {
    judged.push({ item, reports });
  });
  await supersedeUntold(story, judged, ports.records);
  const read = new Set(judged.map(({ item }) => versionKey(item)));
  for (const { item } of waiting)
    if (read.has(versionKey(item))) await ports.records.noteRead(story.baseline.story, item);
  return recorded;
}

import pLimit from 'p-limit';
import { versionKey } from '../model/item.ts';
import type { Story } from '../model/story.ts';
import type { Changes, Items, KeptStory, Stories } from './ports.ts';
import {
  type Group,
  groupByFeed,
  type Judge,
  NOTHING_RECORDED,
  type Recorded,
  type RecorderPorts,
  recordGroups,
} from './recorder.ts';
import { judgedBy } from './stale.ts';
import { type JudgedItem, supersedeUntold } from './supersede-untold.ts';
import { WRITES_AT_ONCE } from './unread.ts';
import type { Waiting } from './waiting-port.ts';

export interface JudgeAgainPorts extends RecorderPorts {
  readonly records: Stories & Items & Waiting & Changes;
  readonly judgeOf: (story: Story) => Judge;
}

/**
 * Judges what is kept of a story's items by its claims and its reader as they are now, or lets it wait for that reader; a
 * run that breaks off is made again. What was found before in an item and is not any more is superseded, unless an editor
 * accepted it.
 */
export async function judgeAgain(story: KeptStory, ports: JudgeAgainPorts): Promise<Recorded> {
  const { records, judgeOf, now } = ports;
  const slug = story.baseline.story;
  const judge = judgeOf(story);
  const items = await records.keptItems(slug, now());
  const limit = pLimit(WRITES_AT_ONCE);
  let recorded = NOTHING_RECORDED;
  if (judge.waits) await limit.map(items, (item) => records.waitAgain(slug, item, now()));
  else {
    const judged: JudgedItem[] = [];
    recorded = await recordGroups(inParts(groupByFeed(story, items)), judge.reader, ports, {
      judged: (item, reports) => void judged.push({ item, reports }),
    });
    await supersedeUntold(story, judged, records);
    const known = new Set(items.map(versionKey));
    const waiting = await records.waitingItems(slug, now());
    // One that came meanwhile is not among those that were judged.
    const judgedOnes = waiting.filter(({ item }) => known.has(versionKey(item)));
    await limit.map(judgedOnes, ({ item }) => records.stopWaiting(slug, item));
  }
  await records.noteJudged(story, judgedBy(story, judge.reader));
  return recorded;
}

/** So many items are judged again at a time: what is kept of a feed in weeks is not to overrun the time of one check of it. */
const ITEMS_AT_ONCE = 100;

export function inParts(groups: readonly Group[]): Group[] {
  return groups.flatMap(({ story, items }) =>
    Array.from({ length: Math.ceil(items.length / ITEMS_AT_ONCE) }, (_, i) => ({
      story,
      items: items.slice(i * ITEMS_AT_ONCE, (i + 1) * ITEMS_AT_ONCE),
    })),
  );
}

import type { Gates } from '../compare/gates.ts';
import type { Reader } from '../model/answer.ts';
import { type Item, versionKey } from '../model/item.ts';
import { daysAfter } from '../text/edtf.ts';
import { inParts } from './judge-again.ts';
import type { Changes, Items, KeptStory, Stories } from './ports.ts';
import { groupByFeed, type Recorded, type RecorderPorts, recordGroups } from './recorder.ts';
import { judgedBy, readerIdOf } from './stale.ts';
import { type JudgedItem, supersedeUntold } from './supersede-untold.ts';
import type { Waiting } from './waiting-port.ts';

export interface ReplayPorts extends Omit<RecorderPorts, 'isReplay'> {
  readonly records: Stories & Items & Waiting & Changes;
  readonly reader: Reader;
}

/** What a replay came to. */
export interface Replayed extends Recorded {
  /** Items that were held against the claims. */
  readonly judged: number;
  /** Of these, items that only other stories had kept. */
  readonly added: number;
}

/** Items that other stories kept, for one that was not watched then. */
export interface Backfill {
  readonly items: readonly Item[];
  readonly gates: Gates;
  readonly keepDays: number;
}

/**
 * Judges what is kept of a story's items since a time by its claims and a reader as they are now. What is found is told to
 * nobody. Items that wait for their reader are left to it: they are news.
 */
export async function replay(
  story: KeptStory,
  from: Date,
  ports: ReplayPorts,
  backfill: Backfill | null = null,
): Promise<Replayed> {
  const { records, reader, now } = ports;
  const slug = story.baseline.story;
  await records.noteReplay(story, now());
  const waiting = new Set((await records.waitingItems(slug, now())).map(({ item }) => versionKey(item)));
  const kept = await records.keptItems(slug, now());
  const added = backfill ? await addFrom(story, kept, from, backfill, ports) : [];
  const own = kept.filter((item) => !waiting.has(versionKey(item)));
  const items = [...own.filter(({ saidAt }) => saidAt >= from.toISOString()), ...added].toSorted(
    (a, b) => a.saidAt.localeCompare(b.saidAt) || a.id.localeCompare(b.id),
  );
  const judged: JudgedItem[] = [];
  const recorded = await recordGroups(
    inParts(groupByFeed(story, items)),
    reader,
    { ...ports, isReplay: true },
    { judged: (item, reports) => void judged.push({ item, reports }) },
  );
  await supersedeUntold(story, judged, records);
  // Where all that is kept was judged by what judges it anyway, nothing is left to be judged again.
  const isWhole = judged.length === own.length + added.length;
  const isItsOwn = (readerIdOf(story) ?? reader.id) === reader.id;
  if (isWhole && isItsOwn && !story.isRetired) await records.noteJudged(story, judgedBy(story, reader));
  return { ...recorded, judged: judged.length, added: added.length };
}

/** Keeps for a story what others kept and its gate lets through. */
async function addFrom(
  story: KeptStory,
  kept: readonly Item[],
  from: Date,
  { items, gates, keepDays }: Backfill,
  { records, now }: ReplayPorts,
): Promise<Item[]> {
  const known = new Set(kept.map(versionKey));
  const until = daysAfter(now(), keepDays);
  const added: Item[] = [];
  for (const item of items) {
    if (item.saidAt < from.toISOString() || known.has(versionKey(item))) continue;
    known.add(versionKey(item));
    if (gates([story], item).length === 0) continue;
    await records.keepItem(story.baseline.story, item, until, null);
    added.push(item);
  }
  return added;
}

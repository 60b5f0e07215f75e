import pLimit from 'p-limit';
import type { Reader } from '../model/answer.ts';
import { type Item, versionKey } from '../model/item.ts';
import type { Story } from '../model/story.ts';
import type { WaitsFor } from '../model/waiting.ts';
import { judgeMeanwhile, type MeanwhilePorts } from './meanwhile.ts';
import type { Changes, Items, Progress, Stories, TakenItem, Waiting, WaitingKey } from './ports.ts';
import {
  type Group,
  groupByFeed,
  NOTHING_RECORDED,
  type Recorded,
  recordGroups,
  together,
} from './recorder.ts';
import { type JudgedItem, supersedeUntold } from './supersede-untold.ts';
import { type FailedAnswer, failedOf, MAX_TRIES } from './unread.ts';

/** The first round finds out whether the reader can be asked at all; the next ones are larger, so that items of one feed come together. */
const FIRST_ROUND = 24;
const ROUND = 100;
/** So many items are looked at in one go; the next one goes on. */
const MOST = 1_000;
const WRITES_AT_ONCE = 16;

export interface ReadWaitingPorts extends MeanwhilePorts {
  readonly records: Stories & Items & Waiting & Changes;
  /** The reader that a story's items wait for. */
  readonly readerOf: (story: Story) => Reader;
  /** For so long an item is taken, in milliseconds: longer than reading may last. */
  readonly leaseMs: number;
  /** These alone are read, of versions of items (versionKey). @default all that wait */
  readonly only?: ReadonlySet<string>;
  /** There is time for another round. */
  readonly hasTime?: () => boolean;
  /** Ends the requests on their way. */
  readonly signal?: AbortSignal;
  readonly tell?: (progress: Progress) => void;
}

/** What a round came to. */
interface Round {
  readonly recorded: Recorded;
  /** What the items wait for that could not be asked about; null where each fault may be the item's own. */
  readonly stopped: { readonly waitsFor: WaitsFor; readonly why: string } | null;
}

/**
 * Reads the items of a story that wait for its reader, oldest first, each under a lease: of readers side by side one alone
 * asks about it. What cannot be asked about goes on waiting. Ends where the reader is down or the budget is spent.
 */
export async function readWaiting(slug: string, ports: ReadWaitingPorts): Promise<Recorded> {
  const { records, now, only, hasTime = () => true, tell } = ports;
  const time = now().toISOString();
  const keys = (await records.waitingKeys(slug, only ? undefined : MOST)).filter(
    ({ itemId: id, version, waitsFor, since }) =>
      (waitsFor !== 'batch' || since <= time) && (only?.has(versionKey({ id, version })) ?? true),
  );
  let recorded = NOTHING_RECORDED;
  let done = 0;
  while (done < keys.length && hasTime()) {
    const round = keys.slice(done, done + (done === 0 ? FIRST_ROUND : ROUND));
    done += round.length;
    const { stopped, ...read } = await readRound(slug, round, ports);
    recorded = together(recorded, read.recorded);
    tell?.({ step: 'item', done, of: keys.length });
    if (!stopped) continue;
    const rest = keys.slice(done).filter(({ waitsFor }) => waitsFor !== stopped.waitsFor);
    return together(recorded, await putOff(slug, rest, stopped, ports));
  }
  return recorded;
}

async function readRound(slug: string, keys: readonly WaitingKey[], ports: ReadWaitingPorts): Promise<Round> {
  const { records, readerOf } = ports;
  const taken = await takeAll(keys, ports);
  // As it is now that they are taken: whoever changes it later lets them wait again.
  const story = taken.length > 0 ? await records.story(slug) : null;
  if (!story) return { recorded: NOTHING_RECORDED, stopped: null };
  const byVersion = new Map(taken.map((each) => [versionKey(each.item), each]));
  const judged: JudgedItem[] = [];
  const failures: [TakenItem | undefined, FailedAnswer][] = [];
  let recorded = await recordGroups(
    await groupsOf(story, taken, ports),
    readerOf(story),
    ports,
    {
      judged: (item, reports) => void judged.push({ item, reports }),
      failed: (item, answer) => void failures.push([byVersion.get(versionKey(item)), answer]),
    },
    ports.signal,
  );
  const failed = failures.flatMap(([own, answer]) => (own ? [failedOf(own, answer, judged.length > 0)] : []));
  const again = new Set(taken.flatMap(({ item, isAgain }) => (isAgain ? [item.id] : [])));
  const toSettle = judged.filter(({ item }) => again.has(item.id));
  await supersedeUntold(story, toSettle, records);
  const limit = pLimit(WRITES_AT_ONCE);
  await limit.map(judged, async ({ item }) => {
    const own = byVersion.get(versionKey(item));
    // An item waits until what it does not say any more is superseded: a run that is killed leaves it waiting.
    if (own) await records.noteRead(own);
  });
  const meanwhile = await judgeMeanwhile(
    story,
    failed.map((each) => each.taken),
    ports,
  );
  recorded = together(recorded, meanwhile);
  await limit.map(failed, ({ taken: own, why, tries, waitsFor, isAlone }) =>
    records.noteUnread(own, {
      why,
      tries,
      waitsFor: tries >= MAX_TRIES ? null : waitsFor,
      isAlone,
      isAgain: own.isAgain || ports.meanwhile !== null,
    }),
  );
  const stop = failed.find(({ waitsFor }) => waitsFor !== 'reading');
  const isDown = stop !== undefined && (stop.waitsFor === 'budget' || judged.length === 0);
  return { recorded, stopped: isDown ? stop : null };
}

async function takeAll(
  keys: readonly WaitingKey[],
  { records, now, leaseMs }: ReadWaitingPorts,
): Promise<TakenItem[]> {
  const limit = pLimit(WRITES_AT_ONCE);
  const until = () => new Date(now().getTime() + leaseMs);
  const taken = await limit.map(keys, (key) => records.take(key, now(), until()));
  return taken.flatMap((each) => each ?? []);
}

/**
 * Items by their feeds, or each alone. With an item that was judged before go its other versions, whose answers are kept:
 * what one of them says is not taken back.
 */
async function groupsOf(
  story: Story,
  taken: readonly TakenItem[],
  { records, now }: ReadWaitingPorts,
): Promise<Group[]> {
  const others: Item[] = [];
  for (const id of new Set(taken.flatMap(({ item, isAgain }) => (isAgain ? [item.id] : []))))
    others.push(...(await records.judgedVersions(story.baseline.story, id, now())));
  const alone = taken.filter(({ isAlone }) => isAlone).map(({ item }): Group => ({ story, items: [item] }));
  const together = taken.filter(({ isAlone }) => !isAlone).map(({ item }) => item);
  return [...groupByFeed(story, [...together, ...others]), ...alone];
}

/** What was not reached waits for the same. */
async function putOff(
  slug: string,
  keys: readonly WaitingKey[],
  { waitsFor, why }: NonNullable<Round['stopped']>,
  ports: ReadWaitingPorts,
): Promise<Recorded> {
  const { records, now, meanwhile } = ports;
  const limit = pLimit(WRITES_AT_ONCE);
  const unread = keys.map(({ itemId }) => ({ story: slug, guid: itemId, why, retry: true }));
  if (!meanwhile) {
    await limit.map(keys, (key) => records.putOff(key, waitsFor, why, now()));
    return { ...NOTHING_RECORDED, unread };
  }
  const taken = await takeAll(keys, ports);
  const story = await records.story(slug);
  if (!story) return NOTHING_RECORDED;
  const recorded = await judgeMeanwhile(story, taken, ports);
  await limit.map(taken, (own) =>
    records.noteUnread(own, { why, tries: own.tries, waitsFor, isAlone: own.isAlone, isAgain: true }),
  );
  return together(recorded, { ...NOTHING_RECORDED, unread });
}

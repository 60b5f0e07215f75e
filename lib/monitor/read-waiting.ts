import pLimit from 'p-limit';
import type { Reader } from '../model/answer.ts';
import { type Item, versionKey } from '../model/item.ts';
import type { Story } from '../model/story.ts';
import type { Progress } from './ports.ts';
import { isHeldForBatch } from './queue.ts';
import {
  type Group,
  groupByFeed,
  NOTHING_RECORDED,
  type Recorded,
  recordGroups,
  together,
} from './recorder.ts';
import { type JudgedItem, supersedeUntold } from './supersede-untold.ts';
import {
  type Failure,
  noteUnread,
  putOff,
  type Stop,
  stopOf,
  takeAll,
  type UnreadPorts,
  WRITES_AT_ONCE,
} from './unread.ts';
import type { TakenItem, WaitingKey } from './waiting-port.ts';

/** The first round finds out whether the reader can be asked at all, where the oldest item waits for it by one alone; the next ones are larger, so that items of one feed come together. */
const FIRST_ROUND = 24;
const PROBE = 1;
const ROUND = 100;
/** After so many rounds in which nothing was judged no more are tried. */
const MOST_IN_VAIN = 3;

export interface ReadWaitingPorts extends UnreadPorts {
  /** The reader that a story's items wait for. */
  readonly readerOf: (story: Story) => Reader;
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
  readonly judged: number;
  readonly failures: readonly Failure[];
}
const NO_ROUND: Round = { recorded: NOTHING_RECORDED, judged: 0, failures: [] };

/**
 * Reads the items of a story that wait for its reader, oldest first, each under a lease: of readers side by side one alone
 * asks about it. What cannot be asked about goes on waiting. Ends where the reader is down or the budget is spent.
 */
export async function readWaiting(slug: string, ports: ReadWaitingPorts): Promise<Recorded> {
  const { hasTime = () => true, tell } = ports;
  const keys = await keysToRead(slug, ports);
  const failures: Failure[] = [];
  let left = keys;
  let size = keys[0]?.waitsFor === 'reading' ? FIRST_ROUND : PROBE;
  let recorded = NOTHING_RECORDED;
  let judged = 0;
  let inVain = 0;
  let stop: Stop | null = null;
  while (left.length > 0 && !stop && inVain < MOST_IN_VAIN && hasTime()) {
    const round = await readRound(slug, left.slice(0, size), ports);
    left = left.slice(size);
    judged += round.judged;
    recorded = together(recorded, round.recorded);
    failures.push(...round.failures);
    stop = stopOf(round.failures);
    tell?.({ step: 'item', done: keys.length - left.length, of: keys.length });
    const isInVain = round.judged === 0 && round.failures.length > 0;
    // What fails may be these items alone: one from the other end of the queue tells whether it is the model.
    if (isInVain || inVain % 2 === 1) left = left.toReversed();
    inVain = isInVain ? inVain + 1 : 0;
    size = isInVain ? PROBE : ROUND;
  }
  const noted = await noteUnread(slug, failures, judged > 0, ports);
  const rest = stop ? await putOff(slug, left, stop, ports) : NOTHING_RECORDED;
  return [noted, rest].reduce(together, recorded);
}

/** The queue of a story, without what is held for a batch. */
async function keysToRead(slug: string, { records, now, only }: ReadWaitingPorts): Promise<WaitingKey[]> {
  const time = now().toISOString();
  return (await records.waitingKeys(slug)).filter(
    (key) =>
      !isHeldForBatch(key, time) && (only?.has(versionKey({ id: key.itemId, version: key.version })) ?? true),
  );
}

async function readRound(slug: string, keys: readonly WaitingKey[], ports: ReadWaitingPorts): Promise<Round> {
  const { records, readerOf, now } = ports;
  const taken = await takeAll(keys, ports);
  // As it is now that they are taken: whoever changes it later lets them wait again.
  const story = taken.length > 0 ? await records.story(slug) : null;
  if (!story) return NO_ROUND;
  const byVersion = new Map(taken.map((each) => [versionKey(each.item), each]));
  const judged: JudgedItem[] = [];
  const failures: Failure[] = [];
  const recorded = await recordGroups(
    await groupsOf(story, taken, ports),
    readerOf(story),
    ports,
    {
      judged: (item, reports) => void judged.push({ item, reports }),
      failed: (item, answer) => {
        const own = byVersion.get(versionKey(item));
        if (own) failures.push({ taken: own, answer });
      },
    },
    ports.signal,
  );
  const again = new Set(taken.flatMap(({ item, isAgain }) => (isAgain ? [item.id] : [])));
  const toSettle = judged.filter(({ item }) => again.has(item.id));
  await supersedeUntold(story, toSettle, records);
  // An item waits until what it does not say any more is superseded: a run that is killed leaves it waiting.
  await pLimit(WRITES_AT_ONCE).map(judged, async ({ item }) => {
    const own = byVersion.get(versionKey(item));
    // One that was taken away meanwhile, by an edit of the story or by another reader, is looked at once more.
    if (own && !(await records.noteRead(own))) await records.waitAgain(slug, item, now());
  });
  return { recorded, judged: judged.length, failures };
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

import pLimit from 'p-limit';
import type { Answer, Reader } from '../model/answer.ts';
import type { Story } from '../model/story.ts';
import type { WaitsFor } from '../model/waiting.ts';
import type { Changes, Items, Stories } from './ports.ts';
import {
  groupByFeed,
  NOTHING_RECORDED,
  type Recorded,
  type RecorderPorts,
  recordGroups,
} from './recorder.ts';
import type { TakenItem, Waiting, WaitingKey } from './waiting-port.ts';

/** An item that failed so often by what may be its own fault is given up: it is asked about again when its story or reader changes. */
const MAX_TRIES = 5;
/** So many writes are made at a time. */
export const WRITES_AT_ONCE = 16;

export interface UnreadPorts extends RecorderPorts {
  readonly records: Stories & Items & Waiting & Changes;
  /** What judges meanwhile the items that could not be asked about; null for nobody. */
  readonly meanwhile: Reader | null;
  /** For so long an item is taken, in milliseconds: longer than reading may last. */
  readonly leaseMs: number;
}

/** An item in hand that was not judged, and why. */
export interface Failure {
  readonly taken: TakenItem;
  readonly answer: Extract<Answer, { outcome: 'failed' }>;
}

/** Why no more is asked now. */
export interface Stop {
  readonly waitsFor: 'budget' | 'provider';
  readonly why: string;
}

/** Takes items of a queue for itself, those that nobody else has in hand. */
export async function takeAll(
  keys: readonly WaitingKey[],
  { records, now, leaseMs }: UnreadPorts,
): Promise<TakenItem[]> {
  const until = () => new Date(now().getTime() + leaseMs);
  const taken = await pLimit(WRITES_AT_ONCE).map(keys, (key) => records.take(key, now(), until()));
  return taken.flatMap((each) => each ?? []);
}

/**
 * Gives items back that were not judged, each with the reason; another reader may judge them meanwhile.
 * @param isModelWell other items were judged: where the model made nothing of these by themselves, that is their own fault
 */
export async function noteUnread(
  slug: string,
  failures: readonly Failure[],
  isModelWell: boolean,
  ports: UnreadPorts,
): Promise<Recorded> {
  const { records, now } = ports;
  const story = failures.length > 0 ? await records.story(slug) : null;
  if (!story) return NOTHING_RECORDED;
  const { recorded, items } = await judgeMeanwhile(
    story,
    failures.map(({ taken }) => taken),
    ports,
  );
  await pLimit(WRITES_AT_ONCE).map(failures, async ({ taken, answer }) => {
    const { why, isItsOwn = false, isBusy = false, unsent } = answer;
    const isOwn = isModelWell && !unsent && !isBusy && (isItsOwn || taken.isAlone);
    const tries = taken.tries + (isOwn ? 1 : 0);
    const waitsFor = isOwn ? (tries >= MAX_TRIES ? null : 'reading') : waitsForOf(unsent);
    const isAgain = taken.isAgain || items.has(taken);
    const unread = { why, tries, waitsFor, isAlone: taken.isAlone || !unsent, isAgain };
    const isNoted = await records.noteUnread(taken, unread, now());
    if (!isNoted && items.has(taken)) await records.waitAgain(slug, taken.item, now());
  });
  return recorded;
}

function waitsForOf(unsent: Failure['answer']['unsent']): WaitsFor {
  return unsent === 'limit' ? 'budget' : (unsent ?? 'provider');
}

/** Whether no more is to be asked after a round: the budget is spent, or the provider failed several requests in a row. */
export function stopOf(failures: readonly Failure[]): Stop | null {
  for (const { answer } of failures) {
    const { unsent, why } = answer;
    // One that is too dear for the limit says nothing of the others.
    if (unsent === 'budget' || unsent === 'provider') return { waitsFor: unsent, why };
  }
  return null;
}

/** What was not reached waits for the same. */
export async function putOff(
  slug: string,
  keys: readonly WaitingKey[],
  { waitsFor, why }: Stop,
  ports: UnreadPorts,
): Promise<Recorded> {
  const { records, now, meanwhile } = ports;
  const others = keys.filter((key) => key.waitsFor !== waitsFor);
  const unread = keys.map(({ itemId }) => ({ story: slug, guid: itemId, why, retry: true }));
  const limit = pLimit(WRITES_AT_ONCE);
  let recorded = NOTHING_RECORDED;
  if (meanwhile) {
    const answer = { outcome: 'failed', why, retry: true, unsent: waitsFor } as const;
    const taken = await takeAll(others, ports);
    recorded = await noteUnread(
      slug,
      taken.map((own) => ({ taken: own, answer })),
      true,
      ports,
    );
  } else await limit.map(others, (key) => records.putOff(key, waitsFor, why, now()));
  return { ...recorded, unread };
}

/** Lets another reader judge fresh items that could not be asked about. They are marked before: a run that is killed leaves no report that nobody takes back. */
async function judgeMeanwhile(
  story: Story,
  failed: readonly TakenItem[],
  ports: UnreadPorts,
): Promise<{ readonly recorded: Recorded; readonly items: ReadonlySet<TakenItem> }> {
  const { records, meanwhile } = ports;
  if (!meanwhile) return { recorded: NOTHING_RECORDED, items: new Set() };
  const fresh = failed.filter(({ isAgain }) => !isAgain);
  const marked = await pLimit(WRITES_AT_ONCE).map(fresh, (taken) => records.noteAgain(taken));
  const items = fresh.filter((_, i) => marked[i]);
  const groups = groupByFeed(
    story,
    items.map(({ item }) => item),
  );
  const recorded = await recordGroups(groups, meanwhile, { ...ports, isMeanwhile: true });
  return { recorded, items: new Set(items) };
}

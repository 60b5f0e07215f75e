import type { FeedRef, FeedState } from '../model/feed.ts';
import { dueFeeds } from './due.ts';

/** The world around a watch. */
export interface WatchPorts {
  readonly now: () => Date;
  /** Ends at a time of that clock, or as soon as the watch ends. A machine that was suspended meanwhile wakes it late. */
  readonly sleepUntil: (time: Date, ended: AbortSignal) => Promise<void>;
  /** The feeds that are watched now; null where there is nothing left to watch. */
  readonly feeds: (now: Date) => Promise<readonly FeedRef[] | null>;
  readonly feedStates: (ids: readonly string[]) => Promise<ReadonlyMap<string, FeedState>>;
  /** One check of some feeds, and whatever waits beside them. */
  readonly check: (feeds: readonly FeedRef[]) => Promise<void>;
  /** Told, after a check, when the next look is. */
  readonly waits: (until: Date) => void;
}

/** Feeds are looked after so often at the most and at the least, in milliseconds: what waits for a model is asked about as well. */
const SHORTEST_MS = 60_000;
const LONGEST_MS = 15 * 60_000;

/**
 * Checks each feed at its own pace until it is ended, or nothing is left to watch. What came due while the machine slept
 * is checked as soon as it wakes, each feed once. A check under way is finished first.
 */
export async function watch(ports: WatchPorts, ended: AbortSignal): Promise<void> {
  while (!ended.aborted) {
    const now = ports.now();
    const feeds = await ports.feeds(now);
    if (feeds === null) return;
    const ids = feeds.map(({ id }) => id);
    const due = new Set(dueFeeds(ids, await ports.feedStates(ids), now));
    await ports.check(feeds.filter(({ id }) => due.has(id)));
    if (ended.aborted) return;
    const until = nextLook(ids, await ports.feedStates(ids), ports.now());
    ports.waits(until);
    await ports.sleepUntil(until, ended);
  }
}

/** When the next feed is due, within bounds. */
function nextLook(ids: readonly string[], states: ReadonlyMap<string, FeedState>, now: Date): Date {
  const times = ids.map((id) => Date.parse(states.get(id)?.nextCheckAt ?? now.toISOString()));
  // A feed that is never asked again has no time.
  const soonest = Math.min(...times.filter((time) => !Number.isNaN(time)), now.getTime() + LONGEST_MS);
  return new Date(Math.max(soonest, now.getTime() + SHORTEST_MS));
}

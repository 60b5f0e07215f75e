import type { FeedState } from '../model/feed.ts';

/** The world around a watch. */
export interface WatchPorts {
  /** Ends at a time, or as soon as the watch ends. A machine that was suspended meanwhile wakes it late. */
  readonly sleepUntil: (time: Date, ended: AbortSignal) => Promise<void>;
  /** Looks after all that is watched. @returns when to look again; null where nothing is left to watch. Never rejects */
  readonly look: () => Promise<Date | null>;
}

/** Looks again and again until it is ended, or nothing is left to watch. A look under way is finished first. */
export async function watch({ sleepUntil, look }: WatchPorts, ended: AbortSignal): Promise<void> {
  while (!ended.aborted) {
    const next = await look();
    if (next === null) return;
    await sleepUntil(next, ended);
  }
}

/** Two looks are so far apart at the least and at the most, in milliseconds: what waits for a model is asked about as well. */
const SHORTEST_MS = 60_000;
const LONGEST_MS = 15 * 60_000;

/** When the next of some feeds is due, within bounds. */
export function nextLook(ids: readonly string[], states: ReadonlyMap<string, FeedState>, now: Date): Date {
  const times = ids.map((id) => Date.parse(states.get(id)?.nextCheckAt ?? now.toISOString()));
  // A feed that is never asked again has no time.
  const soonest = Math.min(...times.filter((time) => !Number.isNaN(time)), now.getTime() + LONGEST_MS);
  return new Date(Math.max(soonest, now.getTime() + SHORTEST_MS));
}

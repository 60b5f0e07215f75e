import type { FeedState } from '../model/feed.ts';

/** A host that refused this reader so often in a row, over all its feeds, is left alone as one. */
const REFUSALS = 3;

/**
 * The feeds that a scheduled check reads now: those whose time has come, and those that a changed story asks for, unless their host refuses or wants to be left
 * alone. Where a host was busy with one feed, it is too busy for the others. Whichever was not asked for longest comes
 * first, so that all have their turn where not all can be read.
 * @param asked the feeds of stories that have changed: one that is well is read before its time
 */
export function dueFeeds(
  urls: readonly string[],
  states: ReadonlyMap<string, FeedState>,
  now: Date,
  asked: ReadonlySet<string> = new Set(),
): string[] {
  const closed = closedHosts(states, now.toISOString());
  const due = urls.filter((url) => {
    const state = states.get(url);
    // `never` comes after every time in ISO 8601.
    const hasCome = !state?.nextCheckAt || state.nextCheckAt <= now.toISOString();
    const isAsked = asked.has(url) && !state?.failure;
    return (hasCome || isAsked) && !closed.has(hostOf(url));
  });
  const checkedAt = (url: string) => states.get(url)?.checkedAt ?? '';
  return due.toSorted((a, b) => checkedAt(a).localeCompare(checkedAt(b)));
}

function closedHosts(states: ReadonlyMap<string, FeedState>, now: string): ReadonlySet<string> {
  const refusals = new Map<string, number>();
  const closed = new Set<string>();
  for (const { url, failure, nextCheckAt } of states.values()) {
    if (!failure || !nextCheckAt || nextCheckAt <= now) continue;
    const host = hostOf(url);
    if (failure.cause === 'busy') closed.add(host);
    if (failure.cause !== 'refused') continue;
    refusals.set(host, (refusals.get(host) ?? 0) + failure.times);
    if ((refusals.get(host) ?? 0) >= REFUSALS) closed.add(host);
  }
  return closed;
}

/** The host of an address, without its port. */
export function hostOf(url: string): string {
  return URL.parse(url)?.hostname ?? url;
}

/** A check that comes so many intervals late was missed. */
const INTERVALS_LATE = 3;

/** Whether a feed was read when it last should have been. */
export function isWell(state: FeedState | undefined, now: Date, everyMinutes: number): boolean {
  if (!state || state.failure) return false;
  const late = new Date(now.getTime() - INTERVALS_LATE * everyMinutes * 60_000).toISOString();
  return (state.nextCheckAt ?? state.checkedAt) >= late;
}

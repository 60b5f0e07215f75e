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
  return longestUnread(due, states);
}

/** Feeds, those first that were not asked for longest. */
export function longestUnread(urls: readonly string[], states: ReadonlyMap<string, FeedState>): string[] {
  const checkedAt = (url: string) => states.get(url)?.checkedAt ?? '';
  return urls.toSorted((a, b) => checkedAt(a).localeCompare(checkedAt(b)));
}

/** Feeds that are read now, and those whose turn comes later. @param most in all, and of one host; what this machine serves itself needs no sparing */
export function takeTurns(
  due: readonly string[],
  { most, mostOfHost }: { readonly most: number; readonly mostOfHost: number },
): { readonly now: string[]; readonly later: string[] } {
  const taken = new Map<string, number>();
  const [now, later]: [string[], string[]] = [[], []];
  for (const url of due) {
    const host = hostOf(url);
    const before = taken.get(host) ?? 0;
    const isFull = now.length >= most || (host !== OWN_HOST && before >= mostOfHost);
    if (isFull) later.push(url);
    else {
      now.push(url);
      taken.set(host, before + 1);
    }
  }
  return { now, later };
}

function closedHosts(states: ReadonlyMap<string, FeedState>, now: string): ReadonlySet<string> {
  const refusals = new Map<string, number>();
  const closed = new Set<string>();
  for (const { url, failure, nextCheckAt } of states.values()) {
    if (!failure || !nextCheckAt || nextCheckAt <= now) continue;
    const host = hostOf(url);
    // Where it redirects to another host, that one is busy.
    if (failure.cause === 'busy') closed.add(failure.busyHost ?? host);
    if (failure.cause !== 'refused') continue;
    refusals.set(host, (refusals.get(host) ?? 0) + failure.times);
    if ((refusals.get(host) ?? 0) >= REFUSALS) closed.add(host);
  }
  return closed;
}

/** What a local run serves itself needs no sparing. */
export const OWN_HOST = '127.0.0.1';

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

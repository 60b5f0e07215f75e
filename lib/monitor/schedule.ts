import { createHash } from 'node:crypto';
import { type Asks, type FailureCause, type FeedState, NEVER } from '../model/feed.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** No feed's own word, nor its silence, keeps it unread for longer. */
const LONGEST = DAY;

/**
 * A feed is asked so many times between two of its items: its news waits a twelfth of its rhythm at most, half of
 * that on average. A feed of one item in three hours is asked every 15 minutes, a daily one every 2 hours.
 */
const ASKED_PER_ITEM = 12;

/**
 * A feed may ask to be left alone until it has published this many items, and no longer: what a host sets for all its
 * files (`max-age` of a year) or a program for all blogs (`hourly`) says nothing of its news, and ten items are soon gone.
 */
const ITEMS_TO_WAIT_FOR = 3;
/** How long every feed is left alone that asks for it. */
const LEAST_GRANTED = 10 * MINUTE;

/** After a failure: the first wait, what it grows by with each further one, and the longest. */
const BACK_OFF: Record<
  Exclude<FailureCause, 'gone'>,
  readonly [first: number, by: number, longest: number]
> = {
  broken: [15 * MINUTE, 2, 6 * HOUR],
  busy: [15 * MINUTE, 2, DAY],
  refused: [HOUR, 2, DAY],
  forbidden: [DAY, 1, DAY],
  // An address may come back after a slip; one that stays away is asked for days, ever less.
  missing: [HOUR, 3, 7 * DAY],
};

/** When a feed that failed is asked again. @param notBefore its server's own word for it, which counts alone where it is busy */
export function afterFailure(
  { id }: { readonly id: string },
  cause: FailureCause,
  times: number,
  notBefore: string | null,
  now: Date,
): string {
  if (cause === 'gone') return NEVER;
  if (cause === 'busy' && notBefore) return notBefore;
  const [first, by, longest] = BACK_OFF[cause];
  const wait = Math.min(first * by ** Math.min(times - 1, 20), longest);
  return at(now.getTime() + wait * (1 + jitter(id, now) / 4));
}

/** When a feed that answered is asked again: by its own rhythm, and not before it asks to be unless that is belied. */
export function afterAnswer(
  {
    id,
    pace,
    changedAt,
    missed = null,
  }: Pick<FeedState, 'id' | 'pace' | 'changedAt'> & Partial<Pick<FeedState, 'missed'>>,
  asks: Asks,
  notBefore: string | null,
  now: Date,
): string {
  const gap = Math.max((pace ?? 0) * MINUTE, silence(changedAt, now) / 2);
  // Sooner rather than later, so that the tick of the schedule for which it was meant is not just missed.
  const own = (gap / ASKED_PER_ITEM) * (1 - jitter(id, now) / 5);
  const asked = Math.max((asks.minutes ?? 0) * MINUTE, notBefore ? Date.parse(notBefore) - now.getTime() : 0);
  const isBelied = pace !== null || missed !== null;
  const granted = isBelied ? Math.min(asked, Math.max(ITEMS_TO_WAIT_FOR * gap, LEAST_GRANTED)) : asked;
  const next = now.getTime() + Math.min(Math.max(own, granted), LONGEST);
  return at(afterSkipped(next, asks.skipHours ?? []));
}

/**
 * Whether a feed that says "unchanged" again and again is asked for its whole document: some servers say so to
 * whatever was changed. Once a day; of a feed that is silent for weeks, as rarely as it has become.
 */
export function asksWhole({ wholeAt, changedAt, pace }: FeedState, now: Date): boolean {
  if (wholeAt === null) return true;
  const gap = Math.max((pace ?? 0) * MINUTE, silence(changedAt, now) / 2);
  return now.getTime() - Date.parse(wholeAt) > Math.max(DAY, Math.min(gap, 8 * DAY));
}

/** So many of the newest items tell a feed's rhythm. */
const NEWEST = 10;

/** Minutes between two items, from the times of the newest ones and the silence since; null without items. */
export function paceOf(publishedAt: readonly string[], now: Date): number | null {
  const times = publishedAt
    .map((time) => Date.parse(time))
    .filter((time) => time <= now.getTime())
    .toSorted((a, b) => b - a)
    .slice(0, NEWEST);
  const oldest = times.at(-1);
  return oldest === undefined ? null : Math.round((now.getTime() - oldest) / times.length / MINUTE);
}

function silence(changedAt: string | null, now: Date): number {
  return changedAt === null ? 0 : now.getTime() - Date.parse(changedAt);
}

/** The first moment at or after a time that is in no hour which the feed asks to skip. */
function afterSkipped(time: number, skipHours: readonly number[]): number {
  let next = time;
  for (let i = 0; i < 24 && skipHours.includes(new Date(next).getUTCHours()); i += 1)
    next = (Math.floor(next / HOUR) + 1) * HOUR;
  return next;
}

/** From 0 to 1, another one for each feed and time: not all feeds that failed at once come back at once. */
function jitter(id: string, now: Date): number {
  return createHash('sha256').update(`${id} ${now.toISOString()}`).digest().readUInt32BE(0) / 2 ** 32;
}

function at(time: number): string {
  return new Date(time).toISOString();
}

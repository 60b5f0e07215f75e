import pLimit from 'p-limit';
import type { FeedOutcome, FeedRef, FeedState } from '../model/feed.ts';
import { hostOf, OWN_HOST } from './due.ts';
import { addressOf, keepsAnew, validatorsFor } from './feed-state.ts';
import type { Feeds, Hosts, Progress, ReadFeed } from './ports.ts';
import { digestOfRefs, type StoryRef } from './story-ref.ts';

/** So many feeds are read at a time. */
const FEEDS_AT_ONCE = 6;

/** A feed to read and the stories that read it. */
export interface FeedToRead {
  readonly feed: FeedRef;
  readonly stories: readonly StoryRef[];
  /** When that was asked for: a feed that was read since then is left. @default now */
  readonly askedAt?: Date | undefined;
}

/** A feed with what was kept of it and what asking it came to. */
export interface AskedFeed extends FeedToRead {
  readonly state: FeedState | null;
  readonly outcome: FeedOutcome | Left;
}

/** A feed that was not asked, and of which nothing is noted: another check has read it since, or its host is left alone. */
export interface Left {
  readonly outcome: 'left';
  readonly why: 'read since' | 'host waits';
}

export interface AskPorts {
  readonly records: Pick<Feeds, 'feedState'> & Hosts;
  readonly readFeed: ReadFeed;
  readonly keepDays: number;
  readonly tell?: (progress: Progress) => void;
}

/** Reads feeds, some at a time, each in its host's turn. */
export async function askAll(feeds: readonly FeedToRead[], now: Date, ports: AskPorts): Promise<AskedFeed[]> {
  const limit = pLimit(FEEDS_AT_ONCE);
  let done = 0;
  return Promise.all(
    feeds.map((each) =>
      limit(async () => {
        const asked = await ask(each, now, ports);
        const { feed, outcome } = asked;
        const why = outcome.outcome === 'failed' ? outcome.why : null;
        ports.tell?.({ step: 'feed', feed, outcome: outcome.outcome, why, done: ++done, of: feeds.length });
        return asked;
      }),
    ),
  );
}

async function ask(each: FeedToRead, now: Date, ports: AskPorts): Promise<AskedFeed> {
  const { feed, stories, askedAt } = each;
  const { records, readFeed, keepDays } = ports;
  const state = await records.feedState(feed.id);
  const judgedFor = digestOfRefs(stories);
  if (wasReadSince(state, askedAt, judgedFor))
    return { ...each, state, outcome: { outcome: 'left', why: 'read since' } };
  const { id, url } = addressOf(feed, state, now);
  const host = hostOf(url);
  const sparesHost = host !== OWN_HOST;
  if (sparesHost && ((await records.hostWait(host)) ?? '') > now.toISOString())
    return { ...each, state, outcome: { outcome: 'left', why: 'host waits' } };
  const validators = validatorsFor(keepsAnew(state, now, keepDays) ? null : state, judgedFor, now);
  const outcome = await readFeed({ id, url }, validators, now);
  if (sparesHost && outcome.outcome === 'failed' && outcome.cause === 'busy') {
    const until = outcome.notBefore ?? new Date(now.getTime() + BUSY_MS).toISOString();
    if (until > now.toISOString()) await records.saveHostWait(outcome.busyHost ?? host, until);
  }
  return { ...each, state, outcome };
}

/** A host that is busy and says not for how long is left alone for so long, in milliseconds. */
const BUSY_MS = 15 * 60_000;

/** Whether another check has done what a message asks: it was sent twice, or its feed was asked for again while it waited. */
function wasReadSince(state: FeedState | null, askedAt: Date | undefined, judgedFor: string): boolean {
  if (!state || !askedAt || state.checkedAt <= askedAt.toISOString()) return false;
  // One that failed was asked all the same.
  return state.failure !== null || state.judgedFor === judgedFor;
}

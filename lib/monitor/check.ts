import pLimit from 'p-limit';
import type { FeedOutcome, FeedRef, FeedState } from '../model/feed.ts';
import type { Story } from '../model/story.ts';
import { DAY_MS, daysAfter } from '../text/edtf.ts';
import { recall } from './feed-memory.ts';
import { addressOf, newState, nextState, validatorsFor } from './feed-state.ts';
import { type JudgedNew, type JudgeNewPorts, judgeNew, type Overrun } from './judge-new.ts';
import type { ReadFeed, Records } from './ports.ts';
import { digest } from './story.ts';
import { type ReadDocument, workOn } from './work.ts';

/** So many feeds are read at a time. */
const FEEDS_AT_ONCE = 6;

/**
 * For so long what is known of a feed is kept that nothing has changed in. A later check reads the feed as a new one,
 * which records nothing twice.
 */
export const STATE_KEPT_DAYS = 90;

/** What a run came to. */
export interface RunSummary extends JudgedNew {
  readonly feeds: number;
  readonly unchanged: number;
  readonly failed: readonly { readonly feed: string; readonly why: string }[];
  /** Items in the documents that were read, each once. */
  readonly items: number;
  /** Where an earlier time is replayed: when the first item was said that waits for its time, ISO 8601; null where none does. */
  readonly nextAt: string | null;
  /** Of the items that were read, the new and edited ones, and those that a changed story asks for: they were held against the claims. */
  readonly judged: number;
}

export interface CheckPorts extends JudgeNewPorts {
  readonly records: Records;
  readonly readFeed: ReadFeed;
  /** The check replays an earlier time: items that are dated later wait. @default false */
  readonly replays?: boolean;
  /** Whether a story reads a feed. @default each story reads all */
  readonly reads?: (story: Story, feed: FeedRef) => boolean;
}

/** A feed with the stories that read it, what was kept of it and what asking it came to. */
interface AskedFeed {
  readonly feed: FeedRef;
  readonly stories: readonly Story[];
  readonly state: FeedState | null;
  readonly outcome: FeedOutcome;
}

export type Check = (stories: readonly Story[], feeds: readonly FeedRef[]) => Promise<RunSummary>;

/**
 * One run: reads the feeds, holds their new items against the claims of the stories that read them and records what they
 * report. What a feed held is noted only after its reports are written, so that a run that breaks off anywhere is
 * made good by the next one.
 */
export function createCheck(ports: CheckPorts): Check {
  return async (stories, feeds) => {
    const now = ports.now();
    const asked = await askAll(feeds, stories, now, ports);
    const documents = new Map<string, ReadDocument>();
    for (const { feed, outcome, stories: own } of asked) {
      if (outcome.outcome !== 'read') continue;
      const memory = await ports.records.feedMemory(feed.id);
      const clock = { now, replays: ports.replays ?? false };
      documents.set(feed.id, { stories: own, memory, recalled: recall(outcome.items, memory, clock) });
    }
    for (const [id, document] of documents) await keepFirstSights(id, document, now, ports);
    const renewed = new Set(
      asked.flatMap(({ feed, state }) => (keepsAnew(state, now, ports) ? [feed.id] : [])),
    );
    const { items, work } = workOn(documents, renewed);
    const recorded = await judgeNew(work, ports);
    for (const each of asked) {
      const id = each.feed.id;
      const overruns = recorded.overruns.filter(({ feed }) => feed === id);
      const held = { document: documents.get(id), isRenewed: renewed.has(id), overruns };
      await keepFeed(each, held, now, ports);
    }
    return {
      feeds: feeds.length,
      unchanged: asked.filter(({ outcome }) => outcome.outcome === 'unchanged').length,
      failed: asked.flatMap(({ feed, outcome }) =>
        outcome.outcome === 'failed' ? [{ feed: feed.id, why: outcome.why }] : [],
      ),
      items,
      nextAt: [...documents.values()].flatMap(({ recalled }) => recalled.nextAt ?? []).toSorted()[0] ?? null,
      judged: work.length,
      ...recorded,
    };
  };
}

/** Times of first sight are kept before anything is judged by them: a run that breaks off and is made again has the same. */
async function keepFirstSights(
  id: string,
  { recalled }: ReadDocument,
  now: Date,
  { records }: CheckPorts,
): Promise<void> {
  if (!recalled.dated.some(({ isNew, told }) => isNew && !told)) return;
  const until = daysAfter(now, STATE_KEPT_DAYS);
  await records.saveFeedMemory(id, { items: recalled.items, judged: {} }, until);
}

/** Of the stories as a whole: a feed that was judged for others reads its document again. */
function digestOf(stories: readonly Story[]): string {
  return digest(
    stories
      .map(({ baseline, digest: own }) => `${baseline.story} ${own}`)
      .toSorted()
      .join('\n'),
  );
}

/** Half of the time for which items are kept has gone by: those that a feed still carries are kept for longer. */
function keepsAnew(state: FeedState | null, now: Date, { keepDays }: CheckPorts): boolean {
  const days = Math.min(keepDays, STATE_KEPT_DAYS) / 2;
  return !!state?.keptAt && now.getTime() - Date.parse(state.keptAt) > days * DAY_MS;
}

async function askAll(
  feeds: readonly FeedRef[],
  stories: readonly Story[],
  now: Date,
  ports: CheckPorts,
): Promise<AskedFeed[]> {
  const { records, readFeed, reads = () => true, tell } = ports;
  const limit = pLimit(FEEDS_AT_ONCE);
  let done = 0;
  return Promise.all(
    feeds.map((feed) =>
      limit(async () => {
        const state = await records.feedState(feed.id);
        const own = stories.filter((story) => reads(story, feed));
        const validators = validatorsFor(keepsAnew(state, now, ports) ? null : state, digestOf(own), now);
        const outcome = await readFeed(addressOf(feed, state, now), validators, now);
        done += 1;
        const why = outcome.outcome === 'failed' ? outcome.why : null;
        tell?.({ step: 'feed', feed, outcome: outcome.outcome, why, done, of: feeds.length });
        return { feed, stories: own, state, outcome };
      }),
    ),
  );
}

async function keepFeed(
  { feed, stories, state, outcome }: AskedFeed,
  {
    document,
    isRenewed,
    overruns,
  }: { document: ReadDocument | undefined; isRenewed: boolean; overruns: readonly Overrun[] },
  now: Date,
  { records }: CheckPorts,
): Promise<void> {
  const until = daysAfter(now, STATE_KEPT_DAYS);
  // What its feed's time did not reach is judged by the next check; an item that takes too long itself is not.
  const left = new Set(overruns.flatMap(({ itemId, of }) => (of === 'feed' ? [itemId] : [])));
  if (document) {
    const judged = Object.fromEntries(stories.map(({ baseline, digest: own }) => [baseline.story, own]));
    const memory = {
      items: document.recalled.items.map((item) =>
        left.has(item.id) ? { ...item, isUnjudged: true as const } : item,
      ),
      judged,
    };
    if (isRenewed || JSON.stringify(memory) !== JSON.stringify(document.memory))
      await records.saveFeedMemory(feed.id, memory, until);
  }
  const judgedFor = digestOf(stories);
  const { nextAt = null, isTurnedOver = false } = document?.recalled ?? {};
  const held = { judgedFor, waits: nextAt !== null || left.size > 0, isRenewed, isTurnedOver };
  const told = withOverruns(outcome, overruns);
  const next = nextState(state ?? newState(feed, judgedFor, now), feed, told, held, now);
  await records.saveFeedState(next, until);
}

/** An answer with what of its items was left, for the feed's editor. */
function withOverruns(outcome: FeedOutcome, overruns: readonly Overrun[]): FeedOutcome {
  if (outcome.outcome !== 'read' || overruns.length === 0) return outcome;
  const count = (wanted: Overrun['of']) => overruns.filter(({ of }) => of === wanted).length;
  const [slow, unreached] = [count('item'), count('feed')];
  return {
    ...outcome,
    faults: [
      ...(slow > 0 ? [`items that take too long to judge are left out (${slow})`] : []),
      ...(unreached > 0
        ? [`its items take too long to judge: the next check goes on (${unreached} left)`]
        : []),
      ...outcome.faults,
    ],
  };
}

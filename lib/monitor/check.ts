import type { FeedRef } from '../model/feed.ts';
import type { Story } from '../model/story.ts';
import { type AskedFeed, type AskPorts, askAll, type FeedToRead, type Left } from './ask.ts';
import { recall } from './feed-memory.ts';
import { keepsAnew, stateKeptUntil } from './feed-state.ts';
import type { JudgedNew, JudgeNewPorts } from './judge-new.ts';
import { type Asked, keepFeed } from './keep-feed.ts';
import type { Records } from './ports.ts';
import { refOf, type StoryRef } from './story-ref.ts';
import { type ReadDocument, tellsAny, type Work, workOn } from './work.ts';

/** What a run came to. */
export interface RunSummary extends JudgedNew {
  readonly feeds: number;
  /** Feeds that were not asked: another check has read them since, or their host is left alone. */
  readonly left: readonly { readonly feed: string; readonly why: Left['why'] }[];
  readonly unchanged: number;
  readonly failed: readonly { readonly feed: string; readonly why: string }[];
  /** Items in the documents that were read, each once. */
  readonly items: number;
  /** Where an earlier time is replayed: when the first item was said that waits for its time, ISO 8601; null where none does. */
  readonly nextAt: string | null;
  /** Of the items that were read, the new and edited ones, and those that a changed story asks for: they were held against the claims. */
  readonly judged: number;
}

export interface CheckPorts extends JudgeNewPorts, AskPorts {
  readonly records: Records;
  /** The check replays an earlier time: items that are dated later wait. @default false */
  readonly replays?: boolean;
}

interface FeedPorts extends CheckPorts {
  /** The stories themselves, where a feed brings something for them; without those that are not watched any more. */
  readonly storiesOf: (refs: readonly StoryRef[]) => Promise<readonly Story[]>;
}

export const NOTHING_JUDGED: JudgedNew = {
  changes: 0,
  evidence: 0,
  lags: [],
  unread: [],
  awaited: [],
  overruns: [],
};

/** A run in which each feed is read for all of some stories. */
export type Check = (stories: readonly Story[], feeds: readonly FeedRef[]) => Promise<RunSummary>;

export function createCheck(ports: CheckPorts): Check {
  return (stories, feeds) => {
    const refs = stories.map(refOf);
    const storiesOf = async () => stories;
    return checkFeeds(
      feeds.map((feed) => ({ feed, stories: refs })),
      { ...ports, storiesOf },
    );
  };
}

/**
 * One run: reads the feeds, holds their new items against the claims of the stories that read them and records what they
 * report. What a feed held is noted only after its reports are written, so that a run that breaks off anywhere is
 * made good by the next one.
 */
export async function checkFeeds(feeds: readonly FeedToRead[], ports: FeedPorts): Promise<RunSummary> {
  const now = ports.now();
  const all = await askAll(feeds, now, ports);
  const asked = all.filter(isAsked);
  const renewed = new Set(
    asked.flatMap(({ feed, state }) => (keepsAnew(state, now, ports.keepDays) ? [feed.id] : [])),
  );
  const documents = await readDocuments(asked, renewed, now, ports);
  for (const [id, document] of documents) await keepFirstSights(id, document, now, ports);
  const { items, work } = workOn(documents, renewed);
  const recorded = await judgeWork(work, ports);
  for (const each of asked) {
    const id = each.feed.id;
    const overruns = recorded.overruns.filter(({ feed }) => feed === id);
    const held = { document: documents.get(id), isRenewed: renewed.has(id), overruns };
    await keepFeed(each, held, now, ports);
  }
  return {
    feeds: asked.length,
    left: all.flatMap(({ feed, outcome }) =>
      outcome.outcome === 'left' ? [{ feed: feed.id, why: outcome.why }] : [],
    ),
    unchanged: asked.filter(({ outcome }) => outcome.outcome === 'unchanged').length,
    failed: asked.flatMap(({ feed, outcome }) =>
      outcome.outcome === 'failed' ? [{ feed: feed.id, why: outcome.why }] : [],
    ),
    items,
    nextAt: [...documents.values()].flatMap(({ recalled }) => recalled.nextAt ?? []).toSorted()[0] ?? null,
    judged: work.length,
    ...recorded,
  };
}

/** What judges is loaded where there is something to judge. */
async function judgeWork(work: readonly Work[], ports: JudgeNewPorts): Promise<JudgedNew> {
  if (work.length === 0) return NOTHING_JUDGED;
  const { judgeNew } = await import('./judge-new.ts');
  return judgeNew(work, ports);
}

function isAsked(each: AskedFeed): each is Asked {
  return each.outcome.outcome !== 'left';
}

/** What was read, with the stories that anything in it is new to. */
async function readDocuments(
  asked: readonly Asked[],
  renewed: ReadonlySet<string>,
  now: Date,
  { records, replays = false, storiesOf }: FeedPorts,
): Promise<Map<string, ReadDocument>> {
  const read = new Map<string, Omit<ReadDocument, 'stories'>>();
  for (const { feed, outcome, stories: refs } of asked) {
    if (outcome.outcome !== 'read') continue;
    const memory = await records.feedMemory(feed.id);
    read.set(feed.id, { refs, memory, recalled: recall(outcome.items, memory, { now, replays }) });
  }
  const telling = [...read].filter(([id, each]) => tellsAny(each, renewed.has(id)));
  const wanted = new Map(telling.flatMap(([, { refs }]) => refs.map((ref) => [ref.slug, ref] as const)));
  const stories = wanted.size > 0 ? await storiesOf([...wanted.values()]) : [];
  const bySlug = new Map(stories.map((story) => [story.baseline.story, story]));
  const loaded = new Set(telling.map(([id]) => id));
  return new Map(
    [...read].map(([id, each]): [string, ReadDocument] => {
      if (!loaded.has(id)) return [id, { ...each, stories: [] }];
      const own = each.refs.flatMap(({ slug }) => bySlug.get(slug) ?? []);
      // One that was edited since the feed was asked for is judged, and noted, as it is now.
      return [id, { ...each, refs: own.map(refOf), stories: own }];
    }),
  );
}

/** Times of first sight are kept before anything is judged by them: a run that breaks off and is made again has the same. */
async function keepFirstSights(
  id: string,
  { recalled }: ReadDocument,
  now: Date,
  { records }: CheckPorts,
): Promise<void> {
  if (!recalled.dated.some(({ isNew, told }) => isNew && !told)) return;
  const until = stateKeptUntil(now);
  await records.saveFeedMemory(id, { items: recalled.items, judged: {} }, until);
}

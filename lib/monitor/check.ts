import { createHash } from 'node:crypto';
import pLimit from 'p-limit';
import type { PreparedStory } from '../compare/claims.ts';
import { prepareStory } from '../compare/claims.ts';
import type { Baseline } from '../model/baseline.ts';
import type { FeedReading, FeedRef, FeedState } from '../model/feed.ts';
import type { Item } from '../model/item.ts';
import { changeId, judge } from './engine.ts';
import { addressOf, newState, nextState, validatorsFor } from './feed-state.ts';
import type { Ports } from './ports.ts';

/** So many feeds are read at a time. */
const FEEDS_AT_ONCE = 6;

/**
 * For so long a feed's state is kept that nothing has changed in, in milliseconds. A later check reads the feed as a
 * new one, which records nothing twice.
 */
const STATE_KEPT_MS = 90 * 24 * 3_600_000;

/** What a run came to. `changes` counts the reported values that are new, `evidence` the reports written. */
export interface RunSummary {
  readonly feeds: number;
  readonly unchanged: number;
  readonly failed: readonly { readonly feed: string; readonly why: string }[];
  /** Items in the documents that were read, each once. */
  readonly items: number;
  /** Of these, the new and edited ones, which were held against the claims. */
  readonly judged: number;
  readonly changes: number;
  readonly evidence: number;
  /** For each of the new changes, the seconds from the publication of its report to its record. */
  readonly lags: readonly number[];
}

/** A feed with what was kept of it and what reading it came to. */
interface Visit {
  readonly feed: FeedRef;
  readonly state: FeedState | null;
  readonly reading: FeedReading;
}

/**
 * One run: reads the feeds, holds their new items against the claims of every story given and records what they
 * report. What a feed held is noted only after its reports are written, so that a run that breaks off anywhere is
 * made good by the next one.
 */
export async function check(
  stories: readonly Baseline[],
  feeds: readonly FeedRef[],
  ports: Ports,
): Promise<RunSummary> {
  const now = ports.now();
  const judgedFor = digest(JSON.stringify(stories));
  const visits = await visitAll(feeds, judgedFor, now, ports);
  const { all, fresh } = itemsOf(visits, judgedFor, now);
  const written = await recordAll(fresh, stories.map(prepareStory), now, ports);
  for (const visit of visits) await keepState(visit, judgedFor, now, ports);
  return {
    feeds: feeds.length,
    unchanged: visits.filter(({ reading }) => reading.outcome === 'unchanged').length,
    failed: visits.flatMap(({ feed, reading }) =>
      reading.outcome === 'failed' ? [{ feed: feed.id, why: reading.why }] : [],
    ),
    items: all.length,
    judged: fresh.length,
    ...written,
  };
}

async function visitAll(
  feeds: readonly FeedRef[],
  judgedFor: string,
  now: Date,
  { records, readFeed, tell }: Ports,
): Promise<Visit[]> {
  const limit = pLimit(FEEDS_AT_ONCE);
  let done = 0;
  return Promise.all(
    feeds.map((feed) =>
      limit(async () => {
        const state = await records.feedState(feed.id);
        const validators = validatorsFor(state, judgedFor, now);
        const reading = await readFeed(addressOf(feed, state, now), validators, now);
        done += 1;
        tell?.({
          step: 'feed',
          feed,
          outcome: reading.outcome,
          why: reading.outcome === 'failed' ? reading.why : null,
          done,
          of: feeds.length,
        });
        return { feed, state, reading };
      }),
    ),
  );
}

/** The items of all documents, each once, and those of them to judge, in order of publication. */
function itemsOf(visits: readonly Visit[], judgedFor: string, now: Date): { all: Item[]; fresh: Item[] } {
  const all = new Map<string, Item>();
  const fresh = new Map<string, Item>();
  for (const { state, reading } of visits) {
    if (reading.outcome !== 'read') continue;
    const seen = new Set(state?.judgedFor === judgedFor ? state.seen : []);
    for (const item of reading.items) {
      if (isAhead(item, now)) continue;
      const print = fingerprint(item);
      all.set(print, item);
      if (!seen.has(print)) fresh.set(print, item);
    }
  }
  const byTime = (a: Item, b: Item) => a.publishedAt.localeCompare(b.publishedAt) || a.id.localeCompare(b.id);
  return { all: [...all.values()], fresh: [...fresh.values()].toSorted(byTime) };
}

/** Dated later than now: it waits for its time. */
function isAhead({ publishedAt }: Item, now: Date): boolean {
  return Date.parse(publishedAt) > now.getTime();
}

async function recordAll(
  items: readonly Item[],
  stories: readonly PreparedStory[],
  now: Date,
  { records, tell }: Ports,
): Promise<Pick<RunSummary, 'changes' | 'evidence' | 'lags'>> {
  const lags: number[] = [];
  let evidence = 0;
  for (const [i, item] of items.entries()) {
    for (const story of stories) {
      for (const report of judge(story, item).reports) {
        const { claimId, aspect, value } = report;
        const slug = story.baseline.story;
        const answer = await records.addEvidence(
          { id: changeId(slug, report), story: slug, claimId, aspect, value },
          report.evidence,
          now.toISOString(),
        );
        // Marks of turns are many; what they come to is folded.
        if (claimId === null) continue;
        if (answer === 'created')
          lags.push(Math.round((now.getTime() - Date.parse(report.evidence.publishedAt)) / 1000));
        if (answer !== 'known') evidence += 1;
      }
    }
    tell?.({ step: 'item', done: i + 1, of: items.length, changes: lags.length });
  }
  return { changes: lags.length, evidence, lags };
}

async function keepState(
  { feed, state, reading }: Visit,
  judgedFor: string,
  now: Date,
  { records }: Ports,
): Promise<void> {
  const items = reading.outcome === 'read' ? reading.items : [];
  const here = items.filter((item) => !isAhead(item, now));
  const held = { judgedFor, seen: here.map(fingerprint), waits: here.length < items.length };
  const next = nextState(state ?? newState(feed, judgedFor, now), feed, reading, held, now);
  await records.saveFeedState(next, new Date(now.getTime() + STATE_KEPT_MS));
}

/** Of an item as it reads now: an edited one has another. */
function fingerprint({ id, title, summary }: Item): string {
  return digest([id, title, summary].join('\n'));
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 10);
}

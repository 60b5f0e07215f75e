import { createHash } from 'node:crypto';
import { newSince } from '../compare/fold/since.ts';
import { lastLookOf } from '../monitor/article.ts';
import { type Ledger, readLedger } from '../monitor/ledger.ts';
import type { Articles, Changes, Feeds, KeptStory, Stories } from '../monitor/ports.ts';
import type { Waiting } from '../monitor/waiting-port.ts';
import { type RecordView, type StoryView, toStoryView } from '../view/page/story-data.ts';
import type { StoryState } from '../view/page/story-page.ts';

/** What the pages read and write. */
export type PageRecords = Pick<Stories, 'stories' | 'story' | 'saveStory'> &
  Pick<Changes, 'changes' | 'decide'> &
  Pick<Articles, 'articleState'> &
  Pick<Waiting, 'waitingItems'> &
  Pick<Feeds, 'feedStates'>;

/** Since when things are new, and whether by when they were published or by when they came to be known. */
export interface Since {
  readonly time: Date;
  readonly by: 'looked' | 'published';
}

/** A story as a page shows it, with what it was folded from. */
export interface StoryPageView extends StoryView {
  readonly ledger: Ledger;
}

/** A story with its records as they stand now. */
export async function viewOf(
  records: PageRecords,
  story: KeptStory,
  since: Since | null,
  now: Date,
): Promise<StoryPageView> {
  const ledger = await readLedger(records, story, null);
  const news = since
    ? newSince(story, ledger.stored, ledger.changes, since.time, since.by)
    : new Set<string>();
  return { ...toStoryView(ledger, news, now), ledger };
}

/** What a story's page tells besides. */
export async function stateOf(records: PageRecords, { baseline }: KeptStory, now: Date): Promise<StoryState> {
  const { article, feeds, story } = baseline;
  const [state, waiting, states] = await Promise.all([
    records.articleState(article.url),
    records.waitingItems(story, now),
    feeds.length > 0 ? records.feedStates(feeds) : new Map(),
  ]);
  const checks = [...states.values()].flatMap(({ checkedAt }) => checkedAt ?? []);
  return {
    look: lastLookOf(article, state),
    waiting,
    checkedAt: checks.toSorted().at(-1) ?? null,
  };
}

/** Tells a record as it is shown from what becomes of it: its reports, what they come to, and what was decided. */
export function digestOf({ record }: Pick<RecordView, 'record'>): string {
  const { id, kind, claimId, value, evidence, decisions } = record;
  const told = evidence.map(({ itemId, quote }) => [itemId, quote]);
  const text = JSON.stringify([id, kind, claimId, value, told, decisions.length, decisions.at(-1)?.at]);
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

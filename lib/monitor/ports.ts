import type { ArticleState } from '../model/article-page.ts';
import type { ChannelState } from '../model/channel-state.ts';
import type { Decision } from '../model/decision.ts';
import type { Deployment } from '../model/deployment.ts';
import type { FeedMemory, FeedOutcome, FeedRef, FeedState, Validators } from '../model/feed.ts';
import type { Item } from '../model/item.ts';
import type { FailureNote, OperationState } from '../model/operation.ts';
import type { ChangeKey, Evidence, StoredChange } from '../model/report.ts';
import type { Story } from '../model/story.ts';
import type { Answers } from '../readers/answers.ts';
import type { Batches } from '../readers/batches.ts';
import type { Budgets } from '../readers/budgets.ts';
import type { Waiting } from './waiting-port.ts';

/** A story as it is kept. */
export interface KeptStory extends Story {
  /** What its kept items were last held against, and how (stale.ts); null where they never were. */
  readonly judged: string | null;
  /** Its rows were left by an older version: they can be read, and are brought up before anything is written. */
  readonly isOlder: boolean;
  /** Who put it: `deployment STACK`, or `command`; null where an older version did. */
  readonly putBy: string | null;
  /** What was said until then is recorded and not announced, ISO 8601; null where all is. */
  readonly quietSince: string | null;
  /** When its last replay began, ISO 8601: what that found, or took back, is not announced; null where there was none. */
  readonly replayedAt: string | null;
  readonly isRetired: boolean;
}

/** Who puts a story, and from when on it is announced; null for what is to stay as it is kept. */
interface Put {
  readonly by: string;
  readonly quietSince: string | null;
}

/** What tells how a story's rows are kept. */
type StoryRows = Pick<KeptStory, 'baseline' | 'isOlder'>;

/** Where stories are kept. Every write can be repeated without harm. */
export interface Stories {
  /** All stories that are watched, by their slugs, but for that of a canary. */
  stories(): Promise<KeptStory[]>;
  /** These and the retired ones. */
  everyStory(): Promise<KeptStory[]>;
  story(slug: string): Promise<KeptStory | null>;
  /** Those of these that are watched. */
  storiesNamed(slugs: readonly string[]): Promise<KeptStory[]>;
  /** Writes only where the story differs from what is kept; a retired one is watched again. Rows of an older version are brought up. */
  saveStory(story: Story, put?: Put): Promise<void>;
  /** Notes that a replay of a story begins, before it writes anything. */
  noteReplay(story: KeptStory, at: Date): Promise<void>;
  /** Ends the watch on a story. It is kept, with its records. */
  retireStory(slug: string): Promise<void>;
  /** Deletes all that is kept of a story. @returns how many rows */
  deleteStory(story: Pick<KeptStory, 'baseline' | 'judged'>): Promise<number>;
  /** Notes how all kept items of a story were judged (stale.ts), but for those that wait; nothing where the story was edited meanwhile. */
  noteJudged(story: Story, judged: string): Promise<void>;
}

/** Where it is kept what is known of feeds. */
export interface Feeds {
  feedState(id: string): Promise<FeedState | null>;
  /** The states that are kept of these feeds, by their ids. */
  feedStates(ids: readonly string[]): Promise<ReadonlyMap<string, FeedState>>;
  /** @param until when the state may be forgotten: a feed that was removed leaves nothing behind for ever */
  saveFeedState(state: FeedState, until: Date): Promise<void>;
  feedMemory(id: string): Promise<FeedMemory>;
  saveFeedMemory(id: string, memory: FeedMemory, until: Date): Promise<void>;
  /** Forgets all that is known of a feed. */
  deleteFeed(id: string): Promise<void>;
}

/** Which hosts want to be left alone, over all their feeds. */
export interface Hosts {
  /** Until when, ISO 8601; null where a host does not. */
  hostWait(host: string): Promise<string | null>;
  saveHostWait(host: string, until: string): Promise<void>;
}

/** Where the items are kept that a story's gate let through, each version of them. */
export interface Items {
  /**
   * Keeps a version of an item for a story until a time; of one that is kept already the earlier times stay.
   * @param waitsSince from when on it waits for its reader; null where it is judged at once
   * @returns whether it was written, so that it waits
   */
  keepItem(story: string, item: Item, until: Date, waitsSince: Date | null): Promise<boolean>;
  /** All that is kept for a story, in no particular order. @param now leaves out what has expired by then */
  keptItems(story: string, now: Date): Promise<Item[]>;
  /** The versions that are kept of one item and do not wait. */
  judgedVersions(story: string, itemId: string, now: Date): Promise<Item[]>;
}

/** Where change records are kept. */
export interface Changes {
  /**
   * Makes the record if there is none and adds the evidence if it is not there: one write, in any order. Evidence of
   * an item that was edited takes the place of what was there of it.
   * @param goesAt when a record may go that nothing else comes to, neither a report nor a decision; null for never
   * @returns `created` the record, `added` to it, or `known` already
   */
  addEvidence(
    change: ChangeKey,
    evidence: Evidence,
    recordedAt: string,
    goesAt?: Date | null,
  ): Promise<'created' | 'added' | 'known'>;
  /** Takes a report out of its change, as long as it is there as it was read. It stays kept. */
  supersede(change: ChangeKey, evidence: Evidence): Promise<void>;
  /** The reports of a story that others took the place of, in no particular order. */
  superseded(story: string): Promise<SupersededReport[]>;
  /** Keeps an editor's word on a change. @param seen so many decisions on it the editor has seen */
  decide(story: string, id: string, decision: Decision, seen: number): Promise<Decided>;
  /** All changes of a story, in no particular order. */
  changes(story: StoryRows): Promise<StoredChange[]>;
  /** The stories with a change recorded at or after `since` (ISO 8601), newest first. */
  storiesChangedSince(since: string): Promise<string[]>;
}

/** What came of a decision: it is kept, others decided meanwhile, there is no such change, or it has no room for more. */
export type Decided = 'kept' | 'overtaken' | 'missing' | 'full';

/** A report that another reader's word has taken the place of. */
export interface SupersededReport {
  readonly change: ChangeKey;
  readonly evidence: Evidence;
}

/** Where it is kept what the pages of watched articles said. */
export interface Articles {
  articleState(url: string): Promise<ArticleState | null>;
  articleStates(urls: readonly string[]): Promise<ReadonlyMap<string, ArticleState>>;
  /** @param until when it may be forgotten */
  saveArticleState(state: ArticleState, until: Date): Promise<void>;
}

/** Which channels were switched off by their receivers. */
export interface ChannelStates {
  channelState(name: string): Promise<ChannelState | null>;
  channelStates(): Promise<ChannelState[]>;
  saveChannelState(state: ChannelState): Promise<void>;
  deleteChannelState(name: string): Promise<void>;
}

/** How a deployment goes, for whoever operates it. */
export interface Operation {
  operationState(stack: string): Promise<OperationState | null>;
  saveOperationState(stack: string, state: OperationState): Promise<void>;
  /** What people were told of these feeds' failures, by their ids. */
  failureNotes(ids: readonly string[]): Promise<ReadonlyMap<string, FailureNote>>;
  /** @param until when it may be forgotten */
  saveFailureNote(note: FailureNote, until: Date): Promise<void>;
}

/** What deployments a table has. */
export interface Deployments {
  deployments(): Promise<Deployment[]>;
  saveDeployment(deployment: Deployment): Promise<void>;
  removeDeployment(stack: string): Promise<void>;
}

export type Records = Stories &
  Feeds &
  Hosts &
  Articles &
  Items &
  Waiting &
  Changes &
  Answers &
  Batches &
  Budgets &
  Deployments &
  ChannelStates &
  Operation;

/** How feeds are read; never throws. */
export type ReadFeed = (feed: FeedRef, validators: Validators, now: Date) => Promise<FeedOutcome>;

/** What a run tells while it goes on. */
export type Progress =
  | {
      readonly step: 'feed';
      readonly feed: FeedRef;
      readonly outcome: FeedOutcome['outcome'] | 'left';
      readonly why: string | null;
      readonly done: number;
      readonly of: number;
    }
  | { readonly step: 'item'; readonly done: number; readonly of: number };

import type { Baseline } from '../model/baseline.ts';
import type { FeedReading, FeedRef, FeedState, Validators } from '../model/feed.ts';
import type { ChangeKey, Decision, Evidence, StoredChange } from '../model/report.ts';

/** Where stories, feed states and change records are kept. Every write can be repeated without harm. */
export interface Records {
  /** All stories that are watched, by their slugs. */
  stories(): Promise<Baseline[]>;
  story(slug: string): Promise<Baseline | null>;
  /** Writes only where the baseline differs from what is kept; a retired story is watched again. */
  saveStory(baseline: Baseline): Promise<void>;
  /** Ends the watch on a story. It is kept, with its records. */
  retireStory(slug: string): Promise<void>;
  feedState(id: string): Promise<FeedState | null>;
  /** The states that are kept of these feeds, by their ids. */
  feedStates(ids: readonly string[]): Promise<ReadonlyMap<string, FeedState>>;
  /** @param until when the state may be forgotten: a feed that was removed leaves nothing behind for ever */
  saveFeedState(state: FeedState, until: Date): Promise<void>;
  /**
   * Makes the record if there is none and adds the evidence if it is not there: one write, in any order. Evidence of
   * an item that was edited takes the place of what was there of it.
   * @returns `created` the record, `added` to it, or `known` already
   */
  addEvidence(
    change: ChangeKey,
    evidence: Evidence,
    recordedAt: string,
  ): Promise<'created' | 'added' | 'known'>;
  /** Keeps an editor's word on a change. @returns false where there is no such change */
  decide(story: string, id: string, decision: Decision): Promise<boolean>;
  /** All changes of a story, in no particular order. */
  changes(story: string): Promise<StoredChange[]>;
  /** The stories with a change recorded at or after `since` (ISO 8601), newest first. */
  storiesChangedSince(since: string): Promise<string[]>;
}

/** Where it is kept what was announced, so that each announcement is delivered once by each channel. */
export interface Notices {
  /** The announcements of a story that were delivered, each as `channel id`. */
  delivered(story: string): Promise<ReadonlySet<string>>;
  /**
   * Takes a delivery for itself until `until` (ISO 8601), unless it is made or another one has it.
   * @returns whose it is: `mine`, `delivered` already, or in the hands of `another`
   */
  take(notice: Notice, now: string, until: string): Promise<'mine' | 'delivered' | 'another'>;
  /** Notes that it is delivered, or that it failed and may be taken again. */
  settle(notice: Notice, outcome: 'delivered' | 'failed'): Promise<void>;
}

/** One announcement on its way by one channel. */
export interface Notice {
  readonly story: string;
  readonly id: string;
  readonly channel: string;
}

/** How feeds are read; never throws. */
type ReadFeed = (feed: FeedRef, validators: Validators, now: Date) => Promise<FeedReading>;

/** What a run tells while it goes on. */
export type Progress =
  | {
      readonly step: 'feed';
      readonly feed: FeedRef;
      readonly outcome: FeedReading['outcome'];
      readonly why: string | null;
      readonly done: number;
      readonly of: number;
    }
  | { readonly step: 'item'; readonly done: number; readonly of: number; readonly changes: number };

export interface Ports {
  readonly readFeed: ReadFeed;
  readonly records: Records;
  readonly now: () => Date;
  readonly tell?: (progress: Progress) => void;
}

import type { Item } from '../model/item.ts';
import type { WaitsFor } from '../model/waiting.ts';

/** Where a waiting item stands in the queue of its story. */
export interface WaitingKey {
  readonly story: string;
  readonly itemId: string;
  readonly version: string;
  /** ISO 8601; for a batch, until when it is held for that. */
  readonly since: string;
  readonly waitsFor: WaitsFor;
}

/** A waiting item in the hands of one who reads it, as long as its lease lasts. */
export interface TakenItem extends WaitingItem {
  readonly key: WaitingKey;
  /** It was judged before, so that what it does not say any more is to be superseded. */
  readonly isAgain: boolean;
  /** It was asked about in vain: now by itself, so that what makes it fail harms no other. */
  readonly isAlone: boolean;
  /** ISO 8601: until when. */
  readonly lease: string;
}

/** An item that waits to be judged. */
export interface WaitingItem {
  readonly item: Item;
  /** So often it was tried in vain, by what may be its own fault. */
  readonly tries: number;
  /** Why it could not be judged; empty where it was not tried yet. */
  readonly why: string;
  /** Null where it was given up. */
  readonly waitsFor: WaitsFor | null;
}

/** What came of an item that could not be judged; `waitsFor` is null where it is given up. */
type Unread = Pick<TakenItem, 'why' | 'tries' | 'waitsFor' | 'isAlone' | 'isAgain'>;

/** The kept items that wait for their reader: a queue for each story, oldest first. */
export interface Waiting {
  /** The queue of a story, or of all, each oldest first; what was written just now may be missing. */
  waitingKeys(story: string | null): Promise<WaitingKey[]>;
  /** All that waits for a story with what was noted of it, what was given up included. */
  waitingItems(story: string, now: Date): Promise<WaitingItem[]>;
  /** Lets a kept item that was judged before wait again, whoever may have it in hand. */
  waitAgain(story: string, item: Item, since: Date): Promise<void>;
  /**
   * Takes a waiting item for itself until a time.
   * @param isBatch it waits for the answer to a batch from now on, until then
   * @returns null where another has it, or it does not wait any more
   */
  take(key: WaitingKey, now: Date, until: Date, isBatch?: boolean): Promise<TakenItem | null>;
  /** Notes that an item in hand was judged: it waits no more. @returns false where another has it now, and nothing is noted */
  noteRead(taken: TakenItem): Promise<boolean>;
  /** Notes that it could not be judged: it goes back into its queue. @returns as above */
  noteUnread(taken: TakenItem, unread: Unread, now: Date): Promise<boolean>;
  /** Notes of an item in hand that it is judged meanwhile. @returns as above */
  noteAgain(taken: TakenItem): Promise<boolean>;
  /** Notes of an item in nobody's hands what it waits for, and why. */
  putOff(key: WaitingKey, waitsFor: WaitsFor, why: string, now: Date): Promise<void>;
  /** Gives back an item that was held for a batch. */
  endBatch(key: Pick<WaitingKey, 'story' | 'itemId' | 'version'>, why: string, now: Date): Promise<void>;
  /** Lets an item wait no more, whoever has it. */
  stopWaiting(story: string, item: Item): Promise<void>;
}

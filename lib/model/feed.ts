import type { FeedItem } from './item.ts';

/** A feed to read. `id` stays the same when the address changes, as that of a file served on a free port does. */
export interface FeedRef {
  readonly id: string;
  readonly url: string;
}

/** What a server gave to ask by whether anything has changed, byte for byte. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** Of the body, for servers that give neither, or another one each time. */
  readonly digest: string | null;
}

export const NO_VALIDATORS: Validators = { etag: null, lastModified: null, digest: null };

/**
 * Why a feed was not read:
 * - `gone`: its server says that it is no more (410)
 * - `missing`: nothing is at its address (404), or its host is unknown
 * - `busy`: its server wants to be left alone for a while (429, 503, a redirect with `Retry-After`)
 * - `refused`: its server does not want this reader (401, 403, a bot challenge)
 * - `forbidden`: its address is none that may be read: private, loopback, no http
 * - `broken`: whatever else goes wrong on the way or in the document
 */
export type FailureCause = 'gone' | 'missing' | 'busy' | 'refused' | 'forbidden' | 'broken';

/** What an answer says of the next time, whether it brought anything or not. */
interface Manners {
  /** Bytes that came over the wire. */
  readonly bytes: number;
  /** The server and the feed ask not to be asked before, ISO 8601; null where they don't. */
  readonly notBefore: string | null;
  /** Where the feed says that it has moved for good. */
  readonly movedTo: string | null;
}

/** How often a feed's publisher says that it is worth a look. */
export interface Asks {
  /** In minutes, from `ttl` or `sy:updatePeriod`. */
  readonly minutes?: number;
  /** Hours of the day, UTC, in which nobody need ask. */
  readonly skipHours?: readonly number[];
}

/** What reading a feed came to. A failure is a value: it never stops the other feeds. */
export type FeedOutcome =
  | ({
      readonly outcome: 'read';
      readonly title: string;
      readonly items: readonly FeedItem[];
      readonly validators: Validators;
      /** How its document was read. */
      readonly stage: string;
      readonly faults: readonly string[];
      readonly asks: Asks;
      /** Where it offers to tell of new items itself (WebSub); null where it does not. */
      readonly hub: string | null;
    } & Manners)
  /** By the server's word (304), or since its body is the same as last time. */
  | ({
      readonly outcome: 'unchanged';
      readonly by: '304' | 'body';
      readonly validators: Validators;
    } & Manners)
  | ({
      readonly outcome: 'failed';
      readonly cause: FailureCause;
      readonly why: string;
      /** The host that wants to be left alone; a feed may redirect to another one. */
      readonly busyHost?: string;
    } & Manners);

/** The failure of a feed that stands since `since`, after so many tries. */
interface FeedFailure {
  readonly cause: FailureCause;
  readonly why: string;
  readonly since: string;
  readonly times: number;
  /** The host that wants to be left alone, where one does. */
  readonly busyHost?: string;
}

/** What is kept of a feed between two checks. */
export interface FeedState {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly validators: Validators;
  /** A digest of the stories that the feed's items were last held against. */
  readonly judgedFor: string;
  /** How its document was last read, and what had to be mended in it. */
  readonly stage: string;
  readonly faults: readonly string[];
  /** Null after a check that went well. */
  readonly failure: FeedFailure | null;
  /** When it was last asked, when its document last came whole, and when it was last another one; ISO 8601. */
  readonly checkedAt: string;
  readonly wholeAt: string | null;
  readonly changedAt: string | null;
  /** When the items that it carries were last kept as a whole; null where none were. */
  readonly keptAt: string | null;
  /** Before this time a scheduled check leaves the feed alone, ISO 8601; `never` reads it again, null any time does. */
  readonly nextCheckAt: string | null;
  /** So many minutes pass between two of its items; null where it holds none. */
  readonly pace: number | null;
  /** Since when all its items were new at a check, and how often: it may have held others in between. Null for a week without. */
  readonly missed: { readonly since: string; readonly last: string; readonly times: number } | null;
  /** What the feed itself asks for. */
  readonly asks: Asks;
  /** Where its server says that it has moved for good, since when; followed without asking the old address after a week. */
  readonly moved: { readonly to: string; readonly since: string } | null;
  readonly counts: FeedCounts;
}

/** What a feed has cost so far. */
interface FeedCounts {
  readonly checks: number;
  readonly unchanged: number;
  /** Over the wire. */
  readonly bytes: number;
  /** That an answer without change did not send, taken to be as many as its last whole document had. */
  readonly saved: number;
  /** Of its last whole document, over the wire. */
  readonly size: number;
}

export const NEVER = 'never';

/** What is remembered of one item of a feed, without its text. */
export interface RememberedItem {
  readonly id: string;
  /** A digest of the guid by which the feed knows it. */
  readonly guid: string;
  /** Of its text, as it was last read here. */
  readonly version: string;
  /** When it was first seen here, and when this version of it was said; ISO 8601. */
  readonly firstAt: string;
  readonly saidAt: string;
  /** The feed itself gives the time of this version: it needs no memory once the item has left. */
  readonly told: boolean;
  /** When it left the feed; null while it is there. */
  readonly leftAt: string | null;
  /** It was not judged yet: judging its feed took too long. */
  readonly isUnjudged?: true;
}

/** What is remembered of a feed's items, so that only new and edited ones are judged, and times of first sight hold. */
export interface FeedMemory {
  readonly items: readonly RememberedItem[];
  /** The digest of each story that the items were last held against, by its slug. */
  readonly judged: Readonly<Record<string, string>>;
  /** What version 0.1.0 left: digests of the items that it had seen, and when it last looked. */
  readonly legacy?: { readonly seen: readonly string[]; readonly at: string };
}

export const NO_MEMORY: FeedMemory = { items: [], judged: {} };

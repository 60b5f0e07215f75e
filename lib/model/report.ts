import type { Decision } from './decision.ts';
import type { Value } from './value.ts';

export const KINDS = [
  'scheduled',
  'rescheduled',
  'cancelled',
  'occurred',
  'revised',
  'confirmed',
  'denied',
  'responded',
  'new',
] as const;
/** What a change does to its claim. */
export type Kind = (typeof KINDS)[number];

/** One item that reports a change, its words for it and what they come to. */
export interface Evidence {
  /** The identity of the item. */
  readonly itemId: string;
  readonly guid: string;
  readonly title: string;
  readonly link: string;
  readonly source: string;
  readonly origin: string;
  readonly publishedAt: string;
  /** When the item first said so, which may be in a later version of it. */
  readonly saidAt: string;
  /** When the version was said whose words these are. */
  readonly wordedAt: string;
  /** That version; missing in older reports. */
  readonly version?: string;
  readonly quote: string;
  /** The kind that its reader calls it; what it comes to beside other reports is folded. Missing in reports of version 0.1.0. */
  readonly kind?: Kind;
  readonly value: Value;
  /** What it changed to in a few of the item's own words, where its value has none; null or missing without. */
  readonly words?: string | null;
  /** How likely it reports the change, from 0 to 1. */
  readonly likely: number;
  /** What judged the item. */
  readonly reader: string;
  /** The item says that it corrects a figure. */
  readonly corrects: boolean;
  /** When it was written, ISO 8601; missing where an earlier version did. */
  readonly keptAt?: string;
  /** The digest of the story that the item was held against. */
  readonly heldAgainst: string;
  /** It was judged so until the story's own reader can be asked. */
  readonly isMeanwhile?: true;
  /** It was found by a replay, and is told to nobody. */
  readonly isReplayed?: true;
}

/**
 * What of a claim an item speaks of:
 * - `date`: when it is due
 * - `state`: where its event stands
 * - `figure:SLOT`: one of its figures
 * - `stance`: whether what it says holds
 * - `response`: whether its silent party has spoken
 * - `turn`: nothing of a claim, an unforeseen turn
 */
export type Aspect = 'date' | 'state' | `figure:${string}` | 'stance' | 'response' | 'turn';

/** What one item says about one claim, apart from what else is known; `claimId` is null for a turn. */
export interface Report {
  readonly claimId: string | null;
  readonly aspect: Aspect;
  /** What makes it the same change as other reports of the aspect (lib/model/value.ts). */
  readonly key: string;
  readonly evidence: Evidence;
}

/** What makes a change one and the same, whoever reports it. */
export interface ChangeKey {
  readonly id: string;
  readonly story: string;
  readonly claimId: string | null;
  readonly aspect: Aspect;
}

/** All reports of one change, as they are kept: what it means is folded when it is read. */
export interface StoredChange extends ChangeKey {
  readonly evidence: readonly Evidence[];
  /** When its first report was written; missing where that is not known. */
  readonly recordedAt?: string;
  /** All that editors said of its reports, oldest first; the last word on each report counts. */
  readonly decisions: readonly Decision[];
}

/** A sure change is recorded and announced; a possible one waits for an editor's yes or no. */
type Certainty = 'sure' | 'possible';

/** One of the values that origins give for one measure in the same hours. */
export interface Contested {
  readonly value: Value;
  readonly origins: readonly string[];
}

/** What reports say by themselves. */
export interface Reported {
  readonly value: Value;
  readonly words: string | null;
}

/** A change as a reader sees it. */
export interface ChangeRecord extends ChangeKey {
  readonly kind: Kind;
  readonly value: Value;
  /** What it changed to in a few words: an editor's, else of its first sure report, else of its first one; null where none has any. */
  readonly words: string | null;
  /** What its reports say in place of which an editor put the value; null where it is theirs. */
  readonly reported: Reported | null;
  /** What the article or the last sure record says; null where neither says anything. */
  readonly before: Value | null;
  /** Where the values of several origins differ: each of them; else empty. */
  readonly contested: readonly Contested[];
  readonly firstSeen: string;
  readonly lastSeen: string;
  readonly confidence: number;
  /** `sure` as well where an editor accepted it. */
  readonly certainty: Certainty;
  /** Reports of the same value that an editor rejected before these came. */
  readonly rejected: number;
  /** The changes that it is made of, by their ids: several where values are contested or one measure has two units. */
  readonly changes: readonly string[];
  /** The id of the change that this one comes after on the same claim and aspect. */
  readonly supersedes: string | null;
  /** All that editors said of its changes, oldest first. */
  readonly decisions: readonly Decision[];
  readonly evidence: readonly Evidence[];
}

/** The part of a record's id that tells it apart: `peace-plan.1a2b3c4d5e` → `1a2b3c4d5e`. */
export function shortId(id: string): string {
  return id.slice(id.lastIndexOf('.') + 1);
}

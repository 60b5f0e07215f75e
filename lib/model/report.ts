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

/** One item that reports a change, and its words for it. */
export interface Evidence {
  /** The identity of the item. */
  readonly itemId: string;
  readonly guid: string;
  readonly title: string;
  readonly link: string;
  readonly source: string;
  readonly origin: string;
  readonly publishedAt: string;
  readonly editedAt: string;
  readonly quote: string;
  /** When the event was or will be, as this item has it, in EDTF. */
  readonly when: string | null;
  /** From 0 to 1. */
  readonly confidence: number;
}

/**
 * What an item says about a claim:
 * - `date`: it is to happen at `value`, an EDTF date
 * - `state`: it is `held`, `called-off`, `postponed` or `going-ahead`
 * - `figure:ROLE`: the number is `value`; a leading `+` adds
 * - `stance`: `confirmed` or `denied`
 * - `response`: the party that has now spoken
 * - `turn`: an unforeseen turn, by its name
 */
export type Aspect = 'date' | 'state' | `figure:${string}` | 'stance' | 'response' | 'turn';

/** What one item says about one claim, apart from what else is known; `claimId` is null for a turn. */
export interface Report {
  readonly claimId: string | null;
  readonly aspect: Aspect;
  readonly value: string;
  readonly evidence: Evidence;
}

/** What makes a change one and the same, whoever reports it. */
export interface ChangeKey {
  readonly id: string;
  readonly story: string;
  readonly claimId: string | null;
  readonly aspect: Aspect;
  readonly value: string;
}

/** An editor's word on a change that was only possible. */
export type Decision = 'accepted' | 'rejected';

/** All reports of one change, as they are kept: what it means is folded when it is read. */
export interface StoredChange extends ChangeKey {
  readonly evidence: readonly Evidence[];
  /** Missing where nobody decided. */
  readonly decision?: Decision | undefined;
}

/** A sure change is recorded and announced; a possible one waits for an editor's yes or no. */
type Certainty = 'sure' | 'possible';

/** A change as a reader sees it. */
export interface ChangeRecord extends ChangeKey {
  readonly kind: Kind;
  readonly before: string;
  readonly after: string;
  readonly firstSeen: string;
  readonly lastSeen: string;
  readonly confidence: number;
  /** `sure` as well where an editor accepted it. */
  readonly certainty: Certainty;
  /** The id of the change that this one comes after on the same claim and aspect. */
  readonly supersedes: string | null;
  readonly evidence: readonly Evidence[];
}

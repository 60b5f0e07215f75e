import type { Claim } from './baseline.ts';
import type { Kind } from './report.ts';
import type { Slots } from './story.ts';

/**
 * What is to be mended in a claim:
 * - `nothing`: no event, figure or party was recognised
 * - `events`: more than one event is ahead in it
 * - `pronoun`: it begins with a word that stands for a name
 * - `relative`: a date that counts from the day of publication
 * - `long`: it has more words than one event, figure or stance needs
 * - `twin`: another claim says the same
 */
export interface ClaimFault {
  readonly fault: 'nothing' | 'events' | 'pronoun' | 'relative' | 'long' | 'twin';
  /** The words that it is about: two events, a pronoun, a date, the other claim's id. */
  readonly words: readonly string[];
  /** What a relative date comes to, in EDTF; else null. */
  readonly date: string | null;
}

/** A claim as the monitor reads it. */
export interface LintedClaim {
  readonly claim: Claim;
  readonly slots: Slots;
  /** Who keeps silent in it, in its own spelling. */
  readonly silent: readonly string[];
  /** The kinds of change that it can take by rules; a model may find others. */
  readonly kinds: readonly Kind[];
  readonly faults: readonly ClaimFault[];
}

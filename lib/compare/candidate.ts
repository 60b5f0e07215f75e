import type { Clause } from '../model/facet.ts';
import type { Aspect } from '../model/report.ts';

/** What a clause may say about a claim, before claims compete for it. */
export interface Candidate {
  readonly claimId: string;
  readonly clause: Clause;
  /** What in the clause is assigned, so that it goes to one claim: a date, a figure, an event, a stance. */
  readonly unit: string;
  readonly aspect: Aspect;
  readonly value: string;
  /** When the event was or will be, in EDTF. */
  readonly when: string | null;
  /** From 0 to 1. */
  readonly score: number;
  /** It is about kin of the claim's event, and all who act in the claim stand in the sentence: it serves this claim as well. */
  readonly kin?: boolean;
  /** What was seen, in words, for `explain`. */
  readonly because: string;
  /** Why it makes no report; null where it does. */
  readonly refused: string | null;
}

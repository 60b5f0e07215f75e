import type { Aspect } from '../../model/report.ts';
import type { Value } from '../../model/value.ts';
import type { Clause } from './facet.ts';

/** The questions that decide a kind. */
export type QuestionName = 'plan' | 'amount' | 'stance' | 'response';

/** What was seen of how well a clause fits a claim, by name, each from 0 to 1. */
export type Features = Readonly<Record<string, number>>;

/** What a clause may say about a claim, before claims compete for it. */
export interface Candidate {
  readonly claimId: string;
  readonly question: QuestionName;
  readonly clause: Clause;
  /** What in the clause is assigned, so that it goes to one claim: a date, a figure, an event, a stance. */
  readonly unit: string;
  readonly aspect: Aspect;
  readonly value: Value;
  /** It gives another date than the claim's own. */
  readonly moves?: boolean;
  /** What makes it the same change as others of the aspect (lib/model/value.ts). */
  readonly key: string;
  readonly features: Features;
  /** How likely the clause reports this change of this claim, from 0 to 1 (weigh.ts). */
  readonly score: number;
  /** It is about kin of the claim's event, and all who act in the claim stand in the sentence: it serves this claim as well. */
  readonly kin?: boolean;
  /** What was seen, in words, for `explain`. */
  readonly because: string;
  /** Why it makes no report; null where it does. */
  readonly refused: string | null;
}

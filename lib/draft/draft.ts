import type { ClaimFault } from '../model/lint.ts';

/** A claim that is proposed for a baseline, with the sentences that it comes from. */
export interface DraftedClaim {
  readonly id: string;
  readonly text: string;
  /** A few words for it; null where nobody gave any. */
  readonly label: string | null;
  /** The numbers of its sentences, from 1. */
  readonly sentences: readonly number[];
  /** Who says it; null where the article states it, or nobody was told. */
  readonly speaker: string | null;
  /** What would change it; null where nobody said. */
  readonly watch: string | null;
}

/** A proof that a claim failed, and the words that it is about. */
export interface DraftFault {
  readonly fault:
    | 'sentences'
    | 'name'
    | 'date'
    | 'figure'
    | 'speech'
    | 'hedge'
    | 'negation'
    | 'form'
    | 'number'
    | 'twin';
  readonly words: string;
}

/** What was drafted from an article. */
export interface Draft {
  readonly claims: readonly (DraftedClaim & { readonly mend: readonly ClaimFault[] })[];
  /** What was proposed and failed a proof. */
  readonly leftOut: readonly { readonly text: string; readonly faults: readonly DraftFault[] }[];
  /** Other forms of the names in the claims. */
  readonly names: Readonly<Record<string, readonly string[]>>;
}

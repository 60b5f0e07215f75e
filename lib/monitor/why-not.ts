import type { Judgement } from './judge.ts';

/** The first question at which an item fell short of changing a claim. */
export interface WhyNot {
  /** As `explain` numbers them; null where it does change the claim. */
  readonly question: 1 | 2 | 3 | 4 | null;
  /** What was found. */
  readonly found: string;
  /** What would have passed. */
  readonly needed: string;
}

/** Why an item makes no report on a claim: the first question that failed, by the candidate that came furthest. */
export function whyNot({ gate, candidates }: Judgement, claimId: string): WhyNot {
  if (!gate.passed)
    return {
      question: 1,
      found: `it is not of the story: its terms weigh ${gate.score.toFixed(2)}`,
      needed: `terms of the story that weigh ${gate.needed}, in an item published after the article`,
    };
  const own = candidates.filter((candidate) => candidate.claimId === claimId);
  if (own.some(({ refused }) => refused === null))
    return { question: null, found: 'it does report on the claim', needed: '' };
  const furthest = own.toSorted((a, b) => stepOf(b.refused) - stepOf(a.refused) || b.score - a.score)[0];
  if (!furthest)
    return {
      question: 2,
      found:
        'no clause has the claim’s event or its figure, moves or ends anything, upholds or disputes it, or answers for it',
      needed:
        'a clause with the claim’s event and a phase or a date, another number of what it counts, or its silent party speaking',
    };
  const question = stepOf(furthest.refused);
  return {
    question,
    found: `“${furthest.clause.sentence.text.slice(furthest.clause.start, furthest.clause.end).trim()}”: ${furthest.refused}`,
    needed: NEEDED[question],
  };
}

const NEEDED = {
  2: 'a clause with more of the claim’s own terms, and with the names of who acts',
  3: 'another value than the article’s, of the claim’s own place, time and parties',
  4: 'a clause that fits this claim better than its siblings, or nearly as well',
} as const;

/** The question that refuses in these words: 2 too little in common, 3 nothing new, 4 a sibling fits better. */
function stepOf(refused: string | null): 2 | 3 | 4 {
  if (/^(?:it fits|the item says it better)/.test(refused ?? '')) return 4;
  return /^too little speaks/.test(refused ?? '') ? 2 : 3;
}

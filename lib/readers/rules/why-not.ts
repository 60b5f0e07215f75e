import type { Judgement } from './judge.ts';

/** What the rules saw on a claim, and what they needed. */
interface WhyNotByRules {
  readonly found: string;
  readonly needed: string;
  /** Another claim has what was found. */
  readonly isSiblings: boolean;
}

/** Why the rules find nothing on a claim, by the candidate that came furthest. */
export function whyNotByRules({ ofStory, candidates }: Judgement, claimId: string): WhyNotByRules {
  if (!ofStory.passed)
    return {
      found: `it has too little of the story for the rules: its terms weigh ${ofStory.score.toFixed(2)}`,
      needed: `English terms of the story that weigh ${ofStory.needed}: the rules read no other language; a model does`,
      isSiblings: false,
    };
  const own = candidates.filter((candidate) => candidate.claimId === claimId);
  const furthest = own.toSorted((a, b) => stepOf(b.refused) - stepOf(a.refused) || b.score - a.score)[0];
  if (!furthest)
    return {
      found:
        'no clause has the claim’s event or its figure, moves or ends anything, upholds or disputes it, or answers for it',
      needed:
        'a clause with the claim’s event and a phase or a date, another number of what it counts, or its silent party speaking',
      isSiblings: false,
    };
  return {
    found: `“${furthest.clause.sentence.text.slice(furthest.clause.start, furthest.clause.end).trim()}”: ${furthest.refused}`,
    needed: NEEDED[stepOf(furthest.refused)],
    isSiblings: stepOf(furthest.refused) === 3,
  };
}

const NEEDED = {
  1: 'a clause with more of the claim’s own terms, and with the names of who acts',
  2: 'another value than the article’s, of the claim’s own place, time and parties',
  3: 'a clause that fits this claim better than its siblings, or nearly as well',
} as const;

/** How far a candidate came: 1 too little in common, 2 nothing new, 3 a sibling fits better. */
function stepOf(refused: string | null): 1 | 2 | 3 {
  if (/^(?:it fits|the item says it better)/.test(refused ?? '')) return 3;
  return /^too little speaks/.test(refused ?? '') ? 1 : 2;
}

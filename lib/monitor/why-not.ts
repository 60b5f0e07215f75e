import type { GateVerdict } from '../compare/gate.ts';
import type { Judgement as RulesJudgement } from '../readers/rules/judge.ts';
import { whyNotByRules } from '../readers/rules/why-not.ts';
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

/** Why an item makes no report on a claim: the first question that failed, by the finding that came furthest. */
export function whyNot(
  gate: GateVerdict,
  judgement: Judgement,
  rules: RulesJudgement | null,
  claimId: string,
): WhyNot {
  if (!gate.passed)
    return {
      question: 1,
      found: `it is not of the story: its ${gate.by} weigh ${gate.score.toFixed(2)}`,
      needed: `terms of the story that weigh ${gate.needed}, in an item published after the article`,
    };
  if (judgement.outcome === 'failed')
    return { question: 2, found: `it was not judged: ${judgement.why}`, needed: 'an answer of the reader' };
  const own = judgement.proven.filter(({ finding }) => finding.claimId === claimId);
  if (own.some(({ refused }) => refused === null))
    return { question: null, found: 'it does report on the claim', needed: '' };
  const furthest = own.find(({ meant }) => meant !== null) ?? own[0];
  if (!furthest?.refused)
    return rules
      ? { question: 2, ...whyNotByRules(rules, claimId) }
      : { question: 2, found: 'the reader finds nothing on the claim', needed: 'a finding, with its words' };
  return {
    question: furthest.refused.proof === 'figure' ? 3 : 4,
    found: `“${furthest.finding.quote}”: ${furthest.refused.why}`,
    needed: `a finding that the proof "${furthest.refused.proof}" lets through`,
  };
}

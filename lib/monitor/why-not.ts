import type { Fate } from '../compare/fold/fate.ts';
import type { GateVerdict } from '../compare/gate.ts';
import type { Judgement as RulesJudgement } from '../readers/rules/judge.ts';
import { whyNotByRules } from '../readers/rules/why-not.ts';
import type { Judgement } from './judge.ts';

/** The steps at which an item may fall short of changing a claim, in order. */
export type Step = 'gate' | 'reader' | 'value' | 'proof' | 'sibling' | 'ledger';

/** Where an item fell short of changing a claim, or that it did not. */
export type WhyNot =
  | {
      readonly step: Exclude<Step, 'ledger'>;
      /** What was found, and what would have passed. */
      readonly found: string;
      readonly needed: string;
    }
  | { readonly step: 'ledger'; readonly fate: Fate };

/** What is known of an item and a claim. */
export interface Asked {
  readonly gate: GateVerdict;
  readonly judgement: Judgement;
  /** What the rules saw, where they judged. */
  readonly rules: RulesJudgement | null;
  readonly claimId: string;
  /** What became of its reports on the claim, the best last. */
  readonly fates: readonly Fate[];
}

/** The first step at which an item falls short, by the finding that came furthest. */
export function whyNot({ gate, judgement, rules, claimId, fates }: Asked): WhyNot {
  const fate = fates.at(-1);
  if (fate && fate.outcome !== 'unkept') return { step: 'ledger', fate };
  if (!gate.passed)
    return gate.isInTime
      ? {
          step: 'gate',
          found: `it is not about the story: its ${gate.by} score ${gate.score.toFixed(2)}`,
          needed: `terms of the story that score ${gate.needed}`,
        }
      : {
          step: 'gate',
          found: 'it was published before the article',
          needed: 'an item of the article’s day or later',
        };
  if (judgement.outcome === 'failed')
    return {
      step: 'reader',
      found: `it was not judged: ${judgement.why}`,
      needed: 'an answer of the reader',
    };
  if (fate) return { step: 'ledger', fate };
  const own = judgement.proven.filter(({ finding }) => finding.claimId === claimId);
  const furthest = own.find(({ meant }) => meant !== null) ?? own[0];
  if (furthest?.refused) {
    const { proof, why } = furthest.refused;
    return {
      step: proof === 'figure' ? 'value' : 'proof',
      found: `“${furthest.finding.quote}”: ${why}`,
      needed: `a finding that the proof "${proof}" lets through`,
    };
  }
  if (rules) {
    const { found, needed, isSiblings } = whyNotByRules(rules, claimId);
    return { step: isSiblings ? 'sibling' : 'reader', found, needed };
  }
  const [sibling] = judgement.proven.filter(({ report }) => report !== null);
  if (sibling)
    return {
      step: 'sibling',
      found: `the reader gives “${sibling.finding.quote}” to ${sibling.finding.claimId} (${sibling.finding.kind}), and nothing to this claim`,
      needed: 'a finding on this claim, with its words',
    };
  return {
    step: 'reader',
    found: 'the reader finds nothing on the claim',
    needed: 'a finding, with its words',
  };
}

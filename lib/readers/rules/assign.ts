import type { Candidate } from './candidate.ts';

/** A sibling whose score comes this close to the best may share the unit: a summit's date serves the visit too. */
const SHARES_FROM = 0.93;
/** The same for kin: a meeting of the very people whom a visit is to bring together. */
const KIN_SHARES_FROM = 0.6;

/**
 * Joint assignment: each date, figure, event or stance of a part of an item goes to the claim that it fits best, and to
 * those that it fits nearly as well; a claim takes one plan, one stance and one figure of each role from an item, its head
 * before its paragraphs. Refused candidates come back with what beat them.
 * @param parts the candidates of the head, and of each paragraph
 */
export function assign(parts: readonly (readonly Candidate[])[]): Candidate[] {
  const [head = [], ...paragraphs] = parts.map(shareUnits);
  const judged = takeSlots(head);
  const taken = new Set(judged.filter(({ refused }) => refused === null).map(slotOf));
  const left = paragraphs
    .flat()
    .map((candidate) =>
      candidate.refused === null && taken.has(slotOf(candidate))
        ? { ...candidate, refused: BETTER }
        : candidate,
    );
  return [...judged, ...takeSlots(left)];
}

const BETTER = 'the item says it better elsewhere';

function shareUnits(candidates: readonly Candidate[]): Candidate[] {
  const bestOfUnit = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const best = bestOfUnit.get(candidate.unit);
    if (candidate.refused === null && (!best || candidate.score > best.score))
      bestOfUnit.set(candidate.unit, candidate);
  }
  return candidates.map((candidate) => {
    const best = bestOfUnit.get(candidate.unit);
    if (
      candidate.refused !== null ||
      !best ||
      candidate.score >= (candidate.kin ? KIN_SHARES_FROM : SHARES_FROM) * best.score
    )
      return candidate;
    return {
      ...candidate,
      refused: `it fits ${best.claimId} better (${best.score.toFixed(2)} to ${candidate.score.toFixed(2)})`,
    };
  });
}

function takeSlots(judged: readonly Candidate[]): Candidate[] {
  const bestOfSlot = new Map<string, Candidate>();
  for (const candidate of judged) {
    const slot = slotOf(candidate);
    const best = bestOfSlot.get(slot);
    if (candidate.refused === null && (!best || prefers(candidate, best))) bestOfSlot.set(slot, candidate);
  }
  return judged.map((candidate) => {
    if (candidate.refused !== null || bestOfSlot.get(slotOf(candidate)) === candidate) return candidate;
    return { ...candidate, refused: BETTER };
  });
}

function slotOf({ claimId, aspect }: Candidate): string {
  return `${claimId} ${aspect === 'date' || aspect === 'state' ? 'plan' : aspect}`;
}

/** How much more a headline counts than the text below it: what an item is about stands on top. */
const HEADLINE_AHEAD = 0.15;

/** A total before an addition, then the better score. */
function prefers(one: Candidate, other: Candidate): boolean {
  const adds = (candidate: Candidate) => candidate.value.kind === 'addition';
  if (adds(one) !== adds(other)) return adds(other);
  return rank(one) > rank(other);
}

function rank({ score, clause }: Candidate): number {
  return score + (clause.sentence.headline ? HEADLINE_AHEAD : 0);
}

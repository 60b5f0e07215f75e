import type { PreparedClaim } from './claims.ts';
import { lifecycleOf } from './facets/lifecycles.ts';
import type { PreparedStory } from './prepared-story.ts';

/** A head in so large a share of the claims is the story's setting. */
const CONTEXT_SHARE = 0.4;
/** What a claim only mentions in passing is not its slot. */
export const ABOUT = 0.5;

/** How well a head fits a claim: what the claim is about, or its kin; less where many claims of the story have it. */
export function headWeight(story: PreparedStory, claim: PreparedClaim, head: string): number {
  const direct = claim.heads.get(head) ?? 0;
  const kin = Math.max(
    0,
    ...(lifecycleOf(head).kin ?? '')
      .split(' ')
      .filter(Boolean)
      .map((other) => 0.75 * (claim.heads.get(other) ?? 0)),
  );
  const share = (story.headCounts.get(head) ?? 0) / story.claims.length;
  const weight = Math.max(direct, kin);
  return weight >= ABOUT ? weight * (share > CONTEXT_SHARE ? 0.85 : 1) : 0;
}

import type { Seen } from './proofs.ts';

/**
 * A kind that its claim cannot take: another figure where it gives none, an answer where nobody kept silent. Whether an
 * event is still open is not asked: of the findings that the stage of their claim spoke against, 22 were right and 9 wrong.
 */
export function isFitting({ finding: { kind }, slots }: Seen): string | null {
  if (kind === 'revised' && slots.figures.length === 0) return 'the claim gives no figure';
  if (kind === 'responded' && slots.silent.length === 0)
    return 'the claim says of nobody that they kept silent';
  return null;
}

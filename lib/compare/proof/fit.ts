import type { Seen } from './proofs.ts';

/**
 * A kind that its claim cannot take: another figure where it gives none, an answer where nobody kept silent. Whether an
 * event is still open is not asked: of the findings that the stage of their claim spoke against, 22 were right and 9 wrong.
 */
export function misfit({ finding: { kind }, slots, meant: { aspect } }: Seen): string | null {
  if (kind === 'revised' && !slots.figures.some(({ id }) => aspect === `figure:${id}`))
    return 'the claim gives no figure of this sort';
  if (kind === 'responded' && slots.silent.length === 0)
    return 'the claim says of nobody that they kept silent';
  return null;
}

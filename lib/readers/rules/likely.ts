/**
 * How likely what the rules find is right. On eighteen streams that their makers never saw 38 to 42 of 100 findings were
 * right, whatever they weighed; a record of one origin in 25 to 40 of 100, of two in 64. So none of it is sure. What weighs
 * little was not measured and counts less.
 */
const LIKELY = 0.4;
const LIKELY_WEAK = 0.25;
/** From here on a candidate weighs enough to be recorded by itself. */
export const PLAIN = 0.45;
/** A word that a headline has and no claim marks a turn only where another origin has it, too. */
export const LIKELY_TURN = 0.2;

/** @param weight as the weights of lib/readers/rules/weights.ts give it, from 0 to 1 */
export function likelyOf(weight: number): number {
  return weight >= PLAIN ? LIKELY : LIKELY_WEAK;
}

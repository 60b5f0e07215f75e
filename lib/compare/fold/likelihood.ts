import type { Evidence } from '../../model/report.ts';
import { voicesOf } from './voices.ts';

/** A change that is less likely than this is not recorded: below it, silence. */
export const POSSIBLE = 0.45;
/** A change from here on is sure: it is recorded and announced; what lies between is kept for an editor's yes or no. */
export const SURE = 0.85;

/**
 * How sure the reports of one change make it, together, in hundredths. Each voice counts once, by its likeliest report:
 * five papers with one agency's text add nothing to it.
 */
export function likelihoodOf(evidence: readonly Evidence[]): number {
  const loudest = new Map<string, number>();
  for (const [{ likely }, voice] of voicesOf(evidence))
    loudest.set(voice, Math.max(loudest.get(voice) ?? 0, likely));
  const doubt = [...loudest.values()].reduce((product, likely) => product * (1 - likely), 1);
  return Math.round(100 * (1 - doubt)) / 100;
}

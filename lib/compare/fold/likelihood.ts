import type { Evidence } from '../../model/report.ts';
import { voicesOf } from './voices.ts';

/** A change that is less likely than this is not recorded: below it, silence. */
export const POSSIBLE = 0.4;
/** A report from here on is sure, and so is its change: it is recorded and announced. What lies between is kept for an editor's yes or no. */
export const SURE = 0.95;
/** What several reports make likely that none of them is sure of: one reader's errors are of a kind, so they never make it sure. */
const MOST_POSSIBLE = 0.94;

/** Whether a report by itself is worth recording. */
export function isVoice({ likely }: Pick<Evidence, 'likely'>): boolean {
  return likely >= POSSIBLE;
}

/** Whether a report makes its change sure, whatever others say. */
export function isSure({ likely }: Pick<Evidence, 'likely'>): boolean {
  return likely >= SURE;
}

/**
 * How likely the reports of one change make it, together, in hundredths; from SURE on only where one of them is sure. Each
 * voice counts once, by its likeliest report: five papers with one agency's text add nothing to it.
 */
export function likelihoodOf(evidence: readonly Evidence[]): number {
  const [first] = evidence;
  if (first && evidence.length === 1) return bounded(1 - (1 - first.likely), evidence);
  const loudest = new Map<string, number>();
  for (const [{ likely }, voice] of voicesOf(evidence))
    loudest.set(voice, Math.max(loudest.get(voice) ?? 0, likely));
  const doubt = [...loudest.values()].reduce((product, likely) => product * (1 - likely), 1);
  return bounded(1 - doubt, evidence);
}

/** In hundredths, and as sure as its surest report. */
function bounded(likely: number, evidence: readonly Evidence[]): number {
  const together = Math.round(100 * likely) / 100;
  return evidence.some(isSure) ? together : Math.min(MOST_POSSIBLE, together);
}

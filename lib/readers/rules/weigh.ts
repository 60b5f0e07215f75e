import { daysBetween } from '../../text/edtf.ts';
import type { Features } from './candidate.ts';

/** A candidate less likely than this makes no report. */
const FLOOR = 0.25;
/** How refusals begin that weights or siblings decide, so that a fit must see what they refuse. */
export const LEARNT_REFUSALS = /^(?:too little speaks|it fits|the item says it better)/;

/** How much each feature of a question counts, by its name. */
export type Weights = Readonly<Record<string, number>>;

/** How likely a candidate with these features is right: a logistic model, refitted by `npm run fit`. */
export function weigh(weights: Weights, features: Features): number {
  const sum = Object.entries(features).reduce(
    (total, [name, value]) => total + (weights[name] ?? 0) * value,
    weights['bias'] ?? 0,
  );
  return 1 / (1 + Math.exp(-sum));
}

/** Why a candidate of this likelihood makes no report; null where it does. */
export function tooUnlikely(score: number): string | null {
  return score < FLOOR ? `too little speaks for it (${score.toFixed(2)} of the ${FLOOR} needed)` : null;
}

/** In how many days what is new grows old: the scale of `soonAfter`, in days. */
const NEWS_DAYS = 7;

/** How soon a day comes after another: 1 on the same day, less with every week. */
export function soonAfter(earlier: string, later: string): number {
  return Math.exp(-Math.max(0, daysBetween(earlier, later)) / NEWS_DAYS);
}

/** A yes or no as a feature. */
export function bit(yes: boolean): 0 | 1 {
  return yes ? 1 : 0;
}

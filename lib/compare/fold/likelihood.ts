import type { Evidence } from '../../model/report.ts';

/** A change that is less likely than this is not recorded: below it, silence. */
export const POSSIBLE = 0.45;
/** A change from here on is sure: it is recorded and announced; what lies between is kept for an editor's yes or no. */
export const SURE = 0.85;

/**
 * How sure the reports of one change make it, together, in hundredths. Each origin has one voice, its likeliest: five
 * papers with one agency's text add nothing to it, nor does a headline that an aggregator lists beside its outlet's own.
 */
export function likelihoodOf(evidence: readonly Evidence[]): number {
  const voices = new Map<string, number>();
  const origins = originsByTitle(evidence);
  for (const { origin, title, likely } of evidence) {
    const voice = origins.get(headlineKey(title)) ?? origin;
    voices.set(voice, Math.max(voices.get(voice) ?? 0, likely));
  }
  const doubt = [...voices.values()].reduce((product, likely) => product * (1 - likely), 1);
  return Math.round(100 * (1 - doubt)) / 100;
}

/** Headlines of so few words are chance. */
const WORDS = 5;

/** Whose a headline is that several origins have word for word: one report, as the first of them by name. */
function originsByTitle(evidence: readonly Evidence[]): ReadonlyMap<string, string> {
  const origins = new Map<string, string>();
  for (const { origin, title } of evidence.toSorted((a, b) => a.origin.localeCompare(b.origin))) {
    const key = headlineKey(title);
    if (key.split(' ').length >= WORDS && !origins.has(key)) origins.set(key, origin);
  }
  return origins;
}

function headlineKey(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

import type { Evidence } from '../../model/report.ts';

/** Headlines of fewer words are alike by chance. */
const WORDS = 5;

/**
 * Whose voice each report is: its origin's, or, where several origins have one headline word for word, that of the first
 * of them by name. So a headline that an aggregator lists beside its outlet's own is one voice.
 */
export function voicesOf(evidence: readonly Evidence[]): ReadonlyMap<Evidence, string> {
  const [first] = evidence;
  // Nothing to compare: most marks of turns have one report.
  if (first && evidence.length === 1) return new Map([[first, first.origin]]);
  const byHeadline = new Map<string, string>();
  for (const { origin, title } of evidence) {
    const key = headlineKey(title);
    const known = byHeadline.get(key);
    if (key.split(' ').length >= WORDS && (known === undefined || origin < known))
      byHeadline.set(key, origin);
  }
  return new Map(evidence.map((one) => [one, byHeadline.get(headlineKey(one.title)) ?? one.origin]));
}

/** A headline without what differs where it is quoted: case, punctuation and space. */
export function headlineKey(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

import type { Aspect, Kind } from './report.ts';
import type { Value } from './value.ts';

/** An editor's word on reports; `undone` takes back the last word on each of them. */
export type Verdict = 'accepted' | 'rejected' | 'undone';

/** What an editor puts in place of what reports say. */
export interface Mended {
  readonly claimId: string | null;
  readonly aspect: Aspect;
  readonly kind: Kind;
  readonly value: Value;
  /** In the editor's own words, where the value has none. */
  readonly words: string | null;
}

/** An editor's word on a change: on which of its reports, whose, and when. */
export interface Decision {
  readonly verdict: Verdict;
  /** The reports that it is on, by their items. */
  readonly items: readonly string[];
  /** Null in decisions of version 0.1.0, which noted neither. */
  readonly by: string | null;
  /** ISO 8601. */
  readonly at: string | null;
  readonly note: string | null;
  /** Null where the reports stand as they are, or don't. */
  readonly mended: Mended | null;
}

/** The last word on each report, by its item; what was undone is none. @param decisions oldest first */
export function lastWords(decisions: readonly Decision[]): ReadonlyMap<string, Decision> {
  const words = new Map<string, Decision[]>();
  for (const decision of decisions)
    for (const item of decision.items) {
      const before = words.get(item) ?? [];
      words.set(item, decision.verdict === 'undone' ? before.slice(0, -1) : [...before, decision]);
    }
  return new Map([...words].flatMap(([item, all]) => all.slice(-1).map((last) => [item, last] as const)));
}

/** The last decision that stands on any report; null without. @param wanted which one is looked for */
export function standingDecision(
  decisions: readonly Decision[],
  wanted: (decision: Decision) => boolean = () => true,
): Decision | null {
  const standing = new Set(lastWords(decisions).values());
  return decisions.findLast((decision) => standing.has(decision) && wanted(decision)) ?? null;
}

/** The decisions on several changes in order of time; one that was made on all of them at once is one. */
export function together(decisions: readonly Decision[]): readonly Decision[] {
  if (decisions.length < 2) return decisions;
  const all = new Map<string, Decision>();
  for (const decision of decisions.toSorted((a, b) => (a.at ?? '').localeCompare(b.at ?? ''))) {
    const key = [decision.at, decision.by, decision.verdict].join(' ');
    const known = all.get(key);
    const items = [...new Set([...(known?.items ?? []), ...decision.items])];
    all.set(key, { ...(known ?? decision), items });
  }
  return [...all.values()];
}

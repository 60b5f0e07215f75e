import { type Decision, lastWords } from '../../model/decision.ts';
import { MAX_EVIDENCE } from '../../model/limits.ts';
import type { ChangeRecord, StoredChange } from '../../model/report.ts';
import { valueKey } from '../../model/value.ts';
import type { Ledger } from './claim.ts';
import type { Passed } from './known.ts';

/**
 * What became of one item's report of a change:
 * - `record`: it vouches for a record
 * - `passed`: it makes none; `by` is the record that took its place
 * - `replaced`: a record of the same change stands without it
 * - `rejected`: an editor refused it
 * - `unkept`: the table does not have it; `isFull` where the change holds as many reports as it may
 */
export type Fate =
  | { readonly outcome: 'record'; readonly record: ChangeRecord }
  | { readonly outcome: 'passed'; readonly passed: Passed; readonly by: ChangeRecord | null }
  | { readonly outcome: 'replaced'; readonly by: ChangeRecord }
  | { readonly outcome: 'rejected'; readonly decision: Decision }
  | { readonly outcome: 'unkept'; readonly isFull: boolean };

/** @param change by its id */
export function fateOf(
  { records, passed }: Ledger,
  stored: readonly StoredChange[],
  itemId: string,
  change: string,
): Fate {
  const kept = stored.find(({ id }) => id === change);
  const report = kept?.evidence.find((one) => one.itemId === itemId);
  if (!kept || !report) return { outcome: 'unkept', isFull: (kept?.evidence.length ?? 0) >= MAX_EVIDENCE };
  const isOfItem = ({ evidence }: Pick<Passed, 'evidence'>) => evidence.some((one) => one.itemId === itemId);
  // A less exact date stands among the reports of a more exact one.
  const isBeside = ({ claimId, aspect, evidence }: ChangeRecord) =>
    claimId === kept.claimId &&
    aspect === kept.aspect &&
    evidence.some((one) => one.itemId === itemId && valueKey(one.value) === valueKey(report.value));
  const word = lastWords(kept.decisions).get(itemId);
  if (word?.verdict === 'rejected') return { outcome: 'rejected', decision: word };
  const record = records.findLast(
    (each) => (each.changes.includes(change) && isOfItem(each)) || isBeside(each),
  );
  if (record) return { outcome: 'record', record };
  const own = passed.findLast((each) => each.changes.includes(change) && isOfItem(each));
  if (own) return { outcome: 'passed', passed: own, by: records.find(({ id }) => id === own.by) ?? null };
  const by = records.findLast(({ changes }) => changes.includes(change));
  return by ? { outcome: 'replaced', by } : { outcome: 'unkept', isFull: false };
}

import { foldLedger } from '../compare/fold/story.ts';
import type { ChangeRecord, StoredChange } from '../model/report.ts';
import type { Changes, KeptStory } from './ports.ts';

/** A story with its records as they stood at a time, oldest first. */
export interface Ledger {
  readonly story: KeptStory;
  /** As they are kept. */
  readonly stored: readonly StoredChange[];
  readonly changes: readonly ChangeRecord[];
}

export async function readLedger(
  records: Pick<Changes, 'changes'>,
  story: KeptStory,
  asOf: Date | null,
): Promise<Ledger> {
  const stored = await records.changes(story);
  return { story, stored, changes: foldLedger(story, stored, asOf).records };
}

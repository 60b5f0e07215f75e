import type { ChangeKey, Evidence, StoredChange } from '../model/report.ts';
import { refuseNewer } from './versions.ts';

/** What a change record is in the table: each report is an attribute of its own, `e_` and its item's identity. */
export interface ChangeRow extends ChangeKey {
  readonly version?: number;
  readonly recordedAt: string;
  readonly items: ReadonlySet<string>;
  /** The items of the reports on which an editor decided; there where he did. */
  readonly accepted?: ReadonlySet<string>;
  readonly rejected?: ReadonlySet<string>;
  readonly [evidence: `e_${string}`]: Evidence;
}

export function toChange(row: ChangeRow): StoredChange {
  refuseNewer('change', row);
  const { id, story, claimId, aspect, accepted = [], rejected = [] } = row;
  return {
    id,
    story,
    claimId,
    aspect,
    evidence: evidenceOf(row),
    accepted: [...accepted].toSorted(),
    rejected: [...rejected].toSorted(),
  };
}

export function evidenceOf(row: ChangeRow): Evidence[] {
  return Object.entries(row).flatMap(([name, value]) => (name.startsWith('e_') ? [value as Evidence] : []));
}

import type { ChangeKey, Evidence, StoredChange } from '../model/report.ts';
import { FORMER_RULES } from '../readers/rules/id.ts';
import { LIKELY_TURN, likelyOf } from '../readers/rules/likely.ts';
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
  const { id, story, claimId, aspect, recordedAt, accepted = [], rejected = [] } = row;
  return {
    id,
    story,
    claimId,
    aspect,
    recordedAt,
    evidence: evidenceOf(row),
    accepted: [...accepted].toSorted(),
    rejected: [...rejected].toSorted(),
  };
}

export function evidenceOf(row: ChangeRow): Evidence[] {
  return Object.entries(row).flatMap(([name, value]) =>
    name.startsWith('e_') ? [asMeasured(value as Evidence)] : [],
  );
}

/** Version 0.1.0 took what its rules weighed for how likely they are right. */
function asMeasured(evidence: Evidence): Evidence {
  if (evidence.reader !== FORMER_RULES) return evidence;
  return { ...evidence, likely: evidence.value.kind === 'turn' ? LIKELY_TURN : likelyOf(evidence.likely) };
}

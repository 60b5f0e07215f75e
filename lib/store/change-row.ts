import type { Decision } from '../model/decision.ts';
import type { ChangeKey, Evidence, StoredChange } from '../model/report.ts';
import { FORMER_RULES } from '../readers/rules/id.ts';
import { LIKELY_TURN, likelyOf } from '../readers/rules/likely.ts';
import { refuseNewer } from './versions.ts';

/** What a change record is in the table: each report is an attribute of its own, `e_` and its item's identity. */
export interface ChangeRow extends ChangeKey {
  readonly version?: number;
  readonly recordedAt: string;
  readonly items: ReadonlySet<string>;
  readonly decisions?: readonly Decision[];
  /** The items of the reports that stand accepted and rejected; there where any do. */
  readonly accepted?: ReadonlySet<string>;
  readonly rejected?: ReadonlySet<string>;
  readonly [evidence: `e_${string}`]: Evidence;
}

export function toChange(row: ChangeRow): StoredChange {
  refuseNewer('change', row);
  const { id, story, claimId, aspect, recordedAt } = row;
  return {
    id,
    story,
    claimId,
    aspect,
    recordedAt,
    evidence: evidenceOf(row),
    decisions: decisionsOf(row),
  };
}

/** All that editors said of a change. Earlier versions noted on which reports, and neither who nor when. */
export function decisionsOf({
  decisions,
  accepted = new Set(),
  rejected = new Set(),
}: ChangeRow): readonly Decision[] {
  if (decisions) return decisions;
  return (
    [
      ['accepted', accepted],
      ['rejected', rejected],
    ] as const
  ).flatMap(([verdict, items]) =>
    items.size === 0
      ? []
      : [{ verdict, items: [...items].toSorted(), by: null, at: null, note: null, mended: null }],
  );
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

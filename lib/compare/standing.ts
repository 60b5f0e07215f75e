import type { Claim } from '../model/baseline.ts';
import type { ChangeRecord, Kind } from '../model/report.ts';
import { bounds, dayOf } from '../text/edtf.ts';
import type { PreparedClaim, PreparedStory } from './claims.ts';

/**
 * Where a claim has come to, by what is sure or accepted:
 * - `stands`: nothing was reported on it
 * - `developing`: dated, moved, confirmed or answered, but not settled
 * - `overtaken`: done, called off, denied, or its figure superseded
 * - `lapsed`: its time went by and nothing says that it came to pass
 */
export type Standing = 'stands' | 'developing' | 'overtaken' | 'lapsed';

export interface ClaimStanding {
  readonly claim: Claim;
  readonly standing: Standing;
  /** When the claim's event is due or was, as last reported, in EDTF; null where no date is known. */
  readonly due: string | null;
  /** The claim's records, oldest first. */
  readonly records: readonly ChangeRecord[];
}

const SETTLING = new Set<Kind>(['occurred', 'cancelled', 'denied', 'revised']);

/** Every claim of a story with its standing on a day, folded from the story's records. */
export function standings(
  story: PreparedStory,
  records: readonly ChangeRecord[],
  asOf: Date,
): ClaimStanding[] {
  return story.claims.map((prepared) => {
    const own = records.filter(({ claimId }) => claimId === prepared.claim.id);
    const due =
      own.findLast(({ aspect, certainty }) => aspect === 'date' && certainty === 'sure')?.value ??
      prepared.date;
    return {
      claim: prepared.claim,
      standing: standingOf(
        prepared,
        own.filter(({ certainty }) => certainty === 'sure'),
        due,
        dayOf(asOf),
      ),
      due,
      records: own,
    };
  });
}

function standingOf(
  claim: PreparedClaim,
  records: readonly ChangeRecord[],
  due: string | null,
  today: string,
): Standing {
  // The last word counts: a visit that was called off and then given a new date is open again.
  const last = records.at(-1);
  if (last && SETTLING.has(last.kind)) return 'overtaken';
  // A silence that was dated is no plan: its day going by says nothing.
  const planned = claim.stage === 'pending' && claim.silent.length === 0;
  if (planned && due !== null && bounds(due)[1] < today) return 'lapsed';
  return last ? 'developing' : 'stands';
}

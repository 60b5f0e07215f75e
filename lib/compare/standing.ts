import type { Claim } from '../model/baseline.ts';
import type { ChangeRecord, Kind } from '../model/report.ts';
import type { Slots, Story } from '../model/story.ts';
import { bounds, dayOf } from '../text/edtf.ts';

/**
 * Where a claim has come to:
 * - `stands`: nothing was reported on it
 * - `in question`: only what is possible was
 * - `developing`: dated, moved, confirmed or answered, but not settled
 * - `overtaken`: done, called off, denied, or its figure superseded
 * - `lapsed`: its time went by, and neither a record nor a possible one says what became of it
 */
export type Standing = 'stands' | 'in question' | 'developing' | 'overtaken' | 'lapsed';

export interface ClaimStanding {
  readonly claim: Claim;
  readonly slots: Slots | undefined;
  readonly standing: Standing;
  /** When the claim's event is due or was, as last reported, in EDTF; null where no date is known. */
  readonly due: string | null;
  /** The claim's records, oldest first. */
  readonly records: readonly ChangeRecord[];
}

const SETTLING = new Set<Kind>(['occurred', 'cancelled', 'denied', 'revised']);

/** Every claim of a story with its standing on a day, folded from all the story's records. */
export function standings(
  { baseline, slots }: Story,
  records: readonly ChangeRecord[],
  asOf: Date,
): ClaimStanding[] {
  return baseline.claims.map((claim) => {
    const own = records.filter(({ claimId }) => claimId === claim.id);
    const ownSlots = slots[claim.id];
    const due = dueOf(own, ownSlots);
    const standing = standingOf(ownSlots, own, due, dayOf(asOf));
    return { claim, slots: ownSlots, standing, due: due.on, records: own };
  });
}

/** When a claim's event is due, and since when that is known; `since` is empty for the article's word. */
interface Due {
  readonly on: string | null;
  readonly since: string;
}

/** By the last sure date. */
function dueOf(records: readonly ChangeRecord[], slots: Slots | undefined): Due {
  const last = records.findLast(({ value, certainty }) => value.kind === 'date' && certainty === 'sure');
  if (last?.value.kind === 'date') return { on: last.value.edtf, since: last.firstSeen };
  return { on: slots?.due ?? null, since: '' };
}

/** Whether something possible says what became of a thing whose time went by: how it stands, or a date still ahead. */
function isTold(records: readonly ChangeRecord[], { since }: Due, today: string): boolean {
  return records.some(({ value, certainty, firstSeen }) => {
    if (certainty === 'sure' || firstSeen < since) return false;
    if (value.kind === 'date') return bounds(value.edtf)[1] >= today;
    return value.kind === 'state' && value.state !== 'going-ahead';
  });
}

function standingOf(
  slots: Slots | undefined,
  records: readonly ChangeRecord[],
  due: Due,
  today: string,
): Standing {
  // The last word counts: a visit that was called off and then given a new date is open again.
  const last = records.findLast(({ certainty }) => certainty === 'sure');
  if (last && SETTLING.has(last.kind)) return 'overtaken';
  // A silence that was dated is no plan: its day going by says nothing.
  const planned = slots?.stage === 'pending' && slots.silent.length === 0;
  const isPast = due.on !== null && bounds(due.on)[1] < today;
  if (planned && isPast && !isTold(records, due, today)) return 'lapsed';
  if (last) return 'developing';
  return records.length > 0 ? 'in question' : 'stands';
}

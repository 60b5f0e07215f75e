import type { ChangeRecord, StoredChange } from '../../model/report.ts';
import type { Slots, Story } from '../../model/story.ts';
import { foldClaim } from './claim.ts';
import { type Heard, hear } from './hearing.ts';
import { foldTurns } from './turns.ts';

/** A claim of which nothing was read. */
const NOTHING: Slots = { stage: 'stated', due: null, figures: [], silent: [] };

/**
 * What a story's stored changes mean together, in the order in which the world learned of them. Kind, value and before
 * follow from what the reports say and when they said so, and from what the claims say; no language is read here, and
 * the order in which the reports came does not matter.
 * @param asOf leaves out what was said later
 */
export function foldStory(
  { baseline, slots }: Story,
  stored: readonly StoredChange[],
  asOf: Date | null = null,
): ChangeRecord[] {
  const until = asOf?.toISOString() ?? null;
  const byClaim = new Map<string | null, Heard[]>();
  for (const change of stored) {
    const evidence = change.evidence.filter(({ saidAt }) => until === null || saidAt <= until);
    byClaim.set(change.claimId, [...(byClaim.get(change.claimId) ?? []), ...hear({ ...change, evidence })]);
  }
  const records = baseline.claims.flatMap(({ id }) => foldClaim(slots[id] ?? NOTHING, byClaim.get(id) ?? []));
  const sure = records.filter(({ certainty }) => certainty === 'sure');
  const foreseen = new Set(sure.flatMap(({ evidence }) => evidence.map(({ itemId }) => itemId)));
  return [...records, ...foldTurns(byClaim.get(null) ?? [], foreseen)].toSorted(
    (a, b) => a.firstSeen.localeCompare(b.firstSeen) || a.id.localeCompare(b.id),
  );
}

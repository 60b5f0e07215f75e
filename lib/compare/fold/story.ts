import { lastWords } from '../../model/decision.ts';
import type { ChangeRecord, StoredChange } from '../../model/report.ts';
import type { Slots, Story } from '../../model/story.ts';
import { foldClaim, type Ledger } from './claim.ts';
import { type Heard, hear } from './hearing.ts';
import { asMended } from './mended.ts';
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
  story: Story,
  stored: readonly StoredChange[],
  asOf: Date | null = null,
): readonly ChangeRecord[] {
  return foldLedger(story, stored, asOf).records;
}

/** What an editor rejected, as it would stand otherwise: the records of which no report is left. */
export function foldRejected(story: Story, stored: readonly StoredChange[]): readonly ChangeRecord[] {
  return foldLedger(story, stored, null, true).records.filter(({ evidence, decisions }) => {
    const words = lastWords(decisions);
    return evidence.every(({ itemId }) => words.get(itemId)?.verdict === 'rejected');
  });
}

/** A story's records, with what makes none. @param hearsRejected as if nothing were rejected */
export function foldLedger(
  { baseline, slots }: Story,
  stored: readonly StoredChange[],
  asOf: Date | null = null,
  hearsRejected = false,
): Ledger {
  const until = asOf?.toISOString() ?? null;
  const byClaim = new Map<string | null, Heard[]>();
  const said = stored.map((change) => ({
    ...change,
    evidence: change.evidence.filter(({ saidAt }) => until === null || saidAt <= until),
  }));
  for (const part of asMended(said, slots))
    byClaim.set(part.claimId, [...(byClaim.get(part.claimId) ?? []), ...hear(part, hearsRejected)]);
  const ledgers = baseline.claims.map(({ id }) => foldClaim(slots[id] ?? NOTHING, byClaim.get(id) ?? []));
  const records = ledgers.flatMap((each) => each.records);
  const sure = records.filter(({ certainty }) => certainty === 'sure');
  const foreseen = new Set(sure.flatMap(({ evidence }) => evidence.map(({ itemId }) => itemId)));
  const turns = foldTurns(byClaim.get(null) ?? [], foreseen);
  return {
    records: [...records, ...turns.records].toSorted(
      (a, b) => a.firstSeen.localeCompare(b.firstSeen) || a.id.localeCompare(b.id),
    ),
    passed: [...ledgers, turns].flatMap(({ passed }) => passed),
  };
}

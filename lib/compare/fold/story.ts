import type { ChangeRecord, StoredChange } from '../../model/report.ts';
import type { Slots, Story } from '../../model/story.ts';
import { bySigns } from '../../text/order.ts';
import { foldClaim, type Ledger } from './claim.ts';
import { type Heard, hear } from './hearing.ts';
import { toRecord } from './record.ts';
import { partsOf } from './told.ts';
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

/** What an editor rejected: of each value of which no report is left, what it would be by itself. */
export function foldRejected(
  { baseline, slots }: Story,
  stored: readonly StoredChange[],
): readonly ChangeRecord[] {
  if (stored.every(({ decisions }) => decisions.length === 0)) return [];
  const claims = new Set(baseline.claims.map(({ id }) => id));
  const gone = partsOf(stored, slots).filter(
    ({ claimId, told }) =>
      told.every(({ word }) => word === 'rejected') && (claimId === null || claims.has(claimId)),
  );
  return gone
    .flatMap((part) => {
      const heard = hear(part, true);
      const alone =
        part.claimId === null
          ? foldTurns(heard, new Set())
          : foldClaim(slots[part.claimId] ?? NOTHING, heard);
      return alone.records.length > 0 ? alone.records : heard.slice(0, 1).flatMap(asReported);
    })
    .toSorted(inOrderLearned);
}

function saidBy(change: StoredChange, until: string): StoredChange {
  const isLater = ({ saidAt }: { readonly saidAt: string }) => saidAt > until;
  if (!change.evidence.some(isLater)) return change;
  return { ...change, evidence: change.evidence.filter((one) => !isLater(one)) };
}

function inOrderLearned(a: ChangeRecord, b: ChangeRecord): number {
  return bySigns(a.firstSeen, b.firstSeen) || bySigns(a.id, b.id);
}

/** What by itself would be no record, as its first report has it. */
function asReported(heard: Heard): ChangeRecord[] {
  const [first] = heard.evidence;
  if (!first) return [];
  const kind = first.kind ?? (first.value.kind === 'turn' ? 'new' : 'confirmed');
  return [toRecord(heard, { kind, value: first.value, before: null, supersedes: null })];
}

/** A story's records, with what makes none. */
export function foldLedger(
  { baseline, slots }: Story,
  stored: readonly StoredChange[],
  asOf: Date | null = null,
): Ledger {
  const until = asOf?.toISOString() ?? null;
  const byClaim = new Map<string | null, Heard[]>();
  const said = until === null ? stored : stored.map((change) => saidBy(change, until));
  for (const part of partsOf(said, slots)) {
    const heard = byClaim.get(part.claimId) ?? [];
    byClaim.set(part.claimId, heard);
    heard.push(...hear(part));
  }
  const ledgers = baseline.claims.map(({ id }) => foldClaim(slots[id] ?? NOTHING, byClaim.get(id) ?? []));
  const records = ledgers.flatMap((each) => each.records);
  const sure = records.filter(({ certainty }) => certainty === 'sure');
  const foreseen = new Set(sure.flatMap(({ evidence }) => evidence.map(({ itemId }) => itemId)));
  const turns = foldTurns(byClaim.get(null) ?? [], foreseen);
  return {
    records: [...records, ...turns.records].toSorted(inOrderLearned),
    passed: [...ledgers, turns].flatMap(({ passed }) => passed),
  };
}

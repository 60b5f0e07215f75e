import type { Evidence } from '../../model/report.ts';
import type { TurnValue } from '../../model/value.ts';
import type { Ledger } from './claim.ts';
import { byFirstSeen, type Heard } from './hearing.ts';
import type { Passed } from './known.ts';
import { passedBy } from './ledger.ts';
import { isVoice } from './likelihood.ts';
import { toRecord } from './record.ts';
import { voicesOf } from './voices.ts';

/** A turn counts once one report of it is worth recording by itself, or so many independent origins have its mark within so many hours. */
const TURN_ORIGINS = 2;
const TURN_HOURS = 72;
/** Two marks with so much of their evidence in common mark one turn. */
const SAME_TURN = 0.5;

/**
 * The unforeseen turns of a story: marks that several origins have within days. Marks that stand in the same
 * items are one turn, which goes by the headline that reported it first.
 * @param foreseen the items that report on a claim: what they have in common is that change
 */
export function foldTurns(marks: readonly Heard[], foreseen: ReadonlySet<string>): Ledger {
  const turns: Heard[] = [];
  const passed: Passed[] = [];
  const known = marks.flatMap((mark) => {
    // What an editor calls a turn is one.
    const evidence = mark.edit ? mark.evidence : daysThatCount(mark, foreseen);
    if (!evidence) passed.push(passedBy(mark, { reason: 'few', by: null }));
    return evidence ? [{ ...mark, evidence }] : [];
  });
  // The first mark that counted leads its turn for good, however many reports its siblings get later.
  const firstCounted = known.toSorted(
    (a, b) => countedSince(a).localeCompare(countedSince(b)) || byFirstSeen(a, b),
  );
  for (const mark of firstCounted) {
    const same = mark.edit
      ? undefined
      : turns.find((turn) => inCommon(turn.evidence, mark.evidence) >= SAME_TURN);
    if (same) passed.push(passedBy(mark, { reason: 'one-turn', by: same.id }));
    else turns.push(mark);
    // An editor's word on a turn is on all of its marks.
    if (same) turns[turns.indexOf(same)] = { ...same, changes: [...same.changes, ...mark.changes] };
  }
  const records = turns.map((turn) => {
    const value = nameOf(turn);
    return toRecord(turn, { kind: 'new', value, before: null, supersedes: null });
  });
  return { records, passed };
}

/** What its first report calls it. Reports of version 0.1.0 have the mark for a name. */
function nameOf({ evidence: [first] }: Heard): TurnValue {
  const { value, title = '' } = first ?? {};
  return { kind: 'turn', name: value?.kind === 'turn' && value.mark !== undefined ? value.name : title };
}

/** The reports of the first days in which enough origins have it; null where there are no such days. */
function daysThatCount({ evidence }: Heard, foreseen: ReadonlySet<string>): Evidence[] | null {
  for (const [i, { saidAt: start }] of evidence.entries()) {
    const end = Date.parse(start) + TURN_HOURS * 3_600_000;
    const days = evidence.slice(i).filter(({ saidAt }) => Date.parse(saidAt) <= end);
    const unforeseen = days.filter(({ itemId }) => !foreseen.has(itemId));
    if (unforeseen.some(isVoice)) return days;
    const voices = voicesOf(unforeseen);
    if (new Set(voices.values()).size >= TURN_ORIGINS) return days;
  }
  return null;
}

/** When the last of the voices that a turn needs had reported it. */
function countedSince({ evidence }: Heard): string {
  const alone = evidence.find(isVoice);
  if (alone) return alone.saidAt;
  const voices = new Map<string, string>();
  for (const [{ saidAt }, voice] of voicesOf(evidence)) if (!voices.has(voice)) voices.set(voice, saidAt);
  return [...voices.values()][TURN_ORIGINS - 1] ?? '';
}

/** The share of the smaller set of reports that both have. */
function inCommon(one: readonly Evidence[], other: readonly Evidence[]): number {
  const items = new Set(one.map(({ itemId }) => itemId));
  const shared = other.filter(({ itemId }) => items.has(itemId)).length;
  return shared / Math.min(one.length, other.length);
}

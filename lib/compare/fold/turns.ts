import type { Evidence } from '../../model/report.ts';
import type { TurnValue } from '../../model/value.ts';
import { bySigns } from '../../text/order.ts';
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
  const reportedBy = new ItemIndex();
  const passed: Passed[] = [];
  const known = marks.flatMap((mark) => {
    // What an editor calls a turn is one.
    const evidence = mark.edit ? mark.evidence : daysThatCount(mark, foreseen);
    if (!evidence) passed.push(passedBy(mark, { reason: 'few', by: null }));
    return evidence ? [{ ...mark, evidence }] : [];
  });
  // The first mark that counted leads its turn for good, however many reports its siblings get later.
  const firstCounted = known
    .map((mark) => ({ mark, since: countedSince(mark) }))
    .toSorted((a, b) => bySigns(a.since, b.since) || byFirstSeen(a.mark, b.mark));
  for (const { mark } of firstCounted) {
    const at = mark.edit ? undefined : reportedBy.firstLike(mark.evidence);
    const same = at === undefined ? undefined : turns[at];
    if (at === undefined || !same) {
      reportedBy.add(turns.push(mark) - 1, mark.evidence);
      continue;
    }
    passed.push(passedBy(mark, { reason: 'one-turn', by: same.id }));
    // An editor's word on a turn is on all of its marks.
    turns[at] = { ...same, changes: [...same.changes, ...mark.changes] };
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
  // Of one voice alone no days count: that is soon seen.
  const isAlone = evidence.every(({ origin }) => origin === evidence[0]?.origin);
  if (isAlone && !evidence.some(isVoice)) return null;
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

/** Turns, by the items that report them. */
class ItemIndex {
  readonly #turns = new Map<string, number[]>();
  readonly #sizes = new Map<number, number>();

  add(turn: number, evidence: readonly Evidence[]): void {
    this.#sizes.set(turn, evidence.length);
    for (const { itemId } of evidence) {
      const turns = this.#turns.get(itemId) ?? [];
      this.#turns.set(itemId, turns);
      turns.push(turn);
    }
  }

  /** The first turn that shares so much of the smaller set of reports. */
  firstLike(evidence: readonly Evidence[]): number | undefined {
    const shared = new Map<number, number>();
    for (const { itemId } of evidence)
      for (const turn of this.#turns.get(itemId) ?? []) shared.set(turn, (shared.get(turn) ?? 0) + 1);
    const isLike = ([turn, count]: readonly [number, number]) =>
      count / Math.min(this.#sizes.get(turn) ?? 0, evidence.length) >= SAME_TURN;
    const like = [...shared].filter(isLike).map(([turn]) => turn);
    return like.length > 0 ? Math.min(...like) : undefined;
  }
}

import type { ChangeRecord, Evidence, StoredChange } from '../model/report.ts';

/** A turn counts once so many independent origins report it within so many hours. */
const TURN_ORIGINS = 2;
const TURN_HOURS = 72;
/** Two marks with so much of their evidence in common mark one turn. */
const SAME_TURN = 0.5;

type Turn = Pick<StoredChange, 'id' | 'story' | 'value'> & { readonly evidence: readonly Evidence[] };

/**
 * The unforeseen turns of a story: marks that several origins have within days. Marks that stand in the same
 * items are one turn, which goes by the headline that reported it first.
 * @param foreseen the items that report on a claim: what they have in common is that change
 */
export function foldTurns(
  marks: readonly StoredChange[],
  foreseen: ReadonlySet<string>,
  toRecord: (turn: Turn, name: string) => ChangeRecord,
): ChangeRecord[] {
  const turns: Turn[] = [];
  const known = marks
    .map((mark) => ({ ...mark, evidence: firstDays(mark.evidence) }))
    .filter(
      ({ evidence }) => originsOf(evidence.filter(({ itemId }) => !foreseen.has(itemId))) >= TURN_ORIGINS,
    );
  // The first mark that counted leads its turn for good, however many reports its siblings get later.
  const firstCounted = known.toSorted(
    (a, b) => countedSince(a).localeCompare(countedSince(b)) || a.id.localeCompare(b.id),
  );
  for (const mark of firstCounted)
    if (!turns.some((turn) => inCommon(turn.evidence, mark.evidence) >= SAME_TURN)) turns.push(mark);
  return turns.map((turn) => toRecord(turn, turn.evidence[0]?.title ?? turn.value));
}

function firstDays(evidence: readonly Evidence[]): Evidence[] {
  const first = Date.parse(evidence[0]?.publishedAt ?? '');
  return evidence.filter(({ publishedAt }) => Date.parse(publishedAt) - first <= TURN_HOURS * 3_600_000);
}

/** When the last of the origins that a turn needs had reported it. */
function countedSince({ evidence }: Turn): string {
  const origins = new Map<string, string>();
  for (const { origin, publishedAt } of evidence) if (!origins.has(origin)) origins.set(origin, publishedAt);
  return [...origins.values()][TURN_ORIGINS - 1] ?? '';
}

function originsOf(evidence: readonly Evidence[]): number {
  return new Set(evidence.map(({ origin }) => origin)).size;
}

/** The share of the smaller set of reports that both have. */
function inCommon(one: readonly Evidence[], other: readonly Evidence[]): number {
  const items = new Set(one.map(({ itemId }) => itemId));
  const shared = other.filter(({ itemId }) => items.has(itemId)).length;
  return shared / Math.min(one.length, other.length);
}

import type { FigureSlot } from '../../model/story.ts';
import type { AdditionValue, FigureValue } from '../../model/value.ts';
import { sameMeasure } from '../../text/units.ts';
import { byFirstSeen, bySaidAt, firstSeen, type Heard } from './hearing.ts';

/** What was heard of one figure, with each of the values that it is given and who gives it. */
export interface Disputed {
  readonly heard: Heard;
  readonly values: readonly {
    readonly value: FigureValue | AdditionValue;
    readonly origins: readonly string[];
  }[];
}

export function isContested({ values }: Disputed): boolean {
  return values.length > 1;
}

/** Values that are given within so many hours of each other are given at the same time. */
const SAME_HOURS = 6;

/**
 * The changes of one figure, those together of which several origins give different values in the same hours. Where a
 * toll rises, a report of the lower number only contests the higher one if it comes later and from somebody else.
 */
export function disputes(changes: readonly Heard[], slot: FigureSlot | undefined): Disputed[] {
  const groups: Heard[][] = [];
  for (const change of changes.toSorted(byFirstSeen)) {
    const group = groups.find((others) => others.some((other) => conflict(other, change, slot)));
    if (group) group.push(change);
    else groups.push([change]);
  }
  return groups.flatMap((group) => {
    const values = group.flatMap((heard) => {
      const value = figureOf(heard);
      return value ? [{ value, origins: [...originsOf(heard)] }] : [];
    });
    const [leader] = group;
    return leader ? [{ heard: { ...leader, ...together(group) }, values }] : [];
  });
}

function together(group: readonly Heard[]): Pick<Heard, 'evidence' | 'likelihood' | 'sure'> {
  return {
    evidence: group.flatMap(({ evidence }) => evidence).toSorted(bySaidAt),
    likelihood: Math.max(...group.map(({ likelihood }) => likelihood)),
    sure: group.some(({ sure }) => sure),
  };
}

/** Whether a value and one that came after it are the word of different people on one moment. */
function conflict(earlier: Heard, later: Heard, slot: FigureSlot | undefined): boolean {
  const [one, other] = [figureOf(earlier), figureOf(later)];
  if (one?.kind !== 'figure' || other?.kind !== 'figure') return false;
  if (hoursBetween(firstSeen(earlier), firstSeen(later)) > SAME_HOURS) return false;
  const [theirs, others] = [originsOf(earlier), originsOf(later)];
  const stay = earlier.evidence.filter(({ origin }) => !others.has(origin));
  if (stay.length === 0 || [...others].every((origin) => theirs.has(origin))) return false;
  const falls = slot?.grows === true && other.amount < one.amount;
  if (falls) return !later.evidence.some(({ corrects }) => corrects);
  return stay.some(
    ({ saidAt }) => saidAt > firstSeen(later) && hoursBetween(firstSeen(later), saidAt) <= SAME_HOURS,
  );
}

/** One measure in two units is one change: what was heard of it under each goes to the first. */
export function withoutTwins(changes: readonly Heard[]): Heard[] {
  const kept: Heard[] = [];
  for (const change of changes.toSorted(byFirstSeen)) {
    const value = figureOf(change);
    const twin = kept.findIndex((other) => {
      const known = figureOf(other);
      return known?.kind === 'figure' && value?.kind === 'figure' && sameMeasure(known, value);
    });
    const leader = kept[twin];
    if (leader) kept[twin] = { ...leader, ...together([leader, change]) };
    else kept.push(change);
  }
  return kept;
}

function figureOf({ evidence }: Heard): FigureValue | AdditionValue | null {
  const value = evidence[0]?.value;
  return value?.kind === 'figure' || value?.kind === 'addition' ? value : null;
}

function originsOf({ evidence }: Heard): Set<string> {
  return new Set(evidence.map(({ origin }) => origin));
}

function hoursBetween(from: string, to: string): number {
  return Math.abs(Date.parse(to) - Date.parse(from)) / 3_600_000;
}

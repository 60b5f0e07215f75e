import { together as decidedTogether } from '../../model/decision.ts';
import type { FigureSlot } from '../../model/story.ts';
import type { AdditionValue, FigureValue } from '../../model/value.ts';
import { converted, sameMeasure } from '../../text/units.ts';
import { byFirstSeen, bySaidAt, firstSeen, type Heard, isRecordable } from './hearing.ts';
import { likelihoodOf } from './likelihood.ts';

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
 * toll rises, a report of the lower number only contests the higher one if it comes later and from somebody else. What
 * is sure is contested by what is sure alone.
 */
export function disputes(changes: readonly Heard[], slot: FigureSlot | undefined): Disputed[] {
  const groups: Heard[][] = [];
  for (const change of changes.toSorted(byFirstSeen)) {
    const group = groups.find((others) => others.some((other) => conflict(other, change, slot)));
    if (group) group.push(change);
    else groups.push([change]);
  }
  return groups.flatMap((group) => {
    const [leader] = group;
    if (!leader) return [];
    const unit = figureOf(leader)?.unit ?? null;
    const lastWords = lastWordsOf(group);
    const values = group.flatMap((heard) => {
      const value = figureOf(heard);
      const origins = [...originsOf(heard)].filter((origin) => lastWords.get(origin) === heard);
      return value && origins.length > 0 ? [{ value: inUnit(value, unit), origins }] : [];
    });
    const likelihood = Math.max(...group.map((heard) => heard.likelihood));
    return [{ heard: { ...leader, ...together(group), likelihood }, values }];
  });
}

/** Which of several values each origin gave last. */
function lastWordsOf(group: readonly Heard[]): ReadonlyMap<string, Heard> {
  const words = group.flatMap((heard) => heard.evidence.map((one) => ({ heard, one })));
  return new Map(
    words.toSorted((a, b) => bySaidAt(a.one, b.one)).map(({ heard, one }) => [one.origin, heard]),
  );
}

/** Several changes as one. */
function together(
  group: readonly Heard[],
): Pick<Heard, 'evidence' | 'sure' | 'rejected' | 'changes' | 'parts' | 'decisions' | 'edit'> {
  return {
    evidence: group.flatMap(({ evidence }) => evidence).toSorted(bySaidAt),
    sure: group.some(({ sure }) => sure),
    rejected: group.reduce((sum, { rejected }) => sum + rejected, 0),
    changes: [...new Set(group.flatMap(({ changes }) => changes))],
    parts: [...new Set(group.flatMap(({ parts }) => parts))],
    decisions: decidedTogether(group.flatMap(({ decisions }) => decisions)),
    edit: group.find(({ edit }) => edit !== null)?.edit ?? null,
  };
}

/** Whether a value and one that came after it are the word of different people on one moment. */
function conflict(earlier: Heard, later: Heard, slot: FigureSlot | undefined): boolean {
  if (earlier.sure !== later.sure || !isRecordable(earlier) || !isRecordable(later)) return false;
  // An editor's word is not one of several.
  if (earlier.edit || later.edit) return false;
  const [one, other] = [figureOf(earlier), figureOf(later)];
  if (one?.kind !== 'figure' || other?.kind !== 'figure' || !isComparable(one, other)) return false;
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

function isComparable(one: FigureValue, other: FigureValue): boolean {
  if (one.unit === null || other.unit === null || one.unit === other.unit) return true;
  return converted(other.amount, other.unit, one.unit) !== null;
}

/** A value in another unit of its measure, to three digits. */
function inUnit<T extends FigureValue | AdditionValue>(value: T, unit: string | null): T {
  if (unit === null || value.unit === null || value.unit === unit) return value;
  const amount = converted(value.amount, value.unit, unit);
  return amount === null ? value : { ...value, unit, amount: Number(amount.toPrecision(3)) };
}

/** One measure in two units is one change: what was heard of it under each goes to the first. */
export function withoutTwins(changes: readonly Heard[]): Heard[] {
  const kept: Heard[] = [];
  for (const change of changes.toSorted(byFirstSeen)) {
    const value = figureOf(change);
    const twin = kept.findIndex((other) => {
      const known = figureOf(other);
      // Spells of one change are told apart already.
      return (
        other.id !== change.id &&
        known?.kind === 'figure' &&
        value?.kind === 'figure' &&
        sameMeasure(known, value)
      );
    });
    const leader = kept[twin];
    if (leader) {
      const both = together([leader, change]);
      kept[twin] = { ...leader, ...both, likelihood: likelihoodOf(both.evidence) };
    } else kept.push(change);
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

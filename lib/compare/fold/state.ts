import type { Evidence, Kind } from '../../model/report.ts';
import type { Stage } from '../../model/story.ts';
import type { State, StateValue } from '../../model/value.ts';
import { addDays, bounds, byDay, daysBetween, narrows, spanOf } from '../../text/edtf.ts';
import { firstSeen, type Heard } from './hearing.ts';
import type { Folded, Known, Refusal } from './known.ts';
import { isVoice } from './likelihood.ts';
import { toRecord } from './record.ts';

const KINDS: Partial<Record<State, Kind>> = {
  held: 'occurred',
  'called-off': 'cancelled',
  postponed: 'rescheduled',
  'going-ahead': 'confirmed',
};

/** When an event was to be, and the record that says so. */
export type Plan = Pick<Known, 'date' | 'dateId'>;

/**
 * Whether a claim's event was held, called off, put off or upheld.
 * @param plan when it was to be: for what is sure by what is known, for the others by what is possible as well
 */
export function foldState(
  stage: Stage,
  known: Known,
  plan: Plan,
  heard: Heard,
  { state }: StateValue,
): Folded | Refusal {
  const isHeld = state === 'held';
  const isClosed = !heard.edit && known.closedAt !== null && firstSeen(heard) > known.closedAt;
  if (isClosed && !(isHeld && isLater(heard, known.state.on))) return { reason: 'over', by: known.stateId };
  if (!heard.edit && state === known.state.state && !isHeld) return { reason: 'known', by: known.stateId };
  const value: StateValue = {
    kind: 'state',
    state: isHeld && stage === 'running' ? 'over' : state,
    on: isHeld ? heldOn(plan, heard) : state === 'going-ahead' ? (editedOn(heard) ?? known.date) : null,
  };
  const isAhead = known.state.state === 'planned' || known.state.state === 'going-ahead';
  return {
    record: toRecord(heard, {
      kind: KINDS[state] ?? 'confirmed',
      value,
      before: isAhead ? { kind: 'state', state: 'planned', on: known.date } : known.state,
      supersedes: known.stateId ?? known.dateId,
    }),
    learnt: { state: value, stateId: heard.id, ...(isHeld && { closedAt: firstSeen(heard) }) },
  };
}

/** The day that an editor put. */
function editedOn({ edit }: Heard): string | null {
  return edit?.value.kind === 'state' ? edit.value.on : null;
}

/**
 * The day on which it was held: the one that the reports give, or the one it was set for where they come soon after it
 * and give none; else by the day of the first report.
 */
function heldOn({ date }: Plan, heard: Heard): string {
  const seenOn = firstSeen(heard).slice(0, 10);
  const told = toldDay(heard.evidence);
  const isDay = date !== null && bounds(date)[0] === bounds(date)[1];
  const edited = editedOn(heard);
  if (edited !== null) return edited;
  if (told !== null) return isDay && narrows(date, told) ? date : until(told, seenOn);
  const late = isDay ? daysBetween(date, seenOn) : Number.NaN;
  return isDay && late >= 0 && late <= 1 ? date : byDay(seenOn);
}

/** Whether all reports that tell a day tell one after the day on which it was held: it was held again. */
function isLater({ evidence }: Heard, on: string | null): boolean {
  const days = evidence.flatMap(({ value }) =>
    value.kind === 'state' && value.on !== null ? [value.on] : [],
  );
  return on !== null && days.length > 0 && days.every((day) => bounds(day)[0] > addDays(bounds(on)[1], 1));
}

/** `this week`, reported on Wednesday, is Wednesday at the latest. */
function until(span: string, day: string): string {
  const [first, last] = bounds(span);
  return last > day && first < day ? spanOf(first, day) : span;
}

/**
 * The day that speaks loudest: each origin has one vote for a day, as strong as it is likely, and weaker for a span.
 * What is not worth recording by itself has none, unless there is nothing else.
 */
function toldDay(evidence: readonly Evidence[]): string | null {
  const voices = evidence.filter(isVoice);
  const voted = new Map<string, number>();
  for (const { value, origin, likely } of voices.length > 0 ? voices : evidence)
    if (value.kind === 'state' && value.on !== null) {
      const isDay = bounds(value.on)[0] === bounds(value.on)[1];
      const vote = `${origin}\n${value.on}`;
      voted.set(vote, Math.max(voted.get(vote) ?? 0, likely * (isDay ? 1 : 0.4)));
    }
  const votes = new Map<string, number>();
  for (const [vote, strength] of voted) {
    const day = vote.slice(vote.indexOf('\n') + 1);
    votes.set(day, (votes.get(day) ?? 0) + strength);
  }
  return [...votes].toSorted((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))[0]?.[0] ?? null;
}

/** In how many days after its day a thing is reported as held. */
const DUE_DAYS = 2;

/** `They met`, on the day to which a record has moved the meeting or soon after: less needs to speak for it. */
export function isDue({ date, dateId }: Plan, heard: Heard): boolean {
  const value = heard.evidence[0]?.value;
  if (value?.kind !== 'state' || value.state !== 'held' || date === null || dateId === null) return false;
  const late = daysBetween(bounds(date)[1], firstSeen(heard).slice(0, 10));
  return bounds(date)[0] === bounds(date)[1] && late >= 0 && late <= DUE_DAYS;
}

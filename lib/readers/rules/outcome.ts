import type { DateValue, State, StateValue } from '../../model/value.ts';
import { addDays, bounds, daysBetween, narrows } from '../../text/edtf.ts';
import type { PreparedClaim } from './claims.ts';
import type { Clause, EventMention, When } from './facet.ts';
import { areKin } from './facets/lifecycles.ts';
import { facetsOf } from './facets-of.ts';
import type { PreparedStory } from './prepared-story.ts';
import type { ReadItem, ReadSentence } from './read-item.ts';
import type { Touch } from './touch.ts';

/** An event that was held so many days before the day it was due for is another one. */
const EARLY_DAYS = 2;

/** An event of a clause beside the claim that it may be about. */
export interface EventSeen {
  readonly story: PreparedStory;
  readonly claim: PreparedClaim;
  readonly item: ReadItem;
  readonly sentence: ReadSentence;
  readonly clause: Clause;
  readonly event: EventMention;
  readonly touched: Touch;
}

/** What an event of an item says about a claim. */
export interface Outcome {
  readonly value: DateValue | StateValue;
  readonly refused: string | null;
}

/** What the event's phase says about the claim; null where it says nothing new. */
export function outcome({ story, claim, item, clause, event }: EventSeen): Outcome | null {
  const when = dateOf(clause, event, item.saidOn);
  switch (event.phase) {
    case 'done':
      if (when !== null && bounds(when)[0] > item.saidOn)
        return dated({ claim, item, when, phase: 'planned' });
      return held({ story, claim, item, event, when });
    case 'planned':
    case 'possible':
    case 'mentioned':
    case 'underway':
      return dated({ claim, item, when, phase: event.phase });
    case 'affirmed':
      if (claim.stage === 'running') return null;
      return when && !narrows(when, claim.date ?? '0000') && when > item.saidOn
        ? dueOn(when)
        : stands('going-ahead', when);
    case 'postponed':
      return when && bounds(when)[1] >= item.saidOn && when !== claim.date
        ? dueOn(when)
        : stands('postponed', null);
    case 'cancelled':
      // What is under way ends when it is stopped.
      return claim.stage === 'running'
        ? held({ story, claim, item, event: { ...event, over: true }, when })
        : stands('called-off', null);
    default:
      return event.phase satisfies never;
  }
}

function dueOn(edtf: string): Outcome {
  return { value: { kind: 'date', edtf }, refused: null };
}

function stands(state: State, on: string | null): Outcome {
  return { value: { kind: 'state', state, on }, refused: null };
}

function held({
  story,
  claim,
  item,
  event,
  when,
}: Pick<EventSeen, 'story' | 'claim' | 'item' | 'event'> & { when: string | null }): Outcome {
  const day = when !== null && bounds(when)[0] <= item.saidOn ? when : null;
  const said = stands('held', day);
  if (claim.stage === 'running' && !event.over)
    return { ...said, refused: 'it is known to be under way; only its end is news' };
  if (day && bounds(day)[1] < addDays(story.publishedOn, -1))
    return { ...said, refused: `${day} is before the article` };
  const due = claim.date === null ? null : bounds(claim.date);
  if (due && claim.stage === 'pending') {
    const on = day ?? item.saidOn;
    if (daysBetween(bounds(on)[1], due[0]) > EARLY_DAYS)
      return { ...said, refused: `it is due on ${claim.date}, not by ${on}` };
  }
  return said;
}

function dated({
  claim,
  item,
  when,
  phase,
}: Pick<EventSeen, 'claim' | 'item'> & { when: string | null; phase: string }): Outcome | null {
  if (claim.stage !== 'pending' || when === null || phase === 'underway') return null;
  if (bounds(when)[1] < item.saidOn) {
    return phase === 'mentioned'
      ? { ...stands('held', when), refused: 'a date gone by, but no word that it was held' }
      : null;
  }
  // `the court ruled on Friday that tariffs …`: a date of today or before is no plan.
  if (phase === 'mentioned' && bounds(when)[1] <= item.saidOn) return null;
  const said = dueOn(when);
  if (when === claim.date || (claim.date !== null && narrows(claim.date, when)))
    return { ...said, refused: `the article has ${claim.date} already` };
  return said;
}

/** The date in the clause that stands nearest to the event, is not the date of saying it, and is no other event's. */
function dateOf(clause: Clause, event: EventMention, publishedOn: string): string | null {
  const distance = (when: When) =>
    Math.min(Math.abs(when.span.start - event.span.end), Math.abs(event.span.start - when.span.end));
  const dates = facetsOf([clause], 'when').filter(
    (when) =>
      !when.ofSpeech &&
      Math.abs(daysBetween(publishedOn, bounds(when.edtf)[0])) < 1000 &&
      !standsBetween(clause, event, when),
  );
  return dates.toSorted((a, b) => distance(a) - distance(b))[0]?.edtf ?? null;
}

/** `completes the test, for a launch on Friday`: an event that is no kin and stands nearer has the date. */
function standsBetween(clause: Clause, event: EventMention, when: When): boolean {
  const from = Math.min(event.span.end, when.span.end);
  const to = Math.max(event.span.start, when.span.start);
  return facetsOf([clause], 'event').some(
    ({ head, span, phase }) =>
      span.start > from && span.end < to && phase !== 'mentioned' && !areKin(head, event.head),
  );
}

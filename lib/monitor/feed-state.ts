import {
  type FeedOutcome,
  type FeedRef,
  type FeedState,
  NEVER,
  NO_VALIDATORS,
  type Validators,
} from '../model/feed.ts';
import { MAX_FAULTS } from '../model/limits.ts';
import { DAY_MS, daysAfter } from '../text/edtf.ts';
import { afterAnswer, afterFailure, asksWhole, paceOf } from './schedule.ts';

/** For so long a permanent redirect must hold before the old address is no longer asked, in milliseconds. */
const MOVED_AFTER_MS = 7 * 24 * 3_600_000;

/**
 * For so long what is known of a feed is kept that nothing has changed in. A later check reads the feed as a new one,
 * which records nothing twice.
 */
const STATE_KEPT_DAYS = 90;

/** What is known to have failed is known for so long: a feed that is gone is not asked again, and nobody told of it anew. */
const FAILURE_KEPT_DAYS = 2 * 365;

/** When what is kept of a feed now may be forgotten. */
export function stateKeptUntil(now: Date, state: Pick<FeedState, 'nextCheckAt'> | null = null): Date {
  return daysAfter(now, state?.nextCheckAt === NEVER ? FAILURE_KEPT_DAYS : STATE_KEPT_DAYS);
}

/** When what people were told, or said, of a feed's failure may be forgotten. */
export function failureKeptUntil(now: Date): Date {
  return daysAfter(now, FAILURE_KEPT_DAYS);
}

/** Half of the time for which items are kept has gone by: those that a feed still carries are kept for longer. */
export function keepsAnew(state: FeedState | null, now: Date, keepDays: number): boolean {
  const days = Math.min(keepDays, STATE_KEPT_DAYS) / 2;
  return !!state?.keptAt && now.getTime() - Date.parse(state.keptAt) > days * DAY_MS;
}

/** What is known of a feed that was never read. */
export function newState({ id, url }: FeedRef, judgedFor: string, now: Date): FeedState {
  return {
    id,
    url,
    title: id,
    validators: NO_VALIDATORS,
    judgedFor,
    stage: '',
    faults: [],
    failure: null,
    checkedAt: now.toISOString(),
    wholeAt: null,
    changedAt: null,
    keptAt: null,
    nextCheckAt: null,
    pace: null,
    missed: null,
    asks: {},
    moved: null,
    counts: { checks: 0, unchanged: 0, bytes: 0, saved: 0, size: 0 },
  };
}

/** Where a feed is asked: where it has moved for good, once that has held for a week. */
export function addressOf({ id, url }: FeedRef, state: FeedState | null, now: Date): FeedRef {
  return { id, url: hasMoved(state, now) ? state.moved.to : url };
}

function hasMoved(
  state: FeedState | null,
  now: Date,
): state is FeedState & { readonly moved: NonNullable<FeedState['moved']> } {
  return !!state?.moved && now.getTime() - Date.parse(state.moved.since) >= MOVED_AFTER_MS;
}

/** By what a feed is asked whether anything changed: by nothing where other claims are watched than last time. */
export function validatorsFor(state: FeedState | null, judgedFor: string, now: Date): Validators {
  if (state?.judgedFor !== judgedFor) return NO_VALIDATORS;
  return asksWhole(state, now) ? { ...NO_VALIDATORS, digest: state.validators.digest } : state.validators;
}

interface Held {
  readonly judgedFor: string;
  readonly waits: boolean;
  /** All items that it carries were kept anew. */
  readonly isRenewed: boolean;
  /** None of the items that it held last time is there any more. */
  readonly isTurnedOver: boolean;
}

/** What asking a feed leaves behind. @param held which stories its items were held against, and whether others wait for their time */
export function nextState(
  known: FeedState,
  { url }: FeedRef,
  outcome: FeedOutcome,
  { judgedFor, waits, isRenewed, isTurnedOver }: Held,
  now: Date,
): FeedState {
  const time = now.toISOString();
  const { counts } = known;
  const kept = {
    ...known,
    url,
    checkedAt: time,
    moved: movedBy(known, outcome, now),
    counts: { ...counts, checks: counts.checks + 1, bytes: counts.bytes + outcome.bytes },
  };
  switch (outcome.outcome) {
    case 'failed': {
      const { cause, why, notBefore, busyHost } = outcome;
      const times = (known.failure?.times ?? 0) + 1;
      return {
        ...kept,
        failure: {
          cause,
          why,
          since: known.failure?.since ?? time,
          times,
          ...(busyHost !== undefined && { busyHost }),
        },
        nextCheckAt: afterFailure(known, cause, times, notBefore, now),
      };
    }
    case 'unchanged': {
      const saved = outcome.by === '304' ? counts.size : 0;
      return {
        ...kept,
        validators: outcome.validators,
        failure: null,
        wholeAt: outcome.by === 'body' ? time : known.wholeAt,
        nextCheckAt: afterAnswer(known, known.asks, outcome.notBefore, now),
        counts: { ...kept.counts, unchanged: counts.unchanged + 1, saved: counts.saved + saved },
      };
    }
    case 'read': {
      const { title, items, validators, stage, faults, asks, bytes, notBefore } = outcome;
      const read = {
        ...kept,
        title,
        // An item that waits must be met again: the next answer may not be "unchanged".
        validators: waits ? NO_VALIDATORS : validators,
        judgedFor,
        stage,
        faults: faults.slice(0, MAX_FAULTS),
        failure: null,
        wholeAt: time,
        changedAt: time,
        keptAt: isRenewed || known.keptAt === null ? time : known.keptAt,
        pace: paceOf(
          items.flatMap(({ publishedAt }) => publishedAt ?? []),
          now,
        ),
        missed: missedBy(known, isTurnedOver, now),
        asks,
        counts: { ...kept.counts, size: bytes },
      };
      return { ...read, nextCheckAt: afterAnswer(read, asks, notBefore, now) };
    }
  }
}

/** How long a feed is said to have missed items after the last time, in milliseconds. */
const MISSED_TOLD_MS = 7 * 24 * 3_600_000;

function missedBy({ missed }: FeedState, isTurnedOver: boolean, now: Date): FeedState['missed'] {
  const time = now.toISOString();
  if (isTurnedOver) return { since: missed?.since ?? time, last: time, times: (missed?.times ?? 0) + 1 };
  return missed && now.getTime() - Date.parse(missed.last) < MISSED_TOLD_MS ? missed : null;
}

/** A new address is kept from when it was first told; a feed that is asked there and missing goes back to its old one. */
function movedBy(known: FeedState, outcome: FeedOutcome, now: Date): FeedState['moved'] {
  const { moved } = known;
  if (outcome.movedTo)
    return moved?.to === outcome.movedTo ? moved : { to: outcome.movedTo, since: now.toISOString() };
  if (!hasMoved(known, now)) return outcome.outcome === 'failed' ? moved : null;
  const lost = outcome.outcome === 'failed' && ['missing', 'gone', 'forbidden'].includes(outcome.cause);
  return lost ? null : moved;
}

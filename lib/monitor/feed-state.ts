import {
  type FeedReading,
  type FeedRef,
  type FeedState,
  NO_VALIDATORS,
  type Validators,
} from '../model/feed.ts';
import { afterAnswer, afterFailure, asksWhole, paceOf } from './schedule.ts';

/** For so long a permanent redirect must hold before the old address is no longer asked, in milliseconds. */
const MOVED_AFTER_MS = 7 * 24 * 3_600_000;
/** So many faults of a document are kept. */
const MAX_FAULTS = 5;

/** What is known of a feed that was never read. */
export function newState({ id, url }: FeedRef, judgedFor: string, now: Date): FeedState {
  return {
    id,
    url,
    title: id,
    validators: NO_VALIDATORS,
    judgedFor,
    seen: [],
    stage: '',
    faults: [],
    failure: null,
    checkedAt: now.toISOString(),
    wholeAt: null,
    changedAt: null,
    nextCheckAt: null,
    pace: null,
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
  readonly seen: readonly string[];
  readonly waits: boolean;
}

/** What a reading leaves behind. @param held fingerprints of the items that were there, and whether others wait for their time */
export function nextState(
  known: FeedState,
  { url }: FeedRef,
  reading: FeedReading,
  { judgedFor, seen, waits }: Held,
  now: Date,
): FeedState {
  const time = now.toISOString();
  const { counts } = known;
  const kept = {
    ...known,
    url,
    checkedAt: time,
    moved: movedBy(known, reading, now),
    counts: { ...counts, checks: counts.checks + 1, bytes: counts.bytes + reading.bytes },
  };
  switch (reading.outcome) {
    case 'failed': {
      const { cause, why, notBefore } = reading;
      const times = (known.failure?.times ?? 0) + 1;
      return {
        ...kept,
        failure: { cause, why, since: known.failure?.since ?? time, times },
        nextCheckAt: afterFailure(known, cause, times, notBefore, now),
      };
    }
    case 'unchanged': {
      const saved = reading.by === '304' ? counts.size : 0;
      return {
        ...kept,
        validators: reading.validators,
        failure: null,
        wholeAt: reading.by === 'body' ? time : known.wholeAt,
        nextCheckAt: afterAnswer(known, known.asks, reading.notBefore, now),
        counts: { ...kept.counts, unchanged: counts.unchanged + 1, saved: counts.saved + saved },
      };
    }
    case 'read': {
      const { title, items, validators, stage, faults, asks, bytes, notBefore } = reading;
      const read = {
        ...kept,
        title,
        // An item that waits must be met again: the next answer may not be "unchanged".
        validators: waits ? NO_VALIDATORS : validators,
        judgedFor,
        seen,
        stage,
        faults: faults.slice(0, MAX_FAULTS),
        failure: null,
        wholeAt: time,
        changedAt: time,
        pace: paceOf(
          items.map(({ publishedAt }) => publishedAt),
          now,
        ),
        asks,
        counts: { ...kept.counts, size: bytes },
      };
      return { ...read, nextCheckAt: afterAnswer(read, asks, notBefore, now) };
    }
  }
}

/** A new address is kept from when it was first told; a feed that is asked there and missing goes back to its old one. */
function movedBy(known: FeedState, reading: FeedReading, now: Date): FeedState['moved'] {
  const { moved } = known;
  if (reading.movedTo)
    return moved?.to === reading.movedTo ? moved : { to: reading.movedTo, since: now.toISOString() };
  if (!hasMoved(known, now)) return reading.outcome === 'failed' ? moved : null;
  const lost = reading.outcome === 'failed' && ['missing', 'gone', 'forbidden'].includes(reading.cause);
  return lost ? null : moved;
}

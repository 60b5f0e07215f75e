import { type FeedOutcome, type FeedState, NO_VALIDATORS, type Validators } from '../../lib/model/feed.ts';
import type { FeedItem } from '../../lib/model/item.ts';
import { newState } from '../../lib/monitor/feed-state.ts';

/** An answer that says nothing of the next time. */
const SILENT = { bytes: 1_000, notBefore: null, movedTo: null };

export function outcomeOf(
  items: readonly FeedItem[],
  change: Partial<Extract<FeedOutcome, { outcome: 'read' }>> = {},
): FeedOutcome {
  return {
    outcome: 'read',
    title: 'F',
    items,
    validators: NO_VALIDATORS,
    stage: 'as it stands',
    faults: [],
    asks: {},
    hub: null,
    ...SILENT,
    ...change,
  };
}

export function unchangedBy(validators: Validators, change: Partial<FeedOutcome> = {}): FeedOutcome {
  return { outcome: 'unchanged', by: '304', validators, ...SILENT, ...change } as FeedOutcome;
}

export function failedFor(
  why: string,
  change: Partial<Extract<FeedOutcome, { outcome: 'failed' }>> = {},
): FeedOutcome {
  return { outcome: 'failed', cause: 'broken', why, ...SILENT, ...change };
}

/** What is kept of a feed at `url`, as of long ago. */
export function feedStateAt(url: string, change: Partial<FeedState> = {}): FeedState {
  return { ...newState({ id: url, url }, '', new Date('2026-01-01T00:00:00Z')), ...change };
}

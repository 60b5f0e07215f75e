import type { FeedState } from '../model/feed.ts';
import type { Condition, FailureNote, HeldCondition } from '../model/operation.ts';
import { DAY_MS } from '../text/edtf.ts';
import { isWell } from './due.ts';

/** A feed that has failed for so long is told of. */
const TOLD_AFTER_MS = DAY_MS;
/** From this share of failing feeds on the fault is rather here, and from so many feeds on that is said. */
const MANY_SHARE = 0.3;
const MANY_FEEDS = 4;
/** In minutes, and percent: what waits for the budget may wait for the next day's; anything else is soon read. */
const UNPAID_MINUTES = 24 * 60;
const WAITING_MINUTES = 60;
const USED_PERCENT = 80;

/** So many checks in a row a condition holds before it is told. @default 1 */
const PATIENCE: Partial<Record<Condition['kind'], number>> = {
  'no feed well': 3,
  'many feeds failing': 3,
  'feeds late': 2,
};

/** How a deployment's work goes at a time. */
export interface Work {
  /** The feeds of watched stories, by their URLs, and what is kept of them. */
  readonly urls: readonly string[];
  readonly states: ReadonlyMap<string, FeedState>;
  readonly notes: ReadonlyMap<string, FailureNote>;
  /** How many feeds are read now, and how many are due and are not. */
  readonly turns: { readonly read: number; readonly late: number };
  /** What waits for hosted readers; null where there are none. */
  readonly reading: { readonly unpaid: number; readonly waited: number; readonly usedPercent: number } | null;
  /** The channels that were switched off by their receivers. */
  readonly channelsOff: readonly string[];
  readonly everyMinutes: number;
}

/** What is wrong now. A feed whose failure was acknowledged counts for nothing. */
export function conditionsOf(work: Work, now: Date): Condition[] {
  const { urls, states, turns, reading, channelsOff, everyMinutes } = work;
  const counted = urls.filter((url) => !isAcknowledged(states.get(url), work.notes.get(url)));
  const failing = counted.filter((url) => states.get(url)?.failure);
  const isAnyWell = counted.some((url) => isWell(states.get(url), now, everyMinutes));
  const changes = counted.flatMap((url) => states.get(url)?.changedAt ?? []);
  const lastChange = changes.toSorted().at(-1);
  const isSilent = lastChange !== undefined && now.getTime() - Date.parse(lastChange) >= DAY_MS;
  const found: (Condition | false)[] = [
    counted.length > 0 && !isAnyWell && { kind: 'no feed well', feeds: counted.length },
    isAnyWell &&
      counted.length >= MANY_FEEDS &&
      failing.length >= MANY_SHARE * counted.length && {
        kind: 'many feeds failing',
        failing: failing.length,
        feeds: counted.length,
      },
    isAnyWell && isSilent && { kind: 'nothing new', since: lastChange },
    turns.late > 0 && { kind: 'feeds late', ...turns },
    reading !== null &&
      reading.usedPercent >= USED_PERCENT && { kind: 'budget nearly spent', percent: reading.usedPercent },
    reading !== null && reading.unpaid >= UNPAID_MINUTES && { kind: 'items unpaid', minutes: reading.unpaid },
    reading !== null && reading.waited >= WAITING_MINUTES && { kind: 'items wait', minutes: reading.waited },
    channelsOff.length > 0 && { kind: 'channel off', channels: channelsOff },
  ];
  return found.filter((each) => each !== false);
}

/** What is news of conditions: those that now hold long enough, and those that were told and are over. */
export interface ConditionNews {
  readonly begun: readonly HeldCondition[];
  readonly over: readonly HeldCondition[];
  /** What is to be kept until the next look. */
  readonly held: readonly HeldCondition[];
}

/** Each condition is told once when it begins, and once when it is over. */
export function conditionNews(
  found: readonly Condition[],
  kept: readonly HeldCondition[],
  { now, everyMinutes }: { readonly now: Date; readonly everyMinutes: number },
): ConditionNews {
  const time = now.toISOString();
  const before = new Map(kept.map((each) => [each.condition.kind, each]));
  const begun: HeldCondition[] = [];
  const held = found.map((condition): HeldCondition => {
    const known = before.get(condition.kind);
    const since = known?.since ?? time;
    const waited = now.getTime() - Date.parse(since);
    const patience = ((PATIENCE[condition.kind] ?? 1) - 1) * everyMinutes * 60_000;
    // The schedule starts within a window of minutes.
    const isTold = (known?.toldAt ?? null) !== null;
    const isNews = !isTold && waited >= 0.6 * patience;
    const next = { condition, since, toldAt: isNews ? time : (known?.toldAt ?? null) };
    if (isNews) begun.push(next);
    return next;
  });
  const kinds = new Set(found.map(({ kind }) => kind));
  const over = kept.filter(({ condition, toldAt }) => toldAt !== null && !kinds.has(condition.kind));
  return { begun, over, held };
}

/** Feeds that have failed for a day, of whose failure nobody was told. */
export function newlyFailing({ urls, states, notes }: Pick<Work, 'urls' | 'states' | 'notes'>, now: Date) {
  return urls.flatMap((url) => {
    const state = states.get(url);
    const { failure = null } = state ?? {};
    if (!state || !failure || now.getTime() - Date.parse(failure.since) < TOLD_AFTER_MS) return [];
    const note = notes.get(url);
    return note?.since === failure.since && (note.toldAt !== null || note.acknowledged)
      ? []
      : [{ state, failure }];
  });
}

/** Whether somebody has said that a feed's failure is known. */
export function isAcknowledged(state: FeedState | null | undefined, note: FailureNote | undefined): boolean {
  return !!note?.acknowledged && note.since === state?.failure?.since;
}

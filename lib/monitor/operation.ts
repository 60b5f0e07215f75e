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
export interface WorkSeen {
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

/** What is wrong now, and what can't be told while something else is. */
export interface Found {
  readonly conditions: readonly Condition[];
  readonly unknown: readonly Condition['kind'][];
}

/** A feed whose failure was acknowledged counts for nothing. */
export function conditionsOf(work: WorkSeen, now: Date): Found {
  const { urls, states, turns, reading, channelsOff, everyMinutes } = work;
  const counted = urls.filter((url) => !isAcknowledged(states.get(url), work.notes.get(url)));
  const failing = counted.filter((url) => states.get(url)?.failure);
  const isNoneWell = counted.length > 0 && !counted.some((url) => isWell(states.get(url), now, everyMinutes));
  const changes = counted.flatMap((url) => states.get(url)?.changedAt ?? []);
  const lastChange = changes.toSorted().at(-1);
  const isSilent = lastChange !== undefined && now.getTime() - Date.parse(lastChange) >= DAY_MS;
  const isMany = counted.length >= MANY_FEEDS && failing.length >= MANY_SHARE * counted.length;
  const found: (Condition | false)[] = [
    isNoneWell && { kind: 'no feed well', feeds: counted.length },
    !isNoneWell && isMany && { kind: 'many feeds failing', failing: failing.length, feeds: counted.length },
    !isNoneWell && isSilent && { kind: 'nothing new', since: lastChange },
    turns.late > 0 && { kind: 'feeds late', ...turns },
    reading !== null &&
      reading.usedPercent >= USED_PERCENT && { kind: 'budget nearly spent', percent: reading.usedPercent },
    reading !== null && reading.unpaid >= UNPAID_MINUTES && { kind: 'items unpaid', minutes: reading.unpaid },
    reading !== null && reading.waited >= WAITING_MINUTES && { kind: 'items wait', minutes: reading.waited },
    ...channelsOff.map((channel): Condition => ({ kind: 'channel off', channel })),
  ];
  return {
    conditions: found.filter((each) => each !== false),
    unknown: isNoneWell ? ['many feeds failing', 'nothing new'] : [],
  };
}

/** What is news of conditions: those that now hold long enough, and those that were told and are over. */
export interface ConditionNews {
  readonly begun: readonly HeldCondition[];
  readonly over: readonly HeldCondition[];
  /** What is to be kept until the next look. */
  readonly held: readonly HeldCondition[];
}

/** Each condition is told once when it has lasted, and once when it has been over for as long. */
export function conditionNews(
  { conditions, unknown }: Found,
  kept: readonly HeldCondition[],
  { now, everyMinutes }: { readonly now: Date; readonly everyMinutes: number },
): ConditionNews {
  const time = now.toISOString();
  const lasts = (since: string, { kind }: Condition) => {
    // The schedule starts within a window of minutes.
    const checks = 0.6 * ((PATIENCE[kind] ?? 1) - 1);
    return now.getTime() - Date.parse(since) >= checks * everyMinutes * 60_000;
  };
  const before = new Map(kept.map((each) => [keyOf(each.condition), each]));
  const begun: HeldCondition[] = [];
  const over: HeldCondition[] = [];
  const held = conditions.map((condition): HeldCondition => {
    const { since = time, toldAt = null } = before.get(keyOf(condition)) ?? {};
    const isNews = toldAt === null && lasts(since, condition);
    const next = { condition, since, toldAt: isNews ? time : toldAt };
    if (isNews) begun.push(next);
    return next;
  });
  const holding = new Set(conditions.map(keyOf));
  for (const each of kept) {
    const { condition, toldAt, goneSince = time } = each;
    if (toldAt === null || holding.has(keyOf(condition))) continue;
    if (unknown.includes(condition.kind)) held.push(each);
    else if (lasts(goneSince, condition)) over.push(each);
    else held.push({ ...each, goneSince });
  }
  return { begun, over, held };
}

/** What makes two conditions one. */
function keyOf(condition: Condition): string {
  return condition.kind === 'channel off' ? `${condition.kind} ${condition.channel}` : condition.kind;
}

/** Feeds that have failed for a day, of whose failure nobody was told. */
export function newlyFailing(
  { urls, states, notes }: Pick<WorkSeen, 'urls' | 'states' | 'notes'>,
  now: Date,
) {
  return urls.flatMap((url) => {
    const state = states.get(url);
    const { failure = null } = state ?? {};
    if (!state || !failure || now.getTime() - Date.parse(failure.since) < TOLD_AFTER_MS) return [];
    const note = notes.get(url);
    const isKnown = note?.since === failure.since && (note.toldAt !== null || note.acknowledged);
    return isKnown ? [] : [{ state, failure }];
  });
}

/** Whether somebody has said that a feed's failure is known. */
export function isAcknowledged(state: FeedState | null | undefined, note: FailureNote | undefined): boolean {
  return !!note?.acknowledged && note.since === state?.failure?.since;
}

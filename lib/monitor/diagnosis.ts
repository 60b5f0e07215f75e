import type { FeedState } from '../model/feed.ts';
import type { FailureNote, HeldCondition, OperationState } from '../model/operation.ts';
import { DAY_MS } from '../text/edtf.ts';
import { isAcknowledged } from './operation.ts';

/** What of a deployment can be seen from outside. */
export interface Deployed {
  /** CloudFormation's word, like `UPDATE_COMPLETE`. */
  readonly status: string;
  /** Messages that could not be worked off, by the names of their queues. */
  readonly failures: ReadonlyMap<string, number>;
  /** Who gets alarms, and who of all that get mails has not confirmed. */
  readonly alarmsTo: number;
  readonly unconfirmed: readonly string[];
  readonly stories: readonly {
    readonly slug: string;
    readonly isOlder: boolean;
    readonly hasEnded: boolean;
  }[];
  readonly urls: readonly string[];
  readonly states: ReadonlyMap<string, FeedState>;
  readonly notes: ReadonlyMap<string, FailureNote>;
  /** As its last dispatch saw it; null where there was none. */
  readonly operation: OperationState | null;
}

/** Something that is wrong. */
export type Ailment =
  | { readonly kind: 'stack not whole'; readonly status: string }
  | { readonly kind: 'no check'; readonly last: string | null }
  | { readonly kind: 'failures wait'; readonly queue: string; readonly messages: number }
  | { readonly kind: 'condition'; readonly held: HeldCondition }
  | { readonly kind: 'older rows'; readonly slugs: readonly string[] }
  | { readonly kind: 'nothing watched'; readonly ended: number }
  | {
      readonly kind: 'feed fails';
      readonly state: FeedState;
      readonly failure: NonNullable<FeedState['failure']>;
    }
  | { readonly kind: 'unconfirmed'; readonly address: string }
  | { readonly kind: 'nobody is told' };

/** In so many intervals the schedule must have started a check. */
const INTERVALS = 3;

/** What is wrong, the gravest first: what stops all work, what stops a part of it, and what keeps people from knowing. */
export function diagnose(deployed: Deployed, now: Date): Ailment[] {
  const { status, failures, stories, urls, states, notes, operation } = deployed;
  const watched = stories.filter(({ hasEnded }) => !hasEnded);
  const older = watched.filter(({ isOlder }) => isOlder).map(({ slug }) => slug);
  const late = INTERVALS * (operation?.everyMinutes ?? 0) * 60_000;
  const isLate = !operation || now.getTime() - Date.parse(operation.checkedAt) > late;
  const failing = urls.flatMap((url) => {
    const state = states.get(url);
    if (!state?.failure || isAcknowledged(state, notes.get(url))) return [];
    return now.getTime() - Date.parse(state.failure.since) >= DAY_MS
      ? [{ state, failure: state.failure }]
      : [];
  });
  const found: (Ailment | false)[] = [
    !/^(?:CREATE|UPDATE|IMPORT)_COMPLETE$/.test(status) && { kind: 'stack not whole', status },
    isLate && { kind: 'no check', last: operation?.checkedAt ?? null },
    ...[...failures]
      .filter(([, messages]) => messages > 0)
      .map(([queue, messages]): Ailment => ({ kind: 'failures wait', queue, messages })),
    ...(operation?.held ?? []).map((held): Ailment => ({ kind: 'condition', held })),
    older.length > 0 && { kind: 'older rows', slugs: older },
    watched.length === 0 && { kind: 'nothing watched', ended: stories.length },
    ...failing.map((each): Ailment => ({ kind: 'feed fails', ...each })),
    ...deployed.unconfirmed.map((address): Ailment => ({ kind: 'unconfirmed', address })),
    deployed.alarmsTo === 0 && { kind: 'nobody is told' },
  ];
  return found.filter((each) => each !== false);
}

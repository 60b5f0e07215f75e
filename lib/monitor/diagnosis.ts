import type { FeedState } from '../model/feed.ts';
import type { FailureNote, HeldCondition } from '../model/operation.ts';
import { DAY_MS } from '../text/edtf.ts';
import { isWell } from './due.ts';
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
  readonly conditions: readonly HeldCondition[];
  readonly channelsOff: readonly string[];
}

/** Something that is wrong. */
export type Ailment =
  | { readonly kind: 'stack not whole'; readonly status: string }
  | { readonly kind: 'no check'; readonly last: string | null }
  | { readonly kind: 'failures wait'; readonly queue: string; readonly messages: number }
  | { readonly kind: 'condition'; readonly held: HeldCondition }
  | { readonly kind: 'older rows'; readonly slugs: readonly string[] }
  | { readonly kind: 'nothing watched'; readonly ended: number }
  | { readonly kind: 'channel off'; readonly channels: readonly string[] }
  | {
      readonly kind: 'feed fails';
      readonly state: FeedState;
      readonly failure: NonNullable<FeedState['failure']>;
    }
  | { readonly kind: 'unconfirmed'; readonly address: string }
  | { readonly kind: 'nobody is told' };

/** A check that comes so many minutes late was not started, whatever the schedule. */
const LATE_MINUTES = 60;

/** What is wrong, the gravest first: what stops all work, what stops a part of it, and what keeps people from knowing. */
export function diagnose(deployed: Deployed, now: Date): Ailment[] {
  const { status, failures, stories, urls, states, notes, conditions, channelsOff } = deployed;
  const watched = stories.filter(({ hasEnded }) => !hasEnded);
  const older = watched.filter(({ isOlder }) => isOlder).map(({ slug }) => slug);
  const asked = urls.filter((url) => states.get(url)?.nextCheckAt !== 'never');
  const isLate = asked.every((url) => !isWell(withoutFailure(states.get(url)), now, LATE_MINUTES / 3));
  const last = urls
    .flatMap((url) => states.get(url)?.checkedAt ?? [])
    .toSorted()
    .at(-1);
  const failing = urls.flatMap((url) => {
    const state = states.get(url);
    if (!state?.failure || isAcknowledged(state, notes.get(url))) return [];
    return now.getTime() - Date.parse(state.failure.since) >= DAY_MS
      ? [{ state, failure: state.failure }]
      : [];
  });
  const found: (Ailment | false)[] = [
    !/^(?:CREATE|UPDATE|IMPORT)_COMPLETE$/.test(status) && { kind: 'stack not whole', status },
    asked.length > 0 && isLate && { kind: 'no check', last: last ?? null },
    ...[...failures]
      .filter(([, messages]) => messages > 0)
      .map(([queue, messages]): Ailment => ({ kind: 'failures wait', queue, messages })),
    ...conditions
      .filter(({ condition }) => condition.kind !== 'channel off')
      .map((held): Ailment => ({ kind: 'condition', held })),
    older.length > 0 && { kind: 'older rows', slugs: older },
    watched.length === 0 && { kind: 'nothing watched', ended: stories.length },
    channelsOff.length > 0 && { kind: 'channel off', channels: channelsOff },
    ...failing.map((each): Ailment => ({ kind: 'feed fails', ...each })),
    ...deployed.unconfirmed.map((address): Ailment => ({ kind: 'unconfirmed', address })),
    deployed.alarmsTo === 0 && { kind: 'nobody is told' },
  ];
  return found.filter((each) => each !== false);
}

/** A feed that fails was checked all the same. */
function withoutFailure(state: FeedState | undefined): FeedState | undefined {
  return state && { ...state, failure: null };
}

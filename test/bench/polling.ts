import { type FeedOutcome, type FeedState, NO_VALIDATORS, type Validators } from '../../lib/model/feed.ts';
import { dueFeeds } from '../../lib/monitor/due.ts';
import { addressOf, newState, nextState, validatorsFor } from '../../lib/monitor/feed-state.ts';
import {
  answer,
  COUNTS,
  DAY,
  EVERY,
  feeds,
  HEADER_BYTES,
  MINUTE,
  type PlayedFeed,
  type Rhythm,
  START,
  windowOf,
} from './played-feeds.ts';

/**
 * A day of 200 feeds by a clock that is only counted: what polling them costs and how late their news is read, by the
 * monitor's own schedule and by plain pollers. The servers are played; the schedule is the real one.
 */

interface Poller {
  /** Feeds to ask now. */
  due(now: number): readonly PlayedFeed[];
  validators(feed: PlayedFeed, now: number): Validators;
  keep(feed: PlayedFeed, reading: FeedOutcome, now: number): void;
}

interface Day {
  requests: number;
  notModified: number;
  bytes: number;
  failures: number;
  /** Items that had left their feed before it was read. */
  missed: number;
  published: number;
  /** From publication to reading, in minutes, by rhythm. */
  readonly lags: Map<Rhythm, number[]>;
}

function play(poller: Poller): Day {
  const day: Day = {
    requests: 0,
    notModified: 0,
    bytes: 0,
    failures: 0,
    missed: 0,
    published: 0,
    lags: new Map(),
  };
  const readUntil = new Map<string, number>();
  for (let now = START; now < START + DAY; now += EVERY) {
    for (const feed of poller.due(now)) {
      const reading = answer(feed, poller.validators(feed, now), now);
      poller.keep(feed, reading, now);
      day.requests += 1;
      day.bytes += HEADER_BYTES + reading.bytes;
      if (reading.outcome === 'failed') day.failures += 1;
      if (reading.outcome === 'unchanged' && reading.by === '304') day.notModified += 1;
      if (reading.outcome === 'failed') continue;
      const from = readUntil.get(feed.url) ?? START;
      const lags = day.lags.get(feed.rhythm) ?? [];
      const fresh = feed.published.filter((time) => time > from && time <= now);
      const read = fresh.slice(-windowOf(feed.rhythm));
      day.published += fresh.length;
      day.missed += fresh.length - read.length;
      for (const time of read) lags.push((now - time) / MINUTE);
      day.lags.set(feed.rhythm, lags);
      readUntil.set(feed.url, now);
    }
  }
  return day;
}

function plain(conditional: boolean): Poller {
  const known = new Map<string, Validators>();
  return {
    due: () => feeds,
    validators: ({ url }) => (conditional ? known.get(url) : null) ?? NO_VALIDATORS,
    keep: ({ url }, reading) => {
      if (reading.outcome === 'read') known.set(url, { ...reading.validators, digest: null });
    },
  };
}

function scheduled(): Poller {
  const states = new Map<string, FeedState>();
  const byUrl = new Map(feeds.map((feed) => [feed.url, feed]));
  const refOf = ({ url }: PlayedFeed) => ({ id: url, url });
  return {
    due: (now) => dueFeeds([...byUrl.keys()], states, new Date(now)).flatMap((url) => byUrl.get(url) ?? []),
    validators: ({ url }, now) => validatorsFor(states.get(url) ?? null, '', new Date(now)),
    keep: (feed, reading, now) => {
      const at = new Date(now);
      const state = states.get(feed.url) ?? newState(refOf(feed), '', at);
      const held = { judgedFor: '', waits: false, isRenewed: false, isTurnedOver: false };
      states.set(feed.url, nextState(state, addressOf(refOf(feed), state, at), reading, held, at));
    },
  };
}

const days = [
  ['plain', play(plain(false))],
  ['plain, by ETag', play(plain(true))],
  ['claimwatch', play(scheduled())],
] as const;
const [, base] = days[0];
const share = (part: number, whole: number) => `${Math.round((100 * part) / whole)} %`;
const at = (lags: readonly number[], part: number) =>
  `${Math.round(lags.toSorted((a, b) => a - b)[Math.floor(part * lags.length)] ?? 0)} min`;
const line = (cells: readonly (string | number)[]) =>
  process.stdout.write(
    `${cells.map((cell, i) => (i === 0 ? String(cell).padEnd(26) : String(cell).padStart(16))).join('')}\n`,
  );

process.stdout.write(
  `\na day of ${feeds.length} feeds (${COUNTS.map(([rhythm, count]) => `${count} ${rhythm}`).join(', ')}), played; a plain poller asks every 15 minutes\n`,
);
line(['', ...days.map(([name]) => name)]);
line(['requests', ...days.map(([, { requests }]) => requests)]);
line(['  of a plain poller’s', ...days.map(([, { requests }]) => share(requests, base.requests))]);
line(['  to broken feeds', ...days.map(([, { failures }]) => failures)]);
line(['MB', ...days.map(([, { bytes }]) => (bytes / 1e6).toFixed(1))]);
line(['  of a plain poller’s', ...days.map(([, { bytes }]) => share(bytes, base.bytes))]);
line(['answered 304', ...days.map(([, { notModified, requests }]) => share(notModified, requests))]);
line([
  'items missed',
  ...days.map(([, { missed, published }]) => `${((100 * missed) / published).toFixed(1)} %`),
]);
for (const rhythm of ['busy', 'hourly', 'daily'] as const)
  for (const [name, part] of [
    ['median', 0.5],
    ['nine of ten', 0.9],
  ] as const)
    line([`lag, ${rhythm}, ${name}`, ...days.map(([, { lags }]) => at(lags.get(rhythm) ?? [], part))]);

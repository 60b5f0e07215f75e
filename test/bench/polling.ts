import { type FeedOutcome, type FeedState, NO_VALIDATORS, type Validators } from '../../lib/model/feed.ts';
import type { FeedItem } from '../../lib/model/item.ts';
import { dueFeeds } from '../../lib/monitor/due.ts';
import { addressOf, newState, nextState, validatorsFor } from '../../lib/monitor/feed-state.ts';
import { failedFor, outcomeOf } from '../support/feed.ts';

/**
 * A day of 200 feeds by a clock that is only counted: what polling them costs and how late their news is read, by the
 * monitor's own schedule and by plain pollers. The servers are played; the schedule is the real one.
 */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const EVERY = 15 * MINUTE;
const START = Date.parse('2026-03-09T00:07:00Z');
/** So many items a document holds, and what one of them and the answer around it weigh on the wire. */
const DOCUMENT_ITEMS = 20;
/** A busy feed holds fewer, and its program asks for an hour, as it does for every blog. */
const BUSY_ITEMS = 10;
const ITEM_BYTES = 700;
const HEADER_BYTES = 500;

type Rhythm = 'busy' | 'hourly' | 'daily' | 'never' | 'broken';
type Manner = 'answers 304' | 'never answers 304' | 'asks for 30 minutes';

interface PlayedFeed {
  readonly url: string;
  readonly rhythm: Rhythm;
  readonly manner: Manner;
  readonly failure: FeedOutcome | null;
  /** When its items are published, oldest first. */
  readonly published: readonly number[];
}

/** The same chances in every run (a linear congruential generator, Numerical Recipes). */
let seed = 5;
function chance(): number {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return seed / 2 ** 32;
}

const MANNERS: readonly Manner[] = ['answers 304', 'answers 304', 'never answers 304', 'asks for 30 minutes'];
const FAILURES = [
  failedFor('500'),
  failedFor('500'),
  failedFor('404', { cause: 'missing' }),
  failedFor('410', { cause: 'gone' }),
  failedFor('403', { cause: 'refused' }),
];
const COUNTS: readonly (readonly [Rhythm, number, number])[] = [
  ['busy', 10, 4 * MINUTE],
  ['hourly', 80, HOUR],
  ['daily', 60, DAY],
  ['never', 30, 0],
  ['broken', 20, 0],
];

const feeds: readonly PlayedFeed[] = COUNTS.flatMap(([rhythm, count, gap]) =>
  Array.from({ length: count }, (_, i) => ({
    url: `https://${rhythm}-${i}.example/rss`,
    rhythm,
    manner: MANNERS[i % MANNERS.length] ?? 'answers 304',
    failure: rhythm === 'broken' ? (FAILURES[i % FAILURES.length] ?? null) : null,
    published: publicationsOf(gap),
  })),
);

/** Items at random around their rhythm, from long before the day to its end; dead feeds stopped a year ago. */
function publicationsOf(gap: number): number[] {
  if (gap === 0)
    return Array.from({ length: DOCUMENT_ITEMS }, (_, i) => START - 365 * DAY - i * DAY).reverse();
  const times: number[] = [];
  for (let time = START - DOCUMENT_ITEMS * gap; time < START + DAY; time += gap * -Math.log(1 - chance()))
    times.push(time);
  return times;
}

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

/** What a feed's server answers. */
function answer(
  { published, manner, failure, rhythm }: PlayedFeed,
  validators: Validators,
  now: number,
): FeedOutcome {
  if (failure) return { ...failure, bytes: 0 };
  const held = published.filter((time) => time <= now).slice(-windowOf(rhythm));
  const version = String(held.at(-1));
  const notBefore = manner === 'asks for 30 minutes' ? new Date(now + 30 * MINUTE).toISOString() : null;
  const bytes = held.length * ITEM_BYTES;
  const given = manner === 'never answers 304' ? NO_VALIDATORS : { ...NO_VALIDATORS, etag: version };
  const answered = { ...given, digest: version };
  if (validators.etag === version)
    return { outcome: 'unchanged', by: '304', validators, bytes: 0, notBefore, movedTo: null };
  if (validators.digest === version)
    return { outcome: 'unchanged', by: 'body', validators: answered, bytes, notBefore, movedTo: null };
  const items = held.map((time) => ({ publishedAt: new Date(time).toISOString() }) as FeedItem);
  const asks = rhythm === 'busy' ? { minutes: 60 } : {};
  return outcomeOf(items, { validators: answered, bytes, notBefore, asks });
}

function windowOf(rhythm: Rhythm): number {
  return rhythm === 'busy' ? BUSY_ITEMS : DOCUMENT_ITEMS;
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

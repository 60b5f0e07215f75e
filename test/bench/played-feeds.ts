import { type FeedOutcome, NO_VALIDATORS, type Validators } from '../../lib/model/feed.ts';
import type { FeedItem } from '../../lib/model/item.ts';
import { failedFor, outcomeOf } from '../support/feed.ts';

/** The played servers of a day. */

export const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
export const EVERY = 15 * MINUTE;
export const START = Date.parse('2026-03-09T00:07:00Z');
/** So many items a document holds, and what one of them and the answer around it weigh on the wire. */
const DOCUMENT_ITEMS = 20;
/** A busy feed holds fewer, and its program asks for an hour, as it does for every blog. */
const BUSY_ITEMS = 10;
const ITEM_BYTES = 700;
export const HEADER_BYTES = 500;

export type Rhythm = 'busy' | 'hourly' | 'daily' | 'never' | 'broken';
type Manner = 'answers 304' | 'never answers 304' | 'asks for 30 minutes';

export interface PlayedFeed {
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
export const COUNTS: readonly (readonly [Rhythm, number, number])[] = [
  ['busy', 10, 4 * MINUTE],
  ['hourly', 80, HOUR],
  ['daily', 60, DAY],
  ['never', 30, 0],
  ['broken', 20, 0],
];

export const feeds: readonly PlayedFeed[] = COUNTS.flatMap(([rhythm, count, gap]) =>
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

/** What a feed's server answers. */
export function answer(
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

export function windowOf(rhythm: Rhythm): number {
  return rhythm === 'busy' ? BUSY_ITEMS : DOCUMENT_ITEMS;
}

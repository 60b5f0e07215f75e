import { createHash } from 'node:crypto';
import type { FailureCause, FeedOutcome, FeedRef, Validators } from '../model/feed.ts';
import { NO_VALIDATORS } from '../model/feed.ts';
import type { Document } from './document.ts';
import { fetchFeed } from './fetch.ts';
import type { Fetched, FetchOptions } from './fetch-options.ts';
import { HostQueue } from './host-queue.ts';
import { PARSE_LIMITS, type ParseLimits, readApart } from './isolate.ts';
import { itemsOf } from './items.ts';

export interface ReadFeedOptions extends FetchOptions {
  readonly parse?: ParseLimits;
  /** Between two requests to one host, in milliseconds. @default 1000, and no turns at all on loopback */
  readonly pauseMs?: number;
}

/** One URL → items, unchanged, or failed with the reason; never throws. `now` is the time by which answers are fresh. */
export type ReadFeed = (feed: FeedRef, validators: Validators, now: Date) => Promise<FeedOutcome>;

const PAUSE_MS = 1_000;
/** A host that did not answer is not tried again for so long, so that many feeds of one host don't wait in vain each. */
const DOWN_MS = 60_000;

/** How feeds are read: the queues of hosts, and what is known of them, last as long as the function. */
export function createReadFeed(options: ReadFeedOptions): ReadFeed {
  const { loopback = [], parse = PARSE_LIMITS } = options;
  const queue = new HostQueue(options.pauseMs ?? PAUSE_MS);
  const down = new Map<string, number>();

  return async ({ url }, validators, now) => {
    const fetched = await inTurn(url, () => fetchFeed(url, validators, now, options));
    if (fetched.outcome === 'failed') return fetched;
    if (fetched.outcome === 'unchanged') return { ...fetched, by: '304', validators };
    return read(fetched, url, validators, parse);
  };

  function inTurn(url: string, work: () => Promise<Fetched>): Promise<Fetched> {
    const { hostname, origin } = URL.parse(url) ?? { hostname: '', origin: '' };
    if (options.pauseMs === undefined && loopback.includes(origin)) return work();
    return queue.run(hostname, async () => {
      if ((down.get(hostname) ?? 0) > Date.now())
        return failed('broken', 'its host did not answer a moment ago, for another of its feeds');
      const fetched = await work();
      if (fetched.outcome === 'failed' && /^(?:timed out|no connection)/.test(fetched.why))
        down.set(hostname, Date.now() + DOWN_MS);
      return fetched;
    });
  }
}

async function read(
  fetched: Extract<Fetched, { outcome: 'fetched' }>,
  url: string,
  known: Validators,
  limits: ParseLimits,
): Promise<FeedOutcome> {
  const { body, contentType, bytes, notBefore, movedTo } = fetched;
  const manners = { bytes, notBefore, movedTo };
  const digest = createHash('sha256').update(body).digest('hex').slice(0, 16);
  const validators = { ...fetched.validators, digest };
  if (digest === known.digest) return { outcome: 'unchanged', by: 'body', validators, ...manners };
  const document = await readApart({ bytes: body, contentType, url: fetched.url }, limits);
  if (document.kind !== 'feed')
    return { outcome: 'failed', cause: causeOf(document), why: document.why, ...manners };
  const { title, stage, faults, cut, asks } = document;
  // What a cut document left out is there next time: the answer must not be "unchanged" then.
  return {
    outcome: 'read',
    title: title || (URL.parse(url)?.host ?? url),
    items: itemsOf(document),
    validators: cut ? NO_VALIDATORS : validators,
    stage,
    faults,
    asks,
    ...manners,
  };
}

function causeOf({ kind }: Exclude<Document, { kind: 'feed' }>): FailureCause {
  return kind === 'challenge' ? 'refused' : 'broken';
}

function failed(cause: FailureCause, why: string): Fetched {
  return { outcome: 'failed', cause, why, bytes: 0, notBefore: null, movedTo: null };
}

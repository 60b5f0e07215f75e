import type { FailureCause, Validators } from '../model/feed.ts';
import { fetchFeed } from './fetch.ts';
import type { Fetched, FetchOptions } from './fetch-options.ts';
import { HostQueue } from './host-queue.ts';

export interface PoliteOptions extends FetchOptions {
  /** Between two requests to one host, in milliseconds. @default 1000, and no turns at all on loopback */
  readonly pauseMs?: number;
}

/** One conditional GET in its host's turn; never throws. @param now from when what a server grants counts */
export type Fetch = (url: string, validators: Validators, now: Date) => Promise<Fetched>;

const PAUSE_MS = 1_000;
/** A host that did not answer is not tried again for so long, so that many feeds of one host don't wait in vain each. */
const DOWN_MS = 60_000;

/** The queues of hosts, and what is known of them, last as long as the function. */
export function createFetch(options: PoliteOptions): Fetch {
  const { loopback = [] } = options;
  const queue = new HostQueue(options.pauseMs ?? PAUSE_MS);
  const down = new Map<string, number>();
  return (url, validators, now) => {
    const { hostname, origin } = URL.parse(url) ?? { hostname: '', origin: '' };
    // No redirect leads to this machine but from itself.
    const own = loopback.includes(origin) ? [origin] : [];
    const ask = () => fetchFeed(url, validators, now, { ...options, loopback: own });
    if (options.pauseMs === undefined && own.length > 0) return ask();
    return queue.run(hostname, async () => {
      if ((down.get(hostname) ?? 0) > Date.now())
        return failed('broken', 'its host did not answer a moment ago: it is not asked again yet');
      const fetched = await ask();
      const isOwn = fetched.movedTo === null;
      if (isOwn && fetched.outcome === 'failed' && /^(?:timed out|no connection)/.test(fetched.why))
        down.set(hostname, Date.now() + DOWN_MS);
      return fetched;
    });
  };
}

function failed(cause: FailureCause, why: string): Fetched {
  return { outcome: 'failed', cause, why, bytes: 0, notBefore: null, movedTo: null };
}

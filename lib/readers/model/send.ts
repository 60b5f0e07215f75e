import pLimit from 'p-limit';
import pRetry from 'p-retry';
import type { ModelRequest } from './request.ts';
import { type FailedReply, failedReply, type Wire, type WireReply } from './wire.ts';

/** So many requests are on their way at a time. */
const REQUESTS_AT_ONCE = 4;
/** After so many requests in a row that the provider failed, no more are sent: the next run asks again. */
const FAILURES = 3;
/** So often a request is sent again that was refused for the moment, with growing waits. */
const RETRIES = 3;
const WAITS = { minTimeout: 500, maxTimeout: 8_000, randomize: true } as const;

/** A failure that may pass at once. */
class Passing extends Error {
  readonly wait: number;
  constructor(wait: number) {
    super('the provider may take it again');
    this.wait = wait;
  }
}

/** A wire that sends a request again after a failure of the moment, no sooner than the provider asks for. */
export function retrying(wire: Wire): Wire {
  return {
    async ask(request: ModelRequest, signal?: AbortSignal): Promise<WireReply> {
      let reply: WireReply = failedReply('it was not sent', true);
      const send = async () => {
        if (signal?.aborted) return;
        reply = await wire.ask(request, signal);
        if (reply.outcome === 'failed' && reply.again !== null) throw new Passing(reply.again);
      };
      const waitAsTold = ({ error }: { readonly error: Error }) =>
        waited(error instanceof Passing ? error.wait : 0, signal);
      const shouldRetry = ({ error }: { readonly error: Error }) => error instanceof Passing;
      await pRetry(send, {
        retries: RETRIES,
        ...WAITS,
        signal,
        shouldRetry,
        onFailedAttempt: waitAsTold,
      }).catch((error: unknown) => {
        // Where it was tried often enough, or has to end, the last reply tells.
        if (!(error instanceof Passing || signal?.aborted)) throw error;
      });
      return reply;
    },
  };
}

/** Ends after so many milliseconds, or with the run. */
function waited(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(done, ms);
    signal?.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        done();
      },
      { once: true },
    );
  });
}

/** A wire that sends a few requests at a time, and none any more once the provider has failed several in a row. */
export function politely(wire: Wire): Wire {
  const limit = pLimit(REQUESTS_AT_ONCE);
  let failures = 0;
  let lastWhy = '';
  return {
    ask: (request, signal) =>
      limit(async () => {
        if (failures >= FAILURES) return down(lastWhy);
        if (signal?.aborted) return LATE;
        const reply = await wire.ask(request, signal);
        if (reply.outcome === 'text') failures = 0;
        else if (!reply.unsent) {
          failures = reply.retry ? failures + 1 : 0;
          lastWhy = reply.why;
        }
        return reply;
      }),
  };
}

/** Nothing is sent any more, so that nothing is paid for. */
const LATE: FailedReply = { ...failedReply('the time of this run is over', true), unsent: 'provider' };

function down(why: string): FailedReply {
  return {
    ...failedReply(`the provider failed ${FAILURES} requests in a row, the last time: ${why}`, true),
    unsent: 'provider',
  };
}

import { NO_USAGE, type Reader } from '../../lib/model/answer.ts';
import type { Story } from '../../lib/model/story.ts';
import type { RunSummary } from '../../lib/monitor/check.ts';
import { type ReadWaitingPorts, readWaiting } from '../../lib/monitor/read-waiting.ts';
import { type Judge, together } from '../../lib/monitor/recorder.ts';
import type { Answers } from '../../lib/readers/answers.ts';
import { RECORDED } from '../../lib/readers/measured.ts';
import { modelReader } from '../../lib/readers/model/reader.ts';
import type { ModelRequest } from '../../lib/readers/model/request.ts';
import type { Wire, WireReply } from '../../lib/readers/model/wire.ts';

/** What a request shows of an item. */
export interface Shown {
  readonly item: string;
  readonly title: string;
  readonly text: string;
}

/** The items of a request, as the model sees them. */
function shownIn({ user }: ModelRequest): Shown[] {
  return user
    .split('\n')
    .slice(1)
    .map((line) => JSON.parse(line));
}

/** A wire to a model that answers as it is told, and the requests that came over it. */
export function scriptedWire(answer: (shown: readonly Shown[], request: ModelRequest) => string | WireReply) {
  const requests: ModelRequest[] = [];
  const wire: Wire = {
    ask: async (request) => {
      requests.push(request);
      const said = answer(shownIn(request), request);
      return typeof said === 'string' ? { outcome: 'text', text: said, usage: NO_USAGE } : said;
    },
  };
  return { wire, requests };
}

/** A measured model over a wire. */
export function readerOver(wire: Wire, answers: Answers) {
  return modelReader({
    id: 'openai:http://127.0.0.1/v1#scripted@1',
    wire,
    measured: RECORDED,
    textLength: 4_000,
    requestItems: 6,
    answers,
    now: () => new Date('2026-03-30T00:00:00Z'),
  });
}

/** Ports by which a reader judges at once. */
export const judging = (reader: Reader) => ({ judgeOf: (): Judge => ({ waits: false, reader }) });

/** Ports by which items wait for a reader. */
export const awaiting = (reader: Reader) => ({
  judgeOf: (): Judge => ({ waits: true, reader }),
  readerOf: (_story: Story) => reader,
  meanwhile: null as Reader | null,
  leaseMs: 0,
});

/** A check, and then the reading of what came to wait by it. */
export async function checkAndRead(
  check: () => Promise<RunSummary>,
  slug: string,
  ports: ReadWaitingPorts,
): Promise<RunSummary> {
  const summary = await check();
  return { ...summary, ...together(summary, await readWaiting(slug, ports)) };
}

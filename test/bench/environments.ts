import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { FakeAws } from '../support/aws.ts';
import { environmentOf } from '../support/environment.ts';

/** What a call of a deployed module came to. */
export interface Called {
  /** CPU of importing the module, 0 where it was there, and of the call, in milliseconds of a whole core. */
  readonly startMs: number;
  readonly cpuMs: number;
  /** Bytes of log. */
  readonly logged: number;
  readonly heapMb: number;
  // biome-ignore lint/suspicious/noExplicitAny: each handler answers in its own way
  readonly result: any;
}

export interface Environment {
  call(event: unknown, now: number): Promise<Called>;
  close(): void;
}

/** A process that is to a module what an environment of Lambda is. @param extra what it finds in its environment besides */
export function environmentFor(
  module: string,
  aws: FakeAws,
  table: string,
  extra: Readonly<Record<string, string>> = {},
): Environment {
  const child: ChildProcess = fork(join(import.meta.dirname, 'environment.mjs'), {
    execArgv: [],
    env: {
      PATH: process.env['PATH'] ?? '',
      ...environmentOf(table),
      AWS_ENDPOINT_URL: aws.endpoint,
      AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
      QUEUE_URL: `${aws.endpoint}/1/checks`,
      MAX_FEEDS: '5000',
      ...extra,
    },
  });
  return {
    async call(event, now) {
      child.send({ module, event, now });
      const [told] = await once(child, 'message');
      if (told.error) throw new Error(told.error);
      return told;
    },
    close: () => {
      child.kill();
    },
  };
}

/** A batch of the queue with these bodies. */
export function batchOf(bodies: readonly string[], sentAt: number) {
  return {
    Records: bodies.map((body, i) => ({
      messageId: String(i),
      body,
      attributes: { ApproximateReceiveCount: '1', SentTimestamp: String(sentAt) },
      eventSource: 'aws:sqs',
    })),
  };
}

import { setTimeout as sleep } from 'node:timers/promises';
import pLimit, { type LimitFunction } from 'p-limit';

/** Lets each host be asked one request at a time, with a pause between two. */
export class HostQueue {
  readonly #pauseMs: number;
  readonly #hosts = new Map<string, { readonly limit: LimitFunction; freeAt: number }>();

  /** @param pauseMs between the end of one request to a host and the next one */
  constructor(pauseMs: number) {
    this.#pauseMs = pauseMs;
  }

  run<T>(host: string, work: () => Promise<T>): Promise<T> {
    const queue = this.#hosts.get(host) ?? { limit: pLimit(1), freeAt: 0 };
    this.#hosts.set(host, queue);
    return queue.limit(async () => {
      const wait = queue.freeAt - Date.now();
      if (wait > 0) await sleep(wait);
      try {
        return await work();
      } finally {
        queue.freeAt = Date.now() + this.#pauseMs;
      }
    });
  }
}

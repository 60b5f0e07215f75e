import { Worker } from 'node:worker_threads';

/** What a job in a thread of its own may take. */
export interface ApartLimits {
  readonly timeoutMs: number;
  readonly heapMb: number;
}

/** What came of a job, or why nothing did: it took too long or too much memory, or it broke. */
export type Apart<R> =
  | { readonly outcome: 'done'; readonly result: R }
  | { readonly outcome: 'late' | 'large' }
  | { readonly outcome: 'broken'; readonly why: string };

/** Does a job in a thread with a heap and a clock of its own, so that what it reads can hurt nothing else. @param worker posts its result once */
export function workApart<R>(
  worker: URL,
  job: unknown,
  { timeoutMs, heapMb }: ApartLimits,
): Promise<Apart<R>> {
  return new Promise((resolve) => {
    const thread = new Worker(worker, {
      workerData: job,
      resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: 32 },
    });
    const end = (apart: Apart<R>) => {
      clearTimeout(timer);
      resolve(apart);
      void thread.terminate();
    };
    const timer = setTimeout(() => end({ outcome: 'late' }), timeoutMs);
    thread.once('message', (result: R) => end({ outcome: 'done', result }));
    thread.once('error', ({ code, message }: NodeJS.ErrnoException) =>
      end(code === 'ERR_WORKER_OUT_OF_MEMORY' ? { outcome: 'large' } : { outcome: 'broken', why: message }),
    );
  });
}

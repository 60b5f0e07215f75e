import { Worker } from 'node:worker_threads';
import { type Document, readDocument } from './document.ts';

export interface ParseLimits {
  /** Documents of more bytes are parsed apart: smaller ones are over in milliseconds, whatever they hold. */
  readonly apartFrom: number;
  readonly timeoutMs: number;
  readonly heapMb: number;
}

export const PARSE_LIMITS: ParseLimits = { apartFrom: 256_000, timeoutMs: 10_000, heapMb: 256 };

export interface ParseJob {
  readonly bytes: Uint8Array;
  readonly contentType: string;
  readonly url: string;
}

const WORKER = new URL('./parse-worker.mjs', import.meta.url);

/** Like readDocument; a large document in a thread with a heap and a clock of its own, so that it can hurt no other feed. */
export function readApart(job: ParseJob, limits: ParseLimits = PARSE_LIMITS): Promise<Document> {
  const { bytes, contentType, url } = job;
  if (bytes.byteLength <= limits.apartFrom) return readDocument(bytes, contentType, url);
  const { timeoutMs, heapMb } = limits;
  return new Promise((resolve) => {
    const worker = new Worker(WORKER, {
      workerData: job,
      resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: 32 },
    });
    const end = (document: Document) => {
      clearTimeout(timer);
      resolve(document);
      void worker.terminate();
    };
    const broken = (why: string) => end({ kind: 'broken', why });
    const timer = setTimeout(
      () => broken(`its document is not parsed within ${timeoutMs / 1000} s: given up`),
      timeoutMs,
    );
    worker.once('message', end);
    worker.once('error', (error: NodeJS.ErrnoException) =>
      broken(
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? `its document needs more than ${heapMb} MB to be parsed: given up`
          : `it cannot be parsed: ${error.message}`,
      ),
    );
  });
}

import pLimit, { type LimitFunction } from 'p-limit';
import { type ApartLimits, workApart } from './apart.ts';
import type { DocumentItems, DocumentJob } from './read-document.ts';

export interface ParseLimits extends ApartLimits {
  /** Documents of more bytes are read apart: smaller ones are over in a fraction of a second, unless they nest deep. */
  readonly apartFrom: number;
}

export const PARSE_LIMITS: ParseLimits = { apartFrom: 256_000, timeoutMs: 10_000, heapMb: 256 };

const WORKER = new URL('./parse-worker.mjs', import.meta.url);

/** So many more tags open than close where a document may nest deep (`<x/>` counts as open): the parser takes the square of the depth. */
const DEEP = 5_000;

/** So many documents are read apart at a time: all of a batch, each as slow as it may be, are over before the function is. */
const APART_AT_ONCE = 4;

/** Reads documents, large ones apart and in turn. */
export function createReadApart(
  limits: ParseLimits = PARSE_LIMITS,
): (job: DocumentJob) => Promise<DocumentItems> {
  const inTurn = pLimit(APART_AT_ONCE);
  return (job) => readApart(job, limits, inTurn);
}

/** Like readDocumentItems; a large document in a thread of its own, so that it can hurt no other feed. */
async function readApart(
  job: DocumentJob,
  limits: ParseLimits,
  inTurn: LimitFunction,
): Promise<DocumentItems> {
  const { bytes } = job;
  if (bytes.byteLength <= limits.apartFrom && depthOf(bytes) < DEEP) {
    // Parsers are loaded where there is something to parse: most answers say that nothing has changed.
    const { readDocumentItems } = await import('./read-document.ts');
    return readDocumentItems(job);
  }
  const apart = await inTurn(() => workApart<DocumentItems>(WORKER, job, limits));
  switch (apart.outcome) {
    case 'done':
      return apart.result;
    case 'late':
      return broken(`its document is not parsed within ${limits.timeoutMs / 1000} s: given up`);
    case 'large':
      return broken(`its document needs more than ${limits.heapMb} MB to be parsed: given up`);
    case 'broken':
      return broken(`it cannot be parsed: ${apart.why}`);
    default:
      return apart satisfies never;
  }
}

function broken(why: string): DocumentItems {
  return { kind: 'broken', why };
}

/** So deep a document may nest: by how many more tags it opens than it closes. */
function depthOf(bytes: Uint8Array): number {
  let open = 0;
  let deepest = 0;
  for (let at = bytes.indexOf(LESS); at >= 0; at = bytes.indexOf(LESS, at + 1)) {
    open = Math.max(0, open + (bytes[at + 1] === SLASH ? -1 : 1));
    deepest = Math.max(deepest, open);
  }
  return deepest;
}
const LESS = '<'.charCodeAt(0);
const SLASH = '/'.charCodeAt(0);

import type { Validators } from '../model/feed.ts';

export interface FetchLimits {
  /** For the whole answer, body included, in milliseconds. */
  readonly timeoutMs: number;
  /** Of the decompressed body, in bytes. */
  readonly maxBytes: number;
}

export const DEFAULT_LIMITS: FetchLimits = { timeoutMs: 10_000, maxBytes: 4_000_000 };

export type Fetched =
  | {
      readonly outcome: 'fetched';
      readonly bytes: Uint8Array;
      readonly contentType: string;
      readonly validators: Validators;
    }
  | { readonly outcome: 'unchanged' }
  | { readonly outcome: 'failed'; readonly why: string; readonly retryAt?: string | undefined };

const USER_AGENT = 'claimwatch/0.1 (news-update monitor; reads feeds on a schedule)';
const ACCEPT =
  'application/rss+xml, application/atom+xml, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5';

/**
 * One conditional GET of one URL. Never throws: what goes wrong is an outcome with its reason.
 * @param now from when a `Retry-After` in seconds counts
 */
export async function fetchFeed(
  url: string,
  { etag, lastModified }: Validators,
  now: Date,
  limits: FetchLimits,
): Promise<Fetched> {
  const headers = new Headers({ 'user-agent': USER_AGENT, accept: ACCEPT });
  if (etag) headers.set('if-none-match', etag);
  if (lastModified) headers.set('if-modified-since', lastModified);
  try {
    const response = await fetch(url, { headers, signal: AbortSignal.timeout(limits.timeoutMs) });
    if (response.status === 304) return { outcome: 'unchanged' };
    if (!response.ok) {
      await response.body?.cancel();
      return failed(
        `the server answered ${response.status} ${response.statusText}`.trimEnd(),
        retryAt(response, now),
      );
    }
    const bytes = await readBody(response, limits.maxBytes);
    if (bytes === null) return failed(`its body is larger than ${limits.maxBytes / 1e6} MB: not read`);
    const validators = {
      etag: response.headers.get('etag'),
      lastModified: response.headers.get('last-modified'),
    };
    return { outcome: 'fetched', bytes, contentType: response.headers.get('content-type') ?? '', validators };
  } catch (error) {
    return failed(reasonOf(error, limits));
  }
}

/** For so long a server may ask to be left alone, in milliseconds: a mistaken header must not end the watch. */
const LONGEST_WAIT = 24 * 3_600_000;

/** When a server that refuses wants to be asked again, as a date or in seconds; `never` where the feed is gone. */
function retryAt({ status, headers }: Response, now: Date): string | undefined {
  if (status === 410) return 'never';
  const told = headers.get('retry-after')?.trim();
  if (!told || (status !== 429 && status !== 503)) return undefined;
  const at = /^\d+$/.test(told) ? now.getTime() + 1000 * Number(told) : Date.parse(told);
  return Number.isNaN(at) ? undefined : new Date(Math.min(at, now.getTime() + LONGEST_WAIT)).toISOString();
}

function failed(why: string, retryAt?: string): Fetched {
  return { outcome: 'failed', why, retryAt };
}

/** The body, or null as soon as it grows too large: the rest is not fetched. */
async function readBody(response: Response, maxBytes: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.byteLength;
    if (length > maxBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const REASONS = new Map([
  ['ECONNREFUSED', 'nothing answers at this address'],
  ['ENOTFOUND', 'no such host'],
  ['EAI_AGAIN', 'the name of its host can not be looked up now'],
  ['ECONNRESET', 'the server broke off the answer'],
  ['UND_ERR_SOCKET', 'the server broke off the answer'],
]);

function reasonOf(error: unknown, { timeoutMs }: FetchLimits): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return `timed out after ${timeoutMs / 1000} s`;
  const cause = error.cause instanceof Error ? error.cause : error;
  const code = 'code' in cause ? String(cause.code) : '';
  return REASONS.get(code) ?? (code ? `${cause.message || error.message} (${code})` : cause.message);
}

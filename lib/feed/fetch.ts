import http from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { promisify } from 'node:util';
import zlib from 'node:zlib';
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent';
import type { FailureCause, Validators } from '../model/feed.ts';
import { freshUntil, retryAt } from './cache-headers.ts';
import { CHALLENGED, isChallenge } from './look.ts';

export interface FetchLimits {
  /** Until the connection stands, TLS included, in milliseconds. */
  readonly connectMs: number;
  /** For the whole answer with its redirects, in milliseconds. */
  readonly timeoutMs: number;
  /** Bytes per second below which an answer is given up, once it has taken `graceMs`. */
  readonly floor: number;
  readonly graceMs: number;
  /** Of the body, as it comes and decompressed, in bytes. */
  readonly maxBytes: number;
  readonly maxHeaderBytes: number;
  readonly maxRedirects: number;
}

export const DEFAULT_LIMITS: FetchLimits = {
  connectMs: 5_000,
  timeoutMs: 20_000,
  floor: 1_000,
  graceMs: 5_000,
  maxBytes: 8_000_000,
  maxHeaderBytes: 16_384,
  maxRedirects: 5,
};

export interface FetchOptions {
  readonly limits?: FetchLimits;
  /** Who reads, and where more is to be found about it: the `User-Agent`. */
  readonly userAgent: string;
  /** Origins (`http://127.0.0.1:4711`) at which loopback may be dialled; nothing else that is not public ever is. */
  readonly loopback?: readonly string[];
  /** Resolves host names; by default as the system does. */
  readonly lookup?: LookupFunction;
}

interface Answered {
  /** Bytes that came over the wire. */
  readonly bytes: number;
  /** The server asks not to be asked before, ISO 8601. */
  readonly notBefore: string | null;
  readonly movedTo: string | null;
}

export type Fetched =
  | ({
      readonly outcome: 'fetched';
      readonly body: Uint8Array;
      readonly contentType: string;
      readonly validators: Validators;
      /** Where it was found after all redirects. */
      readonly url: string;
    } & Answered)
  | ({ readonly outcome: 'unchanged' } & Answered)
  | ({ readonly outcome: 'failed'; readonly cause: FailureCause; readonly why: string } & Answered);

const ACCEPT =
  'application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, */*;q=0.1';

/** Public by its number, but the host's own servant in Azure's machines. */
const AZURE_WIRE_SERVER = '168.63.129.16';
const LOOPBACK = ['127.0.0.0/8', '::1'];

/**
 * One conditional GET of one URL, its redirects followed. Never throws: what goes wrong is an outcome with its reason.
 * The address of each hop is checked when it is dialled, after its name is resolved.
 * @param now from when a `Retry-After` in seconds counts
 */
export async function fetchFeed(
  url: string,
  validators: Validators,
  now: Date,
  options: FetchOptions,
): Promise<Fetched> {
  return new Visit(validators, now, options).go(url);
}

/** What went wrong, and what it says of the next time. */
class Failure extends Error {
  readonly failure: FailureCause;
  readonly notBefore: string | null;

  constructor(failure: FailureCause, why: string, notBefore: string | null = null) {
    super(why);
    this.failure = failure;
    this.notBefore = notBefore;
  }
}

class Visit {
  readonly #validators: Validators;
  readonly #now: Date;
  readonly #options: FetchOptions;
  readonly #limits: FetchLimits;
  #bytes = 0;
  #movedTo: string | null = null;

  constructor(validators: Validators, now: Date, options: FetchOptions) {
    this.#validators = validators;
    this.#now = now;
    this.#options = options;
    this.#limits = options.limits ?? DEFAULT_LIMITS;
  }

  async go(url: string): Promise<Fetched> {
    const clock = new AbortController();
    const { timeoutMs } = this.#limits;
    const timer = setTimeout(
      () => clock.abort(new Failure('broken', `timed out after ${timeoutMs / 1000} s`)),
      timeoutMs,
    );
    try {
      return await this.#follow(url, clock);
    } catch (error) {
      const failure = asFailure(clock.signal.aborted ? clock.signal.reason : error);
      return {
        outcome: 'failed',
        cause: failure.failure,
        why: failure.message,
        ...this.#answered(failure.notBefore),
      };
    } finally {
      clearTimeout(timer);
    }
  }

  #answered(notBefore: string | null): Answered {
    return { bytes: this.#bytes, notBefore, movedTo: this.#movedTo };
  }

  async #follow(first: string, clock: AbortController): Promise<Fetched> {
    const visited = new Set<string>();
    let url = readUrl(first);
    let forGood = true;
    for (;;) {
      if (visited.has(url.href))
        throw new Failure('broken', `its redirects go round in a circle, at ${url.href}`);
      visited.add(url.href);
      const response = await this.#ask(url, clock);
      const { statusCode: status = 0, headers } = response;
      const target = status >= 300 && status < 400 && status !== 304 ? headers.location : undefined;
      if (target === undefined) return await this.#answer(url, response, clock);
      response.destroy();
      const wait = retryAt(headers['retry-after'], this.#now);
      if (wait && wait > this.#now.toISOString())
        throw new Failure(
          'busy',
          `the server answered ${status} and asks to be left alone until ${wait}`,
          wait,
        );
      if (visited.size > this.#limits.maxRedirects)
        throw new Failure(
          'broken',
          `it redirects more than ${this.#limits.maxRedirects} times, last to ${target}`,
        );
      url = readUrl(target, url);
      forGood &&= status === 301 || status === 308;
      if (forGood) this.#movedTo = url.href;
    }
  }

  /** Sends the request, until the headers of its answer are there. */
  #ask(url: URL, clock: AbortController): Promise<http.IncomingMessage> {
    const { etag, lastModified } = this.#validators;
    const headers = {
      'user-agent': this.#options.userAgent,
      accept: ACCEPT,
      'accept-encoding': 'gzip, br',
      ...(etag !== null && { 'if-none-match': etag }),
      ...(lastModified !== null && { 'if-modified-since': lastModified }),
    };
    return new Promise((resolve, reject) => {
      const request = (url.protocol === 'https:' ? https : http).request(url, {
        headers,
        agent: this.#agent(url),
        signal: clock.signal,
        maxHeaderSize: this.#limits.maxHeaderBytes,
      });
      const { connectMs } = this.#limits;
      const timer = setTimeout(
        () => clock.abort(new Failure('broken', `no connection within ${connectMs / 1000} s`)),
        connectMs,
      );
      const stop = () => clearTimeout(timer);
      request.on('socket', (socket) =>
        socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', stop),
      );
      request.on('response', (response) => {
        stop();
        resolve(response);
      });
      request.on('error', (error) => {
        stop();
        reject(error);
      });
      request.end();
    });
  }

  /** For this hop alone: it dials public addresses only, or loopback only where this origin may. */
  #agent(url: URL): http.Agent {
    const { loopback = [], lookup } = this.#options;
    const own = loopback.includes(url.origin);
    const Agent = url.protocol === 'https:' ? RequestFilteringHttpsAgent : RequestFilteringHttpAgent;
    return new Agent({
      ...(lookup && { lookup }),
      ...(own ? { allowIPAddressList: LOOPBACK } : { denyIPAddressList: [AZURE_WIRE_SERVER] }),
    });
  }

  async #answer(url: URL, response: http.IncomingMessage, clock: AbortController): Promise<Fetched> {
    const { statusCode: status = 0, headers } = response;
    if (status === 304) {
      response.destroy();
      if (this.#validators.etag === null && this.#validators.lastModified === null)
        throw new Failure(
          'broken',
          'the server answered 304 though it was not asked whether anything changed',
        );
      return { outcome: 'unchanged', ...this.#answered(freshUntil(headers, this.#now)) };
    }
    if (status !== 200) throw await this.#refusal(response, clock);
    const raw = await this.#read(response, clock);
    const body = await decompress(raw, headers['content-encoding'] ?? '', this.#limits.maxBytes);
    return {
      outcome: 'fetched',
      body,
      contentType: headers['content-type'] ?? '',
      validators: {
        etag: headers.etag ?? null,
        lastModified: headers['last-modified'] ?? null,
        digest: null,
      },
      url: url.href,
      ...this.#answered(freshUntil(headers, this.#now)),
    };
  }

  async #refusal(response: http.IncomingMessage, clock: AbortController): Promise<Failure> {
    const { statusCode: status = 0, statusMessage = '', headers } = response;
    const told = `the server answered ${status} ${statusMessage}`.trimEnd();
    if ([401, 403, 429, 503].includes(status)) {
      const page = await this.#read(response, clock).then(
        (raw) => decompress(raw, headers['content-encoding'] ?? '', this.#limits.maxBytes),
        () => Buffer.alloc(0),
      );
      if (headers['cf-mitigated'] === 'challenge' || isChallenge(Buffer.from(page).toString('latin1')))
        return new Failure('refused', `${told}: ${CHALLENGED}`);
    }
    response.destroy();
    const wait = retryAt(headers['retry-after'], this.#now);
    switch (status) {
      case 401:
      case 403:
        return new Failure('refused', told);
      case 404:
        return new Failure('missing', `${told}: check its address`);
      case 410:
        return new Failure('gone', `${told}: the feed is no more, take it out of the baseline`);
      case 429:
      case 503:
        return new Failure('busy', wait ? `${told} and asks to be left alone until ${wait}` : told, wait);
      default:
        return new Failure('broken', told);
    }
  }

  /** The body as it comes; given up where it grows too large or comes too slowly. */
  async #read(response: http.IncomingMessage, clock: AbortController): Promise<Buffer> {
    const { floor, graceMs, maxBytes } = this.#limits;
    const chunks: Buffer[] = [];
    const began = Date.now();
    let length = 0;
    const watch = setInterval(
      () => {
        const ms = Date.now() - began;
        if (ms >= graceMs && length < (floor * ms) / 1000)
          clock.abort(
            new Failure(
              'broken',
              `its answer comes too slowly: ${length} bytes in ${Math.round(ms / 1000)} s`,
            ),
          );
      },
      Math.min(500, graceMs),
    );
    try {
      for await (const chunk of response as AsyncIterable<Buffer>) {
        length += chunk.length;
        this.#bytes += chunk.length;
        if (length > maxBytes) throw tooLarge(maxBytes);
        chunks.push(chunk);
      }
    } finally {
      clearInterval(watch);
      response.destroy();
    }
    return Buffer.concat(chunks);
  }
}

function tooLarge(maxBytes: number): Failure {
  return new Failure('broken', `its body is larger than ${maxBytes / 1e6} MB: not read`);
}

/** @throws Failure for what is no http URL */
function readUrl(text: string, base?: URL): URL {
  const url = URL.parse(text, base?.href);
  if (!url) throw new Failure('broken', `"${text}" is no address that can be read`);
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new Failure('forbidden', `${url.href} is not read: expected http or https`);
  if (url.username || url.password)
    throw new Failure('forbidden', `${url.host} is not read with a name and password in its address`);
  return url;
}

const gunzip = promisify<zlib.InputType, zlib.ZlibOptions, Buffer>(zlib.gunzip);
const inflate = promisify<zlib.InputType, zlib.ZlibOptions, Buffer>(zlib.inflate);
const inflateRaw = promisify<zlib.InputType, zlib.ZlibOptions, Buffer>(zlib.inflateRaw);
const unbrotli = promisify<zlib.InputType, zlib.BrotliOptions, Buffer>(zlib.brotliDecompress);

/** @throws Failure where it unpacks to too much, or can not be unpacked */
async function decompress(raw: Buffer, encoding: string, maxBytes: number): Promise<Buffer> {
  const isGzip = raw[0] === 0x1f && raw[1] === 0x8b;
  // A stream without its end is read as far as it goes, as browsers do.
  const gentle = { maxOutputLength: maxBytes, finishFlush: zlib.constants.Z_SYNC_FLUSH };
  try {
    // Bytes come before labels here as well: a file.xml.gz has none, and some say gzip and send plain text.
    if (isGzip) return await gunzip(raw, gentle);
    if (/\bbr\b/i.test(encoding)) return await unbrotli(raw, { maxOutputLength: maxBytes });
    if (/\bdeflate\b/i.test(encoding))
      return await ((raw[0] ?? 0) % 16 === 8 ? inflate : inflateRaw)(raw, gentle);
    return raw;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(maxBytes);
    throw new Failure(
      'broken',
      `its body can not be unpacked from ${encoding || 'gzip'}: ${(error as Error).message}`,
    );
  }
}

const REASONS = new Map<string, readonly [FailureCause, string]>([
  ['ECONNREFUSED', ['broken', 'nothing answers at this address']],
  ['EHOSTUNREACH', ['broken', 'its host can not be reached']],
  ['ENETUNREACH', ['broken', 'its host can not be reached']],
  ['ETIMEDOUT', ['broken', 'its host does not answer']],
  ['ENOTFOUND', ['missing', 'no such host']],
  ['EAI_AGAIN', ['broken', 'the name of its host can not be looked up now']],
  ['ECONNRESET', ['broken', 'the server broke off the answer']],
  ['EPIPE', ['broken', 'the server broke off the answer']],
  ['HPE_HEADER_OVERFLOW', ['broken', 'the headers of its answer are too large']],
]);

function asFailure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  if (!(error instanceof Error)) return new Failure('broken', String(error));
  // Where all of a host's addresses were tried in vain, each has its error.
  const cause = error instanceof AggregateError && error.errors[0] instanceof Error ? error.errors[0] : error;
  if (/is not allowed\. Because/.test(cause.message))
    return new Failure(
      'forbidden',
      `its host is at an address that is not public (${addressIn(cause.message)}): not read`,
    );
  const code = 'code' in cause ? String(cause.code) : '';
  const [failure, why] = REASONS.get(code) ?? ['broken', reasonOf(code, cause.message)];
  return new Failure(failure, why);
}

function reasonOf(code: string, message: string): string {
  if (/CERT|SELF_SIGNED|UNABLE_TO_(?:GET|VERIFY)|^ERR_TLS/.test(code))
    return `its certificate is not valid (${code}): ${message}`;
  if (/^ERR_SSL|^EPROTO/.test(code)) return `no TLS connection can be made (${code})`;
  if (code.startsWith('HPE_')) return `its answer is no HTTP (${code})`;
  return code && !message.includes(code) ? `${message} (${code})` : message;
}

function addressIn(message: string): string {
  return message.split(/[\s(]/).find((word) => isIP(word)) ?? 'unknown';
}

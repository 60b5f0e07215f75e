import type http from 'node:http';
import type { CookieJar } from 'tough-cookie';
import type { Validators } from '../model/feed.ts';
import { LINK_LENGTH } from '../model/limits.ts';
import { isChallenged, isWhole, locationIn, sendable } from './answer.ts';
import { decompress, readBody } from './body.ts';
import { freshUntil, retryAt } from './cache-headers.ts';
import { asFailure, FetchFailure } from './fetch-failure.ts';
import {
  type Answered,
  DEFAULT_LIMITS,
  type Fetched,
  type FetchLimits,
  type FetchOptions,
} from './fetch-options.ts';
import { CHALLENGED, isChallenge } from './look.ts';
import { readUrl } from './read-url.ts';
import { ask } from './request.ts';

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
  return new Hops(validators, now, options).go(url);
}

class Hops {
  readonly #validators: Validators;
  readonly #now: Date;
  readonly #options: FetchOptions;
  readonly #limits: FetchLimits;
  /** For this visit alone: some servers send a reader on until it brings their cookie. */
  #jar: CookieJar | null = null;
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
      () => clock.abort(new FetchFailure('broken', `timed out after ${timeoutMs / 1000} s`)),
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
        ...(failure.host !== null && { busyHost: failure.host }),
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
    const passed = new Set<string>();
    let url = readUrl(first);
    let forGood = true;
    for (;;) {
      const cookies = this.#jar?.getCookieStringSync(url.href) ?? '';
      const told = `${url.href} ${cookies}`;
      if (passed.has(told))
        throw new FetchFailure('broken', `its redirects go round in a circle, at ${url.href}`);
      passed.add(told);
      const response = await ask(url, { validators: this.#validators, cookies }, this.#options, clock);
      const { statusCode: status = 0, headers } = response;
      const target = status >= 300 && status < 400 && status !== 304 ? locationIn(headers) : undefined;
      if (target === undefined) return await this.#answer(url, response, clock);
      response.destroy();
      await this.#keepCookies(url, headers);
      const wait = retryAt(headers['retry-after'], this.#now);
      if (wait && wait > this.#now.toISOString())
        throw new FetchFailure(
          'busy',
          `the server answered ${status} and asks to be left alone until ${wait}`,
          wait,
          url.hostname,
        );
      if (passed.size > this.#limits.maxRedirects)
        throw new FetchFailure(
          'broken',
          `it redirects more than ${this.#limits.maxRedirects} times, last to ${target}`,
        );
      if (target.length > LINK_LENGTH)
        throw new FetchFailure(
          'broken',
          `it redirects to an address of ${target.length} characters, expected at most ${LINK_LENGTH}`,
        );
      url = readUrl(target, url);
      forGood &&= status === 301 || status === 308;
      if (forGood) this.#movedTo = url.href;
    }
  }

  /** What a server sets that sends its reader on; few do. */
  async #keepCookies({ href }: URL, headers: http.IncomingHttpHeaders): Promise<void> {
    const cookies = (headers['set-cookie'] ?? []).filter(sendable);
    if (cookies.length === 0) return;
    const { CookieJar } = await import('tough-cookie');
    this.#jar ??= new CookieJar();
    for (const cookie of cookies) this.#jar.setCookieSync(cookie, href, { ignoreError: true });
  }

  async #answer(url: URL, response: http.IncomingMessage, clock: AbortController): Promise<Fetched> {
    const { statusCode: status = 0, headers } = response;
    if (status === 304) {
      response.destroy();
      if (this.#validators.etag === null && this.#validators.lastModified === null)
        throw new FetchFailure(
          'broken',
          'the server answered 304 though it was not asked whether anything changed',
        );
      return { outcome: 'unchanged', ...this.#answered(freshUntil(headers, this.#now)) };
    }
    if (isChallenged(headers))
      throw new FetchFailure('refused', `the server answered ${status}: ${CHALLENGED}`);
    if (!isWhole(status, headers)) throw await this.#refusal(url, response, clock);
    const raw = await this.#body(response, clock);
    const body = await decompress(raw, headers['content-encoding'] ?? '', this.#limits.maxBytes);
    return {
      outcome: 'fetched',
      body,
      contentType: headers['content-type'] ?? '',
      validators: {
        etag: sendable(headers.etag),
        lastModified: sendable(headers['last-modified']),
        digest: null,
      },
      url: url.href,
      ...this.#answered(freshUntil(headers, this.#now)),
    };
  }

  #body(response: http.IncomingMessage, clock: AbortController): Promise<Buffer> {
    return readBody(response, this.#limits, clock, (bytes) => {
      this.#bytes += bytes;
    });
  }

  async #refusal(
    { hostname }: URL,
    response: http.IncomingMessage,
    clock: AbortController,
  ): Promise<FetchFailure> {
    const { statusCode: status = 0, statusMessage = '', headers } = response;
    const told = `the server answered ${status} ${statusMessage}`.trimEnd();
    if ([202, 401, 403, 429, 503].includes(status)) {
      const page = await this.#body(response, clock).then(
        (raw) => decompress(raw, headers['content-encoding'] ?? '', this.#limits.maxBytes),
        () => Buffer.alloc(0),
      );
      if (isChallenge(Buffer.from(page).toString('latin1')))
        return new FetchFailure('refused', `${told}: ${CHALLENGED}`);
    }
    response.destroy();
    const wait = retryAt(headers['retry-after'], this.#now);
    switch (status) {
      case 401:
      case 403:
        return new FetchFailure('refused', told);
      case 404:
        return new FetchFailure('missing', `${told}: check its address`);
      case 410:
        return new FetchFailure('gone', `${told}: the feed is no more, take it out of the baseline`);
      case 429:
      case 503:
        return new FetchFailure(
          'busy',
          wait ? `${told} and asks to be left alone until ${wait}` : told,
          wait,
          hostname,
        );
      default:
        return new FetchFailure('broken', told);
    }
  }
}

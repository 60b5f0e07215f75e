import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterEach } from 'vitest';
import { DEFAULT_LIMITS, type FetchLimits } from '../../lib/feed/fetch-options.ts';
import { createReadFeed, type ReadFeedOptions } from '../../lib/feed/read-feed.ts';
import { userAgent } from '../../lib/feed/user-agent.ts';
import { type FeedOutcome, NO_VALIDATORS, type Validators } from '../../lib/model/feed.ts';
import { type Loopback, loopback } from './loopback.ts';

/** How servers are asked: each on a real server on loopback that notes what it is asked. */

export const FEED =
  '<rss version="2.0"><channel><title>The Paper</title><item><title>A</title></item></channel></rss>';
export const NOW = new Date('2026-03-09T12:00:00Z');
const LIMITS: FetchLimits = {
  ...DEFAULT_LIMITS,
  timeoutMs: 1_500,
  connectMs: 500,
  graceMs: 300,
  maxBytes: 50_000,
};
const AGENT = userAgent('https://desk.example/claimwatch');

/** The server of the test that runs. */
export const wire = {} as { server: Loopback };
export function useServer(): void {
  afterEach(() => wire.server?.close());
}

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** Asks a server that answers so. */
export async function ask(
  answer: Answer,
  validators: Validators = NO_VALIDATORS,
  options: Partial<ReadFeedOptions> = {},
): Promise<FeedOutcome> {
  wire.server = await loopback(answer);
  return readerAt(options)({ id: 'x', url: `${wire.server.url}/feed` }, validators, NOW);
}
export const readerAt = (options: Partial<ReadFeedOptions> = {}) =>
  createReadFeed({
    limits: LIMITS,
    userAgent: AGENT,
    loopback: wire.server ? [wire.server.url] : [],
    ...options,
  });
export const at =
  (path: string, answers: Record<string, Answer>): Answer =>
  (request, response) =>
    (answers[request.url ?? ''] ?? answers[path])?.(request, response);
export const redirect =
  (status: number, location: string, headers: Record<string, string> = {}): Answer =>
  (_request, response) =>
    void response.writeHead(status, { location, ...headers }).end();
export const feed: Answer = (_request, response) => void response.end(FEED);
export const status =
  (code: number, headers: Record<string, string> = {}, body = ''): Answer =>
  (_request, response) =>
    void response.writeHead(code, headers).end(body);
export const headersOf = (n: number) => wire.server.requests[n]?.headers ?? {};

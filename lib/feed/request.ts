import http from 'node:http';
import https from 'node:https';
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent';
import type { Validators } from '../model/feed.ts';
import { FetchFailure } from './fetch-failure.ts';
import { DEFAULT_LIMITS, type FetchOptions } from './fetch-options.ts';

const ACCEPT =
  'application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, */*;q=0.1';

/** Public by its number, but the host's own servant in Azure's machines. */
const AZURE_WIRE_SERVER = '168.63.129.16';
const LOOPBACK = ['127.0.0.0/8', '::1'];

/** What a request tells its server beside who asks. */
export interface Told {
  readonly validators: Validators;
  /** That it set itself earlier in the same visit; empty for none. */
  readonly cookies: string;
}

/** Sends the request, until the headers of its answer are there. */
export function ask(
  url: URL,
  { validators: { etag, lastModified }, cookies }: Told,
  options: FetchOptions,
  clock: AbortController,
): Promise<http.IncomingMessage> {
  const { connectMs, maxHeaderBytes } = options.limits ?? DEFAULT_LIMITS;
  const headers = {
    'user-agent': options.userAgent,
    accept: ACCEPT,
    'accept-encoding': 'gzip, br',
    ...(cookies && { cookie: cookies }),
    ...(etag !== null && { 'if-none-match': etag }),
    ...(lastModified !== null && { 'if-modified-since': lastModified }),
  };
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? https : http).request(url, {
      headers,
      agent: agentFor(url, options),
      signal: clock.signal,
      maxHeaderSize: maxHeaderBytes,
      // Signs in other headers that HTTP forbids do no harm to one answer on a connection of its own.
      insecureHTTPParser: true,
    });
    const timer = setTimeout(
      () => clock.abort(new FetchFailure('broken', `no connection within ${connectMs / 1000} s`)),
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
function agentFor(url: URL, { loopback = [], lookup }: FetchOptions): http.Agent {
  const own = loopback.includes(url.origin);
  const Agent = url.protocol === 'https:' ? RequestFilteringHttpsAgent : RequestFilteringHttpAgent;
  return new Agent({
    ...(lookup && { lookup }),
    ...(own ? { allowIPAddressList: LOOPBACK } : { denyIPAddressList: [AZURE_WIRE_SERVER] }),
  });
}

import type { Context, MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { isSame } from './visitors.ts';

/** What a page may do: show its own files, send its own forms, and nothing else. */
export const HEADERS: MiddlewareHandler = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    styleSrc: ["'self'"],
    scriptSrc: ["'self'"],
    imgSrc: ["'self'"],
    connectSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
  referrerPolicy: 'no-referrer',
  xFrameOptions: 'DENY',
  crossOriginResourcePolicy: 'same-origin',
});

/** Refuses names that are not this site's: a page elsewhere whose name leads here would read along. @param hosts null where whoever serves it has checked */
export function ownHost(hosts: (() => readonly string[]) | null): MiddlewareHandler {
  return async (c, next) => {
    const host = c.req.header('host') ?? '';
    if (hosts && !hosts().includes(host))
      return c.text(
        `This site goes by another name: found the host "${host.slice(0, 100)}", expected ${hosts()[0]}\n`,
        421,
      );
    return next();
  };
}

/**
 * Why what was sent is not taken for a form of this site; null where it is. With `Referrer-Policy: no-referrer` browsers send
 * the origin `null` with a form, and tell by `Sec-Fetch-Site` alone where it comes from.
 * https://fetch.spec.whatwg.org/#append-a-request-origin-header
 */
export function strangeForm(c: Context, token: unknown, expected: string): string | null {
  const origin = c.req.header('origin');
  const site = c.req.header('sec-fetch-site');
  const own = new URL(c.req.url).origin;
  const isHidden = origin === 'null' && site === 'same-origin';
  if (origin !== own && !isHidden) return `found the origin ${origin ?? 'of nobody'}, expected ${own}`;
  if (site !== undefined && site !== 'same-origin') return `it was sent by another site (${site})`;
  if (typeof token !== 'string' || !isSame(token, expected))
    return 'its token is missing, or of another session';
  return null;
}

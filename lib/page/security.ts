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
    const asked = new URL(c.req.url).host;
    if (hosts && !(hosts().includes(host) && hosts().includes(asked)))
      return c.text(
        `This site goes by another name: found the host "${host.slice(0, 100)}", expected ${hosts()[0]}\n`,
        421,
      );
    return next();
  };
}

/** Refuses what another site's page asks for by itself; a link there that somebody follows is let through. */
export const OWN_REQUESTS: MiddlewareHandler = async (c, next) => {
  const isLink =
    c.req.header('sec-fetch-mode') === 'navigate' && c.req.header('sec-fetch-dest') === 'document';
  return isForeign(c) && !isLink ? c.text('Another site asked for this.\n', 403) : next();
};

/** Whether a browser says that another site led here. */
export function isForeign({ req }: Context): boolean {
  return ['cross-site', 'same-site'].includes(req.header('sec-fetch-site') ?? '');
}

/**
 * Why what was sent is not taken for a form of this site; null where it is. With `Referrer-Policy: no-referrer` browsers send
 * the origin `null` with a form, and tell by `Sec-Fetch-Site` alone where it comes from.
 * https://fetch.spec.whatwg.org/#append-a-request-origin-header
 */
export function strangeSender(c: Context): string | null {
  const origin = c.req.header('origin');
  const own = new URL(c.req.url).origin;
  if (isForeign(c)) return `it was sent by another site (${c.req.header('sec-fetch-site')})`;
  const isHidden = origin === 'null' && c.req.header('sec-fetch-site') === 'same-origin';
  if (origin !== own && !isHidden)
    return origin
      ? `found the origin ${origin.slice(0, 100)}, expected ${own}`
      : `it has no origin, expected ${own}`;
  return null;
}

/** The same of its token, which no other page can know. */
export function strangeToken(token: unknown, expected: string): string | null {
  return typeof token === 'string' && isSame(token, expected)
    ? null
    : 'its token is missing, or of another session';
}

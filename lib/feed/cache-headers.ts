import type { IncomingHttpHeaders } from 'node:http';

/** For so long a server may ask to be left alone, in milliseconds: a mistaken header must not end the watch. */
const LONGEST_WAIT = 24 * 3_600_000;

/** When a server wants to be asked again by its `Retry-After`: a date, or seconds (RFC 9110, 10.2.3). Null without one. */
export function retryAt(header: string | undefined, now: Date): string | null {
  const told = header?.trim();
  if (!told) return null;
  const at = /^\d+$/.test(told) ? now.getTime() + 1000 * Number(told) : Date.parse(told);
  return Number.isNaN(at) ? null : capped(at, now);
}

/** Until when an answer is fresh by its own word: `max-age` less its `Age`, else `Expires` (RFC 9111, 4.2). Null where it is not. */
export function freshUntil(headers: IncomingHttpHeaders, now: Date): string | null {
  const control = headers['cache-control'] ?? '';
  if (/\bno-(?:cache|store)\b/i.test(control)) return null;
  const maxAge = /(?:^|[\s,])max-age\s*=\s*"?(\d+)/i.exec(control)?.[1];
  // By the server's own clock, which may be wrong.
  const sent = Date.parse(headers.date ?? '') || now.getTime();
  const seconds =
    maxAge === undefined
      ? (Date.parse(headers.expires ?? '') - sent) / 1000
      : Number(maxAge) - (Number(headers.age) || 0);
  return seconds > 0 ? capped(now.getTime() + 1000 * seconds, now) : null;
}

function capped(at: number, now: Date): string {
  return new Date(Math.min(at, now.getTime() + LONGEST_WAIT)).toISOString();
}

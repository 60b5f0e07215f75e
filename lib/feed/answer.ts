import { isUtf8 } from 'node:buffer';
import type http from 'node:http';

/** By these AWS, Cloudflare and Vercel say that their answer is a challenge. */
const CHALLENGE_HEADERS = ['x-amzn-waf-action', 'cf-mitigated', 'x-vercel-mitigated'];

/** Whether the headers of an answer say that it is a bot challenge. */
export function isChallenged(headers: http.IncomingHttpHeaders): boolean {
  return CHALLENGE_HEADERS.some((name) => headers[name] !== undefined);
}

/** Whether an answer holds the whole document: also where a proxy changed it (203), or all of it was sent as a part. */
export function isWhole(status: number, headers: http.IncomingHttpHeaders): boolean {
  if (status !== 206) return status === 200 || status === 203;
  const [, last, length] = /^bytes 0-(\d+)\/(\d+)$/.exec(headers['content-range'] ?? '') ?? [];
  return last !== undefined && Number(last) + 1 === Number(length);
}

/** Headers are bytes: an address in UTF-8 comes as if it were Latin-1. `feed:` stands for http in some. */
export function locationIn({ location }: http.IncomingHttpHeaders): string | undefined {
  const bytes = Buffer.from(location ?? '', 'latin1');
  const address = isUtf8(bytes) ? bytes.toString('utf8') : location;
  return location && address?.replace(/^feed:(?:\/\/)?(?=https?:)/i, '').replace(/^feed:/i, 'http:');
}

/** A header's value that may be sent back; null where it holds what no request may, or no end. */
export function sendable(value: string | undefined): string | null {
  return value !== undefined && value.length <= 500 && /^[\t\x20-\x7e\x80-\xff]*$/.test(value) ? value : null;
}

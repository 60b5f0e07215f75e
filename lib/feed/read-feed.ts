import type { FeedReading, FeedRef, Validators } from '../model/feed.ts';
import { decode } from './decode.ts';
import { DEFAULT_LIMITS, type FetchLimits, fetchFeed } from './fetch.ts';
import { whyNoFeed } from './look.ts';
import { parseFeed } from './parse.ts';

/**
 * One URL → items, unchanged, or failed with the reason; never throws.
 * @param now the time that undated items are given
 */
export async function readFeed(
  { url }: FeedRef,
  validators: Validators,
  now: Date,
  limits: FetchLimits = DEFAULT_LIMITS,
): Promise<FeedReading> {
  const fetched = await fetchFeed(url, validators, now, limits);
  if (fetched.outcome !== 'fetched') return fetched;
  const text = decode(fetched.bytes, fetched.contentType);
  const why = whyNoFeed(text);
  if (why) return { outcome: 'failed', why };
  try {
    const { title, items } = await parseFeed(text, url, now.toISOString());
    return { outcome: 'read', title, items, validators: fetched.validators };
  } catch (error) {
    const said = error instanceof Error ? error.message.replace(/\s+/g, ' ') : String(error);
    const detail = said.replace(/ Char:\s*$/, '');
    return { outcome: 'failed', why: `it looks like a feed, but can not be parsed: ${detail}` };
  }
}

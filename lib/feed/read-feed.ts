import type { FeedReading, FeedRef, Validators } from '../model/feed.ts';
import { decode } from './decode.ts';
import { DEFAULT_LIMITS, type FetchLimits, fetchFeed } from './fetch.ts';
import { whyNoFeed } from './look.ts';
import { parseDocument, toItem } from './parse.ts';

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
  const { title, entries } = await parseDocument(text, url);
  const items = entries.flatMap((entry) => toItem(entry, title, now.toISOString()) ?? []);
  return { outcome: 'read', title, items, validators: fetched.validators };
}

import { createHash } from 'node:crypto';
import type { FailureCause, FeedOutcome, FeedRef, Validators } from '../model/feed.ts';
import { NO_VALIDATORS } from '../model/feed.ts';
import { AHEAD_MS, EARLIEST, type FeedItem } from '../model/item.ts';
import { FAULT_LENGTH, NAME_LENGTH } from '../model/limits.ts';
import type { Document } from './document.ts';
import type { Answered, Fetched } from './fetch-options.ts';
import { createReadApart, PARSE_LIMITS, type ParseLimits } from './isolate.ts';
import { createFetch, type Fetch, type PoliteOptions } from './polite-fetch.ts';

export interface ReadFeedOptions extends PoliteOptions {
  readonly parse?: ParseLimits;
}

/** One URL → items, unchanged, or failed with the reason; never throws. `now` is the time by which answers are fresh. */
export type ReadFeed = (feed: FeedRef, validators: Validators, now: Date) => Promise<FeedOutcome>;

/** How many sitemaps of an index are read: those that changed last. */
const MAX_SITEMAPS = 3;

/** @param fetch shared with what else asks the same hosts */
export function createReadFeed(options: ReadFeedOptions, fetch: Fetch = createFetch(options)): ReadFeed {
  const readDocument = createReadApart(options.parse ?? PARSE_LIMITS);
  return async ({ url }, validators, now) => {
    const fetched = await fetch(url, validators, now);
    if (fetched.outcome === 'failed') return fetched;
    if (fetched.outcome === 'unchanged') return { ...fetched, by: '304', validators };
    const read = await readAnswer(fetched, url, { digest: validators.digest, now }, readDocument);
    if (read.outcome !== 'sitemap index') return read;
    const sitemaps = await Promise.all(
      read.sitemaps.slice(0, MAX_SITEMAPS).map(async (address) => {
        const sitemap = await fetch(address, NO_VALIDATORS, now);
        if (sitemap.outcome === 'fetched')
          return readAnswer(sitemap, address, { digest: null, now }, readDocument);
        return sitemap.outcome === 'failed' ? sitemap : { ...sitemap, by: '304' as const, validators };
      }),
    );
    return together(sitemaps, read);
  };
}

/** What came of a fetch, where it is not an index of further addresses. */
type Answer = FeedOutcome | (SitemapIndex & Answered);
interface SitemapIndex {
  readonly outcome: 'sitemap index';
  readonly sitemaps: readonly string[];
}

async function readAnswer(
  fetched: Extract<Fetched, { outcome: 'fetched' }>,
  url: string,
  known: { readonly digest: string | null; readonly now: Date },
  readDocument: ReturnType<typeof createReadApart>,
): Promise<Answer> {
  const { body, contentType, bytes, notBefore, movedTo } = fetched;
  const manners = { bytes, notBefore, movedTo };
  const digest = digestOf(body);
  const validators = { ...fetched.validators, digest };
  if (digest === known.digest) return { outcome: 'unchanged', by: 'body', validators, ...manners };
  const document = await readDocument({ bytes: body, contentType, url: fetched.url, now: known.now });
  if (document.kind === 'sitemap index')
    return { outcome: document.kind, sitemaps: document.sitemaps, ...manners };
  if (document.kind !== 'feed')
    return { outcome: 'failed', cause: causeOf(document), why: document.why, ...manners };
  const { title, stage, faults, cut, asks, hub, items, entries } = document;
  if (items.length === 0 && entries > 0)
    return { outcome: 'failed', cause: 'broken', why: noneWhole(document), ...manners };
  // What a cut document left out is there next time: the answer must not be "unchanged" then.
  return {
    outcome: 'read',
    title: title.slice(0, NAME_LENGTH) || (URL.parse(url)?.host ?? url),
    items,
    validators: cut ? NO_VALIDATORS : validators,
    stage,
    faults: [...faults, ...dateFaults(items, known.now)].map((fault) => fault.slice(0, FAULT_LENGTH)),
    asks,
    hub,
    ...manners,
  };
}

/** Dates that are not believed. */
function dateFaults(items: readonly FeedItem[], now: Date): string[] {
  const latest = new Date(now.getTime() + AHEAD_MS).toISOString();
  const dates = items.flatMap(({ publishedAt }) => publishedAt ?? []);
  const ahead = dates
    .filter((date) => date > latest)
    .toSorted()
    .at(-1);
  const old = dates.find((date) => date < EARLIEST);
  return [
    ...(ahead ? [`an item is dated ahead (${ahead}): it counts from when it was first seen`] : []),
    ...(old ? [`an item is dated ${old}: it counts from when it was first seen`] : []),
  ];
}

function noneWhole({ cut, entries }: { readonly cut: boolean; readonly entries: number }): string {
  return cut && entries === 1
    ? 'its document breaks off before its first entry ends: expected a whole one'
    : `none of its ${entries} entries can be read: expected a title or a text in each`;
}

/** The sitemaps of an index as one feed, of which none says alone whether anything has changed. */
function together(sitemaps: readonly Answer[], index: Answered): FeedOutcome {
  const read = sitemaps.filter((answer) => answer.outcome === 'read');
  const failed = sitemaps.filter((answer) => answer.outcome === 'failed');
  const bytes = index.bytes + sitemaps.reduce((total, each) => total + each.bytes, 0);
  const times = [index, ...sitemaps].flatMap(({ notBefore }) => notBefore ?? []);
  const manners = { bytes, movedTo: index.movedTo, notBefore: times.toSorted().at(-1) ?? null };
  if (sitemaps.length === 0)
    return {
      outcome: 'failed',
      cause: 'broken',
      why: 'its index lists no sitemaps: expected at least one <sitemap>',
      ...manners,
    };
  const why = failed[0]?.why ?? 'it lists none that is a feed';
  const busy = failed.find(({ cause }) => cause === 'busy');
  const [first] = read;
  // What a part of the sitemaps holds is not what the feed holds: the others' items would seem to have left.
  if (!first || failed.length > 0)
    return {
      outcome: 'failed',
      cause: busy?.cause ?? 'broken',
      why: `it is an index of sitemaps, of which ${failed.length} of ${sitemaps.length} failed: ${why}`,
      ...(busy?.busyHost !== undefined && { busyHost: busy.busyHost }),
      ...manners,
      notBefore: busy ? manners.notBefore : null,
    };
  const items = read.flatMap((each) => each.items);
  return { ...first, items, validators: NO_VALIDATORS, ...manners };
}

function digestOf(body: Uint8Array): string {
  return createHash('sha256').update(body).digest('hex').slice(0, 16);
}

function causeOf({ kind }: Exclude<Document, { kind: 'feed' | 'sitemap index' }>): FailureCause {
  return kind === 'challenge' ? 'refused' : 'broken';
}

import * as v from 'valibot';
import { readDate } from './date.ts';
import type { Text } from './fields.ts';
import type { Entry, ParsedFeed } from './parse.ts';

/** A wrong field is left out; the item stays. */
const text = v.fallback(v.string(), '');
const AUTHORS = v.fallback(v.array(v.object({ name: text })), []);
const ITEM = v.object({
  // The format asks for strings; numbers are met.
  id: v.fallback(v.pipe(v.union([v.string(), v.number()]), v.transform(String)), ''),
  url: text,
  external_url: text,
  title: text,
  summary: text,
  content_html: text,
  content_text: text,
  date_published: text,
  date_modified: text,
  authors: AUTHORS,
  author: v.fallback(v.object({ name: text }), { name: '' }),
});
const FEED = v.object({
  title: text,
  home_page_url: text,
  items: v.array(v.unknown()),
});

/** A JSON Feed (versions 1 and 1.1, jsonfeed.org) as its entries; a string with the reason where it is none. */
export function parseJsonFeed(document: string, feedUrl: string): ParsedFeed | string {
  let json: unknown;
  try {
    json = JSON.parse(document);
  } catch (error) {
    return `it is JSON that cannot be read (${(error as Error).message}): expected a whole JSON Feed`;
  }
  const feed = v.safeParse(FEED, json);
  if (!feed.success) return 'it is JSON, but no JSON Feed: expected an object with "items", or RSS or Atom';
  const { title, home_page_url: site, items } = feed.output;
  const entries = items.flatMap((item) => {
    const read = v.safeParse(ITEM, item);
    return read.success ? [toEntry(read.output, [site, feedUrl])] : [];
  });
  const faults = entries.length < items.length ? ['an item is no object'] : [];
  return { title, entries, stage: 'JSON Feed', faults, cut: false, asks: {} };
}

function toEntry(item: v.InferOutput<typeof ITEM>, bases: readonly string[]): Entry {
  const link = item.url || item.external_url;
  const base = link && bases.find((url) => URL.canParse(link, url));
  return {
    guid: item.id,
    title: asText(item.title, false),
    link: base ? new URL(link, base).href : link,
    summary: asText(item.summary, false),
    content: asText(item.content_html, true) ?? asText(item.content_text, false),
    creator: item.authors[0]?.name || item.author.name,
    source: '',
    sourceUrl: '',
    publishedAt: readDate(item.date_published) ?? readDate(item.date_modified),
    updatedAt: readDate(item.date_modified),
  };
}

function asText(value: string, markup: boolean): Text | null {
  return value ? { name: '', value, markup, base: '' } : null;
}

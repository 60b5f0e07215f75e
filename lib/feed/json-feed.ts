import { decodeHTMLStrict } from 'entities';
import * as v from 'valibot';
import { readDate } from './date/date.ts';
import type { Text } from './fields.ts';
import type { Entry, ParsedFeed } from './parse.ts';
import { collapse } from './plain.ts';

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
  hubs: v.fallback(v.array(v.object({ type: text, url: text })), []),
});

/** A JSON Feed (versions 1 and 1.1, jsonfeed.org) as its entries; a string with the reason where it is none. */
export function parseJsonFeed(document: string, feedUrl: string): ParsedFeed | string {
  let json: unknown;
  const faults: string[] = [];
  try {
    json = parseJson(document, faults);
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
  if (entries.length < items.length) faults.push('an item is not an object');
  return {
    title: collapse(title),
    entries,
    stage: 'JSON Feed',
    faults,
    cut: false,
    asks: {},
    hub: feed.output.hubs.find(({ url }) => url)?.url ?? null,
  };
}

/** JSON whose strings may hold line breaks and other control characters as they are. @throws SyntaxError */
function parseJson(document: string, faults: string[]): unknown {
  try {
    return JSON.parse(document);
  } catch (error) {
    const mended = withoutControlSigns(document);
    if (mended === document) throw error;
    faults.push('control characters in its strings');
    return JSON.parse(mended);
  }
}

/** The control characters within the strings of a JSON text as escapes; `\"` ends no string. Linear in its length. */
function withoutControlSigns(json: string): string {
  let isInString = false;
  return json.replace(/\\[\s\S]|"|\p{Cc}/gu, (character) => {
    if (character === '"') isInString = !isInString;
    const isControl = isInString && /^\p{Cc}$/u.test(character);
    return isControl ? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}` : character;
  });
}

function toEntry(item: v.InferOutput<typeof ITEM>, bases: readonly string[]): Entry {
  const link = item.url || item.external_url;
  const base = link && bases.find((url) => URL.canParse(link, url));
  return {
    guid: item.id,
    // Many hand on what they have for their pages.
    title: asText(decodeHTMLStrict(item.title), false),
    link: base ? new URL(link, base).href : link,
    summary: asText(item.summary, false),
    content: asText(item.content_html, true) ?? asText(item.content_text, false),
    creator: item.authors[0]?.name || item.author.name,
    source: '',
    sourceUrl: '',
    published: readDate(item.date_published) ?? readDate(item.date_modified),
    updated: readDate(item.date_modified),
    isCut: false,
  };
}

function asText(value: string, markup: boolean): Text | null {
  return value ? { name: '', value, markup, base: '' } : null;
}

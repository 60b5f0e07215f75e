import Parser from 'rss-parser';
import type { Item } from '../model/item.ts';
import { cleanLink, identityOf } from './identity.ts';
import { originOf } from './origin.ts';
import { plainText } from './plain.ts';

export interface Parsed {
  readonly title: string;
  readonly items: readonly Item[];
}

/** An entry as rss-parser gives it: any field may be missing, or markup that the parser left as a tree. */
interface Entry {
  readonly guid?: unknown;
  readonly id?: unknown;
  readonly title?: unknown;
  readonly link?: unknown;
  readonly content?: unknown;
  readonly summary?: unknown;
  readonly description?: unknown;
  readonly 'content:encoded'?: unknown;
  readonly creator?: unknown;
  readonly source?: unknown;
  readonly pubDate?: unknown;
  readonly isoDate?: unknown;
  readonly date?: unknown;
}

const parser = new Parser<Record<string, unknown>, Entry>({
  defaultRSS: 2,
  customFields: { item: ['source', 'description'] },
});

/** A summary is cut here: feeds that carry whole articles open with the news. In characters. */
const SUMMARY_LENGTH = 3_000;

/**
 * A feed's text as items, in the order of the feed.
 * @param fallback when items that bear no date are taken to be published, ISO 8601
 * @throws whatever rss-parser throws on a text that is no well-formed feed
 */
export async function parseFeed(text: string, feedUrl: string, fallback: string): Promise<Parsed> {
  const feed = await parser.parseString(text);
  const title = plainText(textOf(feed.title)) || hostOf(feedUrl);
  return {
    title,
    items: feed.items.flatMap((entry) => toItem(entry, { outlet: title, feedUrl, fallback }) ?? []),
  };
}

interface Context {
  readonly outlet: string;
  readonly feedUrl: string;
  readonly fallback: string;
}

/** An entry without title and text says nothing and is left out. */
function toItem(entry: Entry, { outlet, feedUrl, fallback }: Context): Item | null {
  const title = plainText(textOf(entry.title));
  const summary = summaryOf(entry);
  if (!title && !summary) return null;
  const link = absolute(textOf(entry.link), feedUrl);
  const guid = textOf(entry.guid) || textOf(entry.id);
  const id = identityOf({ guid, link, title, summary });
  const source = plainText(textOf(entry.source)) || outlet;
  const publishedAt = instant(entry.isoDate) ?? instant(entry.pubDate) ?? instant(entry.date) ?? fallback;
  return {
    id,
    guid: guid || link || id,
    title,
    summary,
    link,
    source,
    origin: originOf(summary, textOf(entry.creator), source),
    publishedAt,
  };
}

function summaryOf(entry: Entry): string {
  for (const field of [entry.description, entry.summary, entry.content, entry['content:encoded']]) {
    const text = plainText(textOf(field));
    if (text) return text.slice(0, SUMMARY_LENGTH);
  }
  return '';
}

/** The text of a field, whichever shape the XML parser gave it: `text`, `{ _: text }`, `[text]`. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  if (Array.isArray(value)) return textOf(value[0]);
  if (value !== null && typeof value === 'object' && '_' in value) return textOf(value._);
  return '';
}

function absolute(link: string, feedUrl: string): string {
  return link && URL.canParse(link, feedUrl) ? cleanLink(new URL(link, feedUrl).href) : link;
}

function instant(value: unknown): string | null {
  const time = Date.parse(textOf(value));
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}

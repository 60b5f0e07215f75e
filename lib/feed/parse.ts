import Parser from 'rss-parser';
import type { Asks } from '../model/feed.ts';
import { asksOf } from './asks.ts';
import { type ReadDate, readDate } from './date/date.ts';
import type { Fields, Scanned, Text } from './fields.ts';
import { rewrite } from './rewrite.ts';
import { scan } from './scan.ts';
import { firstOf, wordsOf } from './texts.ts';

/** An entry of a feed before it is an item: texts as their document has them, addresses whole. */
export interface Entry {
  /** What the feed calls it: its guid, id or `rdf:about`; empty without one. */
  readonly guid: string;
  readonly title: Text | null;
  readonly link: string;
  readonly summary: Text | null;
  readonly content: Text | null;
  readonly creator: string;
  /** Whose it is, where an aggregator names it, with the address of its feed or site. */
  readonly source: string;
  readonly sourceUrl: string;
  /** As they stand (date/settle.ts); null where it gives none that can be. */
  readonly published: ReadDate | null;
  readonly updated: ReadDate | null;
  /** The document breaks off in it: what is whole of it. */
  readonly isCut: boolean;
}

export interface ParsedFeed {
  readonly title: string;
  readonly entries: readonly Entry[];
  /** Whether the document was read as it stands, or had to be mended. */
  readonly stage: 'as it stands' | 'mended' | 'JSON Feed';
  /** What had to be mended. */
  readonly faults: readonly string[];
  /** Whether the document breaks off in an entry, of which what is whole is there. */
  readonly cut: boolean;
  readonly asks: Asks;
  /** Where it offers to tell of new items itself (WebSub); null where it does not. */
  readonly hub: string | null;
}

/** One `<f>` as rss-parser gives it. */
interface Field {
  readonly _?: string;
  readonly $: { readonly n: string; readonly m: string; readonly b: string };
}
interface Row {
  readonly f?: readonly Field[];
}

const parser = new Parser<Row, Row>({
  defaultRSS: 2,
  customFields: { feed: [['f', 'f', { keepArray: true }]] as never, item: [['f', 'f', { keepArray: true }]] },
});

const TITLES = ['title', 'dc:title', 'news:title', 'media:title', 'itunes:title', 'dcterms:title'];
const SUMMARIES = [
  'description',
  'summary',
  'abstract',
  'dc:description',
  'dcterms:abstract',
  'itunes:summary',
  'media:description',
  'itunes:subtitle',
];
const CONTENTS = ['content:encoded', 'content', 'xhtml:body', 'body', 'xhtml:div', 'fullitem'];
/** When it was published before when it was changed. */
const UPDATE_DATES = ['updated', 'modified', 'dcterms:modified'];
const DATES = [
  'pubdate',
  'news:publication_date',
  'published',
  'issued',
  'dcterms:issued',
  'dc:date',
  'date',
  'dcterms:date',
  'dcterms:available',
  'created',
  'dcterms:created',
  ...UPDATE_DATES,
  // Sitemaps are often made anew, and say so of every page.
  'lastmod',
];
/** Its page: feedburner's own address is one of many of the same page, so the page behind it is taken. */
const LINKS = ['feedburner:origlink', 'link:page', 'link', 'loc'];
const CREATORS = ['dc:creator', 'creator', 'author'];

/** A feed's document as its entries, in their order. Markup inside texts is kept. */
export async function parseDocument(text: string, feedUrl: string): Promise<ParsedFeed> {
  const scanned = scan(text);
  const { feed: channel, entries } = await parsed(scanned);
  const page = firstOf(channel, LINKS);
  const site = page ? absolute(page.value, page.base, feedUrl) : '';
  return {
    title: wordsOf(firstOf(channel, TITLES)) || hostOf(feedUrl),
    entries: entries.map((fields, i) =>
      toEntry(fields, [site, feedUrl], scanned.cut && i === entries.length - 1),
    ),
    stage: scanned.faults.length > 0 ? 'mended' : 'as it stands',
    faults: scanned.faults,
    cut: scanned.cut,
    asks: asksOf(channel),
    hub: firstOf(channel, ['link:hub'])?.value ?? null,
  };
}

/** A document of more entries is taken as it was scanned: rss-parser builds several trees of it, which cost 0.5 GB for 100,000. */
const MANY = 2_000;

async function parsed(scanned: Scanned): Promise<Pick<Scanned, 'feed' | 'entries'>> {
  if (scanned.entries.length > MANY) return scanned;
  const feed = await parser.parseString(rewrite(scanned));
  return { feed: fieldsOf(feed), entries: feed.items.map(fieldsOf) };
}

function fieldsOf({ f = [] }: Row): Fields {
  return f.map(({ _: value = '', $: { n, m, b } }) => ({ name: n, value, markup: m === '1', base: b }));
}

function toEntry(fields: Fields, bases: readonly string[], isCut: boolean): Entry {
  const guid = guidOf(firstOf(fields, ['guid', 'id', 'rdf:about', 'dc:identifier']));
  return {
    guid,
    title: firstOf(fields, TITLES),
    link: linkOf(fields, guid, bases),
    summary: firstOf(fields, SUMMARIES),
    content: firstOf(fields, CONTENTS),
    creator: wordsOf(firstOf(fields, CREATORS)),
    source: wordsOf(firstOf(fields, ['source', 'news:name'])),
    sourceUrl: firstOf(fields, ['source:url'])?.value ?? '',
    published: datesOf(fields, DATES).at(0) ?? null,
    updated: datesOf(fields, UPDATE_DATES).at(-1) ?? null,
    isCut,
  };
}

/** Its page: where a link says so, else a guid that is an address, else whatever else it points to. */
function linkOf(fields: Fields, guid: string, bases: readonly string[]): string {
  const told = firstOf(fields, LINKS);
  if (told) return resolved(told, bases);
  const isAddress = /^https?:\/\//i.test(guid) && !firstOf(fields, ['guid:opaque']);
  if (isAddress) return guid;
  const other = firstOf(fields, [
    'link:other',
    'link:canonical',
    'rdf:about',
    'link:enclosure',
    'link:related',
  ]);
  return other ? resolved(other, bases) : '';
}

function resolved({ value, base }: Text, [site = '', feedUrl = '']: readonly string[]): string {
  return absolute(value, base, site || feedUrl);
}

/** An address made whole by `xml:base`, else by the site's or the feed's. */
function absolute(link: string, base: string, outer: string): string {
  const from = URL.parse(base, outer || undefined)?.href ?? (base || outer);
  return (link && URL.parse(link, from || undefined)?.href) || link;
}

/** The dates of the first element that has any, the earliest first. */
function datesOf(fields: Fields, names: readonly string[]): ReadDate[] {
  for (const name of names) {
    const dates = fields.flatMap((text) => (text.name === name ? (readDate(text.value) ?? []) : []));
    if (dates.length > 0) return dates.toSorted((a, b) => a.at.localeCompare(b.at));
  }
  return [];
}

/** Atom's ids may be relative, as its links are. */
function guidOf(told: Text | null): string {
  if (!told) return '';
  const { name, value, base } = told;
  return (name === 'id' && base && URL.parse(value, base)?.href) || value;
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}

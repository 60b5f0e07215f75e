import { type FeedItem, SUMMARY_LENGTH, TITLE_LENGTH } from '../model/item.ts';
import { type Settle, settler } from './date/settle.ts';
import { addressDate, anchorOf, cleanLink, formerIdOf, identifier } from './identity.ts';
import { headlinesOf, isWrapper } from './news-search.ts';
import { originOf } from './origin.ts';
import type { Entry, ParsedFeed } from './parse.ts';
import { linesOfText, wordsOf } from './texts.ts';

/** How long the text beside the summary may be, in characters: some 1,300 words. */
const TEXT_LENGTH = 8_000;
/** Longer names and addresses are mistakes or attacks, which a row has no room for. In characters. */
const MAX_NAME = 200;
const MAX_ADDRESS = 2_000;

/**
 * The entries of a document as items; those that say nothing are left out, and those in which it breaks off before
 * they can be known again.
 * @param now when it was fetched
 */
export function itemsOf(
  { title: outlet, entries }: Pick<ParsedFeed, 'title' | 'entries'>,
  now: Date,
): FeedItem[] {
  const settle = settler(
    entries.flatMap(({ published, updated }) => [published, updated]),
    now,
  );
  const read = entries.filter(isWhole).map((entry) => textsOf(entry, outlet, settle));
  const addresses = new Map(read.map(({ source, sourceUrl }) => [source, sourceUrl]));
  const pages = new Set(read.map(({ link }) => link));
  const others = read
    .flatMap((entry) => listed(entry, addresses))
    .filter(({ link }) => link !== '' && !pages.has(link) && pages.add(link));
  const told = [...read, ...others].filter(({ title, summary, text }) => title || summary || text);
  const identityOf = identifier(told);
  return told.map((entry) => {
    const { title, summary, text, link, source, creator, sourceUrl, publishedAt, updatedAt, anchor } = entry;
    const guid = entry.guid || (link && `${link}${anchor}`);
    const id = identityOf(entry);
    const formerId = formerIdOf(entry);
    return {
      id,
      guid: guid && guid.length <= MAX_ADDRESS ? guid : id,
      title,
      summary,
      text,
      link,
      source,
      origin: originOf({ summary, text, creator, source, sourceUrl, link }).slice(0, MAX_NAME),
      publishedAt: publishedAt ?? addressDate(link, now),
      updatedAt,
      ...(formerId !== id && { formerId }),
    };
  });
}

/** What is there of an entry in which a document breaks off must be the whole entry's when that is read. */
function isWhole({ isCut, title, link, guid, published }: Entry): boolean {
  return !isCut || (title !== null && (link || guid) !== '' && published !== null);
}

type Texts = ReturnType<typeof textsOf>;

function textsOf(entry: Entry, outlet: string, settle: Settle) {
  const { guid, creator, source, sourceUrl, published, updated, link } = entry;
  const html = entry.summary?.markup ? entry.summary.value : '';
  const headlines = isWrapper(link) ? headlinesOf(html) : [];
  // A list of headlines is not the item's own text.
  const opening = headlines.length > 0 ? [] : linesOfText(entry.summary);
  const shown = opening.join(' ').slice(0, SUMMARY_LENGTH);
  const [content] = cutAt(linesOfText(entry.content), shown.length + SUMMARY_LENGTH + TEXT_LENGTH);
  const whole = content.filter((line) => !shown.includes(line));
  const [summary, rest] = opening.length > 0 ? [opening, whole] : cutAt(whole, SUMMARY_LENGTH);
  return {
    guid,
    title: withoutSource(wordsOf(entry.title), source).slice(0, TITLE_LENGTH),
    summary: summary.join('\n').slice(0, SUMMARY_LENGTH),
    text: cutAt(rest, TEXT_LENGTH)[0].join('\n').slice(0, TEXT_LENGTH),
    link: shortLink(link),
    anchor: anchorOf(link),
    creator,
    source: (source || outlet).slice(0, MAX_NAME),
    sourceUrl,
    publishedAt: settle(published),
    updatedAt: settle(updated),
    headlines,
  };
}

function shortLink(link: string): string {
  return link.length <= MAX_ADDRESS ? cleanLink(link) : '';
}

/** Lines up to a length, at least one, and the rest of them. */
function cutAt(lines: readonly string[], length: number): [string[], string[]] {
  let sum = 0;
  const end = lines.findIndex((line, i) => {
    sum += line.length + 1;
    return i > 0 && sum > length;
  });
  return end < 0 ? [[...lines], []] : [lines.slice(0, end), lines.slice(end)];
}

/** The other headlines that an aggregator lists with an item, each of its own outlet. @param addresses of outlets, by name */
function listed(entry: Texts, addresses: ReadonlyMap<string, string>): Texts[] {
  return entry.headlines.map(({ title, link, outlet }) => ({
    ...entry,
    guid: '',
    title: title.slice(0, TITLE_LENGTH),
    summary: '',
    text: '',
    link: shortLink(link),
    anchor: '',
    creator: '',
    source: outlet.slice(0, MAX_NAME),
    sourceUrl: addresses.get(outlet) ?? '',
    updatedAt: null,
    headlines: [],
  }));
}

/** Aggregators put the outlet behind its headline: `Visit called off - The Paper`. */
function withoutSource(title: string, source: string): string {
  const end = ` - ${source}`;
  return source && title.endsWith(end) ? title.slice(0, -end.length) : title;
}

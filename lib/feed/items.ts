import type { FeedItem } from '../model/item.ts';
import {
  GUID_LENGTH,
  LINK_LENGTH,
  MAX_ITEMS,
  NAME_LENGTH,
  SUMMARY_LENGTH,
  TEXT_LENGTH,
  TITLE_LENGTH,
} from '../model/limits.ts';
import { type Settle, settler } from './date/settle.ts';
import { addressDate, anchorOf, cleanLink, formerIdOf, identifier } from './identity.ts';
import { headlinesOf, isWrapper } from './news-search.ts';
import { originOf } from './origin.ts';
import type { Entry, ParsedFeed } from './parse.ts';
import { linesOfText, wordsOf } from './texts.ts';

/** The items of a document, and what of them was cut or left out. */
export interface ReadItems {
  readonly items: readonly FeedItem[];
  readonly faults: readonly string[];
}

/**
 * The entries of a document as items, the newest of very many; those that say nothing are left out, and those in which it
 * breaks off before they can be known again.
 * @param now when it was fetched
 */
export function itemsOf(
  { title: outlet, entries: all }: Pick<ParsedFeed, 'title' | 'entries'>,
  now: Date,
): ReadItems {
  const entries = newest(all);
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
  const items = told.map((entry): FeedItem => {
    const { title, summary, text, link, source, creator, sourceUrl, publishedAt, updatedAt, anchor } = entry;
    const guid = entry.guid || (link && `${link}${anchor}`);
    const id = identityOf(entry);
    const formerId = formerIdOf(entry);
    return {
      id,
      guid: guid && guid.length <= GUID_LENGTH ? guid : id,
      title,
      summary,
      text,
      link,
      source,
      origin: originOf({ summary, text, creator, source, sourceUrl, link }).slice(0, NAME_LENGTH),
      publishedAt: publishedAt ?? addressDate(link, now),
      updatedAt,
      ...(formerId !== id && { formerId }),
    };
  });
  return { items, faults: cutsOf(all, entries) };
}

/** Of very many entries those that are dated last; one without a date counts as new. */
function newest(entries: readonly Entry[]): readonly Entry[] {
  if (entries.length <= MAX_ITEMS) return entries;
  const times = entries.map(({ published }) => published?.at ?? '9999').toSorted();
  const from = times.at(-MAX_ITEMS) ?? '';
  return entries.filter(({ published }) => (published?.at ?? '9999') >= from).slice(0, MAX_ITEMS);
}

/** What is cut of a document's entries, or left out, in words for its editor. */
function cutsOf(all: readonly Entry[], entries: readonly Entry[]): string[] {
  const count = (of: (entry: Entry) => boolean) => entries.filter(of).length;
  const titles = count(
    ({ title }) => (title?.value.length ?? 0) > TITLE_LENGTH && wordsOf(title).length > TITLE_LENGTH,
  );
  const links = count(({ link }) => link !== '' && shortLink(link) === '');
  const guids = count(({ guid }) => guid.length > GUID_LENGTH);
  return [
    ...(entries.length < all.length
      ? [`of its ${all.length} entries the newest ${entries.length} are read`]
      : []),
    ...(titles > 0 ? [`titles longer than ${TITLE_LENGTH} characters are cut (${titles})`] : []),
    ...(links > 0 ? [`links that are no http addresses, or too long, are left out (${links})`] : []),
    ...(guids > 0 ? [`guids longer than ${GUID_LENGTH} characters are left out (${guids})`] : []),
  ];
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
    source: (source || outlet).slice(0, NAME_LENGTH),
    sourceUrl,
    publishedAt: settle(published),
    updatedAt: settle(updated),
    headlines,
  };
}

/** Nobody's browser is to open what is no page: `javascript:`, `data:`. */
function shortLink(link: string): string {
  return link.length <= LINK_LENGTH && /^\s*https?:/i.test(link) ? cleanLink(link) : '';
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
    source: outlet.slice(0, NAME_LENGTH),
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

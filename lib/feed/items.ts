import type { FeedItem } from '../model/item.ts';
import { anchorOf, cleanLink, formerIdOf, identifier } from './identity.ts';
import { originOf } from './origin.ts';
import { type Entry, type ParsedFeed, wordsOf } from './parse.ts';

/** A summary is cut here: feeds that carry whole articles open with the news. In characters. */
const SUMMARY_LENGTH = 3_000;

/** Longer names and addresses are mistakes or attacks, which a row has no room for. In characters. */
const MAX_TITLE = 500;
const MAX_NAME = 200;
const MAX_ADDRESS = 2_000;

/** The entries of a document as items; those that say nothing are left out. */
export function itemsOf({ title: outlet, entries }: Pick<ParsedFeed, 'title' | 'entries'>): FeedItem[] {
  const told = entries.map((entry) => read(entry, outlet)).filter(({ title, summary }) => title || summary);
  const identityOf = identifier(told);
  return told.map((entry) => {
    const { title, summary, link, source, creator, sourceUrl, publishedAt, updatedAt, anchor } = entry;
    const guid = entry.guid || (link && `${link}${anchor}`);
    const id = identityOf(entry);
    const formerId = formerIdOf(entry);
    return {
      id,
      guid: guid && guid.length <= MAX_ADDRESS ? guid : id,
      title,
      summary,
      link,
      source,
      origin: originOf({ summary, creator, source, sourceUrl, link }).slice(0, MAX_NAME),
      publishedAt,
      updatedAt,
      ...(formerId !== id && { formerId }),
    };
  });
}

function read(entry: Entry, outlet: string) {
  const { guid, creator, source, sourceUrl, publishedAt, updatedAt } = entry;
  return {
    guid,
    title: withoutSource(wordsOf(entry.title), source).slice(0, MAX_TITLE),
    summary: (wordsOf(entry.summary) || wordsOf(entry.content)).slice(0, SUMMARY_LENGTH),
    link: entry.link.length <= MAX_ADDRESS ? cleanLink(entry.link) : '',
    anchor: anchorOf(entry.link),
    creator,
    source: (source || outlet).slice(0, MAX_NAME),
    sourceUrl,
    publishedAt,
    updatedAt,
  };
}

/** Aggregators put the outlet behind its headline: `Visit called off - The Paper`. */
function withoutSource(title: string, source: string): string {
  const end = ` - ${source}`;
  return source && title.endsWith(end) ? title.slice(0, -end.length) : title;
}

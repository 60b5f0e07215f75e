import type { FeedItem } from '../model/item.ts';
import { anchorOf, cleanLink, formerIdOf, identifier } from './identity.ts';
import { originOf } from './origin.ts';
import { type Entry, type ParsedFeed, wordsOf } from './parse.ts';

/** A summary is cut here: feeds that carry whole articles open with the news. In characters. */
const SUMMARY_LENGTH = 3_000;

/** The entries of a document as items; those that say nothing are left out. */
export function itemsOf({ title: outlet, entries }: Pick<ParsedFeed, 'title' | 'entries'>): FeedItem[] {
  const told = entries.map((entry) => read(entry, outlet)).filter(({ title, summary }) => title || summary);
  const identityOf = identifier(told);
  return told.map((entry) => {
    const { title, summary, link, source, creator, sourceUrl, publishedAt, updatedAt, anchor } = entry;
    const id = identityOf(entry);
    const formerId = formerIdOf(entry);
    return {
      id,
      guid: entry.guid || (link && `${link}${anchor}`) || id,
      title,
      summary,
      link,
      source,
      origin: originOf({ summary, creator, source, sourceUrl, link }),
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
    title: withoutSource(wordsOf(entry.title), source),
    summary: (wordsOf(entry.summary) || wordsOf(entry.content)).slice(0, SUMMARY_LENGTH),
    link: cleanLink(entry.link),
    anchor: anchorOf(entry.link),
    creator,
    source: source || outlet,
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

import { decodeHTML } from 'entities';
import type { ArticlePage } from '../model/article-page.ts';
import { readDate } from './date/date.ts';
import { readPageData } from './page-data.ts';
import { collapse } from './plain.ts';

const MAX_TEXT = 1_000;

/**
 * What an article's page says of itself: by its JSON-LD (schema.org), else by its `meta` elements.
 * @param now when it was fetched: no page was modified later
 */
export function readArticlePage(html: string, url: string, now: Date): ArticlePage {
  const { node, meta } = readPageData(html, url);
  const modified = readDate(
    node?.dateModified ?? meta.get('article:modified_time') ?? meta.get('og:updated_time') ?? '',
  );
  const isTold = modified?.zoned && modified.at <= now.toISOString();
  return {
    headline: toldText(node?.headline ?? meta.get('og:title')),
    modifiedAt: isTold ? modified.at : null,
    correction: toldText(node?.correction),
  };
}

/** A text that a page tells of itself, on one line; null where it tells none. */
export function toldText(text: string | null | undefined): string | null {
  // Many hand on the entities of their pages.
  return collapse(decodeHTML(text ?? '')).slice(0, MAX_TEXT) || null;
}

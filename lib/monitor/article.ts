import { headlineKey } from '../compare/fold/voices.ts';
import type { ArticlePage, ArticleState } from '../model/article-page.ts';
import type { Article } from '../model/baseline.ts';
import type { Articles } from './ports.ts';

/** An article's page is looked at so often, in milliseconds. */
const EVERY_MS = 24 * 3_600_000;
/** How long what a page said is kept after the last look, in milliseconds. */
const KEPT_MS = 90 * 24 * 3_600_000;
/** How long after its publication a page may be touched without a change that counts, in milliseconds. */
const SETTLED_MS = 3_600_000;

/** A page may put its site behind its headline: `Storm closes bridge | The Islander`. */
const SITE = /\s+[|–—-]\s+[^|–—]{1,40}$/;

export interface ArticlePorts {
  readonly records: Articles;
  readonly readArticle: (url: string, now: Date) => Promise<ArticleState>;
  readonly now: () => Date;
}

/** Whether a day has gone by since an article's page was looked at. */
export function isArticleDue(state: ArticleState | null | undefined, now: Date): boolean {
  return !state || now.getTime() - Date.parse(state.checkedAt) >= EVERY_MS;
}

/** Looks at the page of an article, once a day; a look that fails leaves what was read before. */
export async function checkArticle(url: string, { records, readArticle, now }: ArticlePorts): Promise<void> {
  const known = await records.articleState(url);
  if (!isArticleDue(known, now())) return;
  const looked = await readArticle(url, now());
  const next = { ...looked, page: looked.page ?? known?.page ?? null };
  await records.saveArticleState(next, new Date(now().getTime() + KEPT_MS));
}

/** What of an article's page is another one than its baseline says; null for what is not. */
export function changesOfArticle(article: Article, page: ArticlePage): ArticlePage | null {
  const published = Date.parse(article.publishedAt);
  const { headline, modifiedAt, correction } = page;
  const isModified = modifiedAt !== null && Date.parse(modifiedAt) - published > SETTLED_MS;
  const isRetitled =
    headline !== null &&
    ![headline, headline.replace(SITE, '')].some((told) => bare(told) === bare(article.title));
  if (!isModified && !isRetitled && correction === null) return null;
  return { headline: isRetitled ? headline : null, modifiedAt: isModified ? modifiedAt : null, correction };
}

function bare(headline: string): string {
  return headlineKey(headline.normalize('NFKC'));
}

/** What the last look at an article's own page came to; null where there was none. */
export function lastLookOf(article: Article, state: ArticleState | null) {
  if (!state) return null;
  const { checkedAt, failure, page } = state;
  return { checkedAt, failure, changed: page && changesOfArticle(article, page) };
}

import type { ArticleState } from '../model/article-page.ts';
import { NO_VALIDATORS } from '../model/feed.ts';
import { CHALLENGED, isChallenge } from './look.ts';
import type { Fetch } from './polite-fetch.ts';

/** One look at an article's page; never throws. */
export type ReadArticle = (url: string, now: Date) => Promise<ArticleState>;

/** @param fetch shared with what else asks the same hosts */
export function createReadArticle(fetch: Fetch): ReadArticle {
  return async (url, now) => {
    const looked = { url, checkedAt: now.toISOString(), page: null };
    const fetched = await fetch(url, NO_VALIDATORS, now);
    if (fetched.outcome !== 'fetched')
      return { ...looked, failure: fetched.outcome === 'failed' ? fetched.why : 'it was not sent' };
    const { decode } = await import('./decode.ts');
    const { readArticlePage } = await import('./article-page.ts');
    const html = decode(fetched.body, fetched.contentType);
    if (isChallenge(html)) return { ...looked, failure: CHALLENGED };
    return { ...looked, failure: null, page: readArticlePage(html, url, now) };
  };
}

import { createFetch } from './polite-fetch.ts';
import { createReadArticle, type ReadArticle } from './read-article.ts';
import { createReadFeed, type ReadFeed, type ReadFeedOptions } from './read-feed.ts';

/** How feeds and the pages of articles are read, one host's requests in one queue. */
export interface Reads {
  readonly readFeed: ReadFeed;
  readonly readArticle: ReadArticle;
}

export function createReads(options: ReadFeedOptions): Reads {
  const fetch = createFetch(options);
  return { readFeed: createReadFeed(options, fetch), readArticle: createReadArticle(fetch) };
}

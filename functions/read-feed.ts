import { createFetch } from '../lib/feed/polite-fetch.ts';
import { createReadArticle, type ReadArticle } from '../lib/feed/read-article.ts';
import { createReadFeed, type ReadFeed } from '../lib/feed/read-feed.ts';
import { userAgent } from '../lib/feed/user-agent.ts';

/**
 * How a function reads feeds and pages, by its environment. `CONTACT` is where publishers find out about it.
 * `LOCAL_FEEDS`, origins parted by blanks, lets the deployment's test read what it serves on loopback; no function that
 * is deployed has it.
 */
export function openReaders(): { readonly readFeed: ReadFeed; readonly readArticle: ReadArticle } {
  const { CONTACT: contact, LOCAL_FEEDS: origins = '' } = process.env;
  const options = { userAgent: userAgent(contact), loopback: origins.split(' ').filter(Boolean) };
  const fetch = createFetch(options);
  return { readFeed: createReadFeed(options, fetch), readArticle: createReadArticle(options, fetch) };
}

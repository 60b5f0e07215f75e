import { searchWords } from '../compare/search-words.ts';
import { decode } from '../feed/decode.ts';
import { namedFeeds, searchFeed, usualFeeds } from '../feed/feed-places.ts';
import { readPageData } from '../feed/page-data.ts';
import { createFetch, type Fetch } from '../feed/polite-fetch.ts';
import { createReadFeed } from '../feed/read-feed.ts';
import { userAgent } from '../feed/user-agent.ts';
import type { Baseline } from '../model/baseline.ts';
import { NO_VALIDATORS } from '../model/feed.ts';
import { typedLoopback } from '../model/loopback.ts';
import type { LintedFeed } from '../view/lint.ts';
import { lookAtFeeds } from './look-at-feeds.ts';

/** Where feeds for a story are looked for. */
export interface SuggestOptions {
  /** The address of a news search by RSS, with `{query}`; null for none. */
  readonly newsSearch: string | null;
  /** Origins on this machine that a user named. */
  readonly loopback: readonly string[];
}

/** A feed that was looked at, and how it was found. */
export interface SuggestedFeed extends LintedFeed {
  readonly by: 'the article’s page' | 'the front page' | 'a usual address' | 'a news search';
}

/**
 * Feeds for a story, each read once: those that the article's page or the publisher's front page names, else those at
 * the usual addresses, and a news search for the story's words. Those that can't be read, or carry nothing, are not among them.
 */
export async function suggestFeeds(
  baseline: Baseline,
  { newsSearch, loopback }: SuggestOptions,
): Promise<SuggestedFeed[]> {
  const agent = userAgent(process.env['CONTACT']);
  const options = { userAgent: agent, loopback };
  const fetch = createFetch(options);
  const { url } = baseline.article;
  const look = async (
    urls: readonly string[],
    by: SuggestedFeed['by'],
    readFeed = createReadFeed(options, fetch),
  ): Promise<SuggestedFeed[]> => {
    const looked = await lookAtFeeds(
      baseline,
      urls.map((each) => ({ id: each, url: each })),
      readFeed,
    );
    return looked
      .filter(({ failure, items }) => failure === null && items > 0)
      .map((feed) => ({ ...feed, by }));
  };
  const searched = newsSearch === null ? [] : [searchFeed(newsSearch, searchWords(baseline))];
  // Who sets a search on this machine means it; what pages name never gets there.
  const searching = { userAgent: agent, loopback: searched.flatMap(typedLoopback) };
  const search = look(searched, 'a news search', createReadFeed(searching, createFetch(searching)));
  let found = await look((await feedsNamedAt(url, fetch)) ?? [], 'the article’s page');
  if (found.length === 0) {
    const named = await feedsNamedAt(new URL('/', url).href, fetch);
    found = await look(named ?? [], 'the front page');
    if (found.length === 0 && named !== null) found = await look(usualFeeds(url), 'a usual address');
  }
  return [...found, ...(await search)];
}

/** The feeds that a page names; none where it can't be read, null where its host can't be reached at all. */
async function feedsNamedAt(url: string, fetch: Fetch): Promise<string[] | null> {
  const fetched = await fetch(url, NO_VALIDATORS, new Date());
  if (fetched.outcome === 'failed' && fetched.cause === 'forbidden') return null;
  if (fetched.outcome !== 'fetched') return [];
  const { links } = readPageData(decode(fetched.body, fetched.contentType), fetched.url);
  return namedFeeds(links, fetched.url);
}

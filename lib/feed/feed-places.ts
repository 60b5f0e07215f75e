import type { PageLink } from './page-data.ts';

/** Types by which a page says that a link is a feed. */
const FEED_TYPES = new Set(['application/rss+xml', 'application/atom+xml', 'application/feed+json']);
/** Feeds of what readers write below an article. */
const COMMENTS = /\bcomments?\b/i;
/** A page may name any number. */
const MOST_NAMED = 8;

/** The feeds that a page names by `rel="alternate"`, without those of its comments. @param url the page's own address */
export function namedFeeds(links: readonly PageLink[], url: string): string[] {
  const named = links
    .filter(({ rel, type }) => rel.split(/\s+/).includes('alternate') && FEED_TYPES.has(type))
    .flatMap(({ href }) => URL.parse(href, url) ?? [])
    .filter(({ protocol, href }) => /^https?:$/.test(protocol) && !COMMENTS.test(href));
  return [...new Set(named.map(({ href }) => href))].slice(0, MOST_NAMED);
}

/** Where publishers usually have a feed. */
const USUAL = ['/rss', '/feed', '/rss.xml', '/feed.xml', '/atom.xml', '/index.xml', '/feeds/rss.xml'];

/** The addresses at which a publisher usually has its feeds, that of an article's section first. */
export function usualFeeds(articleUrl: string): string[] {
  const { origin, pathname } = new URL(articleUrl);
  const [section] = pathname.split('/').filter(Boolean);
  const ofSection = section ? [`/${section}/rss.xml`, `/${section}/feed`, `/rss/${section}`] : [];
  return [...ofSection, ...USUAL].map((path) => `${origin}${path}`);
}

/** The address of a search by its setting, where `{query}` stands for what is searched. */
export function searchFeed(template: string, query: string): string {
  return template.replaceAll('{query}', encodeURIComponent(query));
}

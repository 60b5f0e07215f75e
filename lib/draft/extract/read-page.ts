import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { toldText } from '../../feed/article-page.ts';
import { readDate } from '../../feed/date/date.ts';
import { type ArticleNode, readPageData } from '../../feed/page-data.ts';
import { linesOf } from '../../feed/plain.ts';
import { siteOf } from '../../feed/site.ts';
import { type Extracted, GIVE_TEXT, refused, type Told } from '../article.ts';
import { type Page, removeFurniture } from './furniture.ts';
import { nestsDeep } from './nesting.ts';
import { paragraphsIn, wordsOf } from './paragraphs.ts';

/** A page to take an article from. */
export interface PageJob {
  readonly html: string;
  /** Where it was found; null for a file. */
  readonly url: string | null;
}

/** What a page without an address is taken to be at, for its relative links. */
const NOWHERE = 'https://nowhere.invalid/';
/** An article has so many words; a page that keeps its rest for subscribers shows fewer than the second number. */
const FEWEST_WORDS = 60;
const TEASER_WORDS = 250;

/** The article of a page: its text, and what the page tells of it. */
export function readPage({ html, url }: PageJob): Extracted {
  const { address, node, meta } = tellingOf(html, url);
  if (isLiveblog(node))
    return refused(
      `it is a live blog, which has no one state to watch: draft from an article that sums it up, or ${GIVE_TEXT}`,
    );
  if (nestsDeep(html)) return refused(`its elements nest deeper than those of any article: ${GIVE_TEXT}`);
  const document: Page = parseHTML(html).document;
  const asksForLogin = document.querySelector('input[type="password"]') !== null;
  removeFurniture(document);
  const read = new Readability(document as never, { charThreshold: 200 }).parse();
  const paragraphs = paragraphsIn(linesOf(read?.content ?? ''));
  const words = wordsOf(paragraphs);
  const isClosed = node?.isAccessibleForFree === false || asksForLogin;
  if (isClosed && words < TEASER_WORDS)
    return refused(
      `it shows ${words} words and keeps the rest for those who ${asksForLogin ? 'sign in' : 'subscribe'}: ${GIVE_TEXT}`,
    );
  if (words < FEWEST_WORDS)
    return refused(
      `no article was found on it: found ${words} words of text, expected at least ${FEWEST_WORDS}; check the address, or ${GIVE_TEXT}`,
    );
  const article: Told = {
    title: toldText(node?.headline ?? meta.get('og:title') ?? read?.title),
    publisher: toldText(node?.publisher ?? meta.get('og:site_name')) ?? (url && (siteOf(url) ?? null)),
    url: address,
    publishedAt: instantOf(
      node?.datePublished ?? meta.get('article:published_time') ?? read?.publishedTime ?? '',
    ),
  };
  return { outcome: 'article', article: { ...article, paragraphs } };
}

const WITH_OFFSET = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?([+-]\d{2}):?(\d{2})$/;

/** When an article was published; with its offset where the page has one, since its "today" is that of its place. */
function instantOf(told: string): string | null {
  const read = readDate(told);
  const [, time, hours, minutes] = (read && WITH_OFFSET.exec(told.trim())) ?? [];
  return time === undefined ? (read?.at ?? null) : `${time}${hours}:${minutes}`;
}

/** What a page tells of itself, under the address that it gives itself. */
function tellingOf(html: string, url: string | null) {
  const data = readPageData(html, url ?? NOWHERE);
  const canonical = data.links.find(({ rel }) => rel === 'canonical')?.href ?? data.meta.get('og:url') ?? '';
  const address = ownAddress(canonical, url);
  return { address, ...(address === null || address === url ? data : readPageData(html, address)) };
}

function isLiveblog(node: ArticleNode | null): boolean {
  return [node?.['@type'] ?? ''].flat().includes('LiveBlogPosting');
}

/** The address that a page gives itself, where that is one of its own site: a page may name any. */
function ownAddress(told: string, url: string | null): string | null {
  const named = URL.parse(told, url ?? undefined);
  const isHttp = named !== null && /^https?:$/.test(named.protocol);
  if (!isHttp || named.username || named.password) return url;
  return url === null || siteOf(named.href) === siteOf(url) ? named.href : url;
}

import { createHash } from 'node:crypto';

/** What trackers add to a link; it says where a reader came from, not what the page is. */
const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|cmpid?|ns_\w+|at_\w+|ocid|ref|ref_?src|smid|guccounter|xtor|ftag|sr_?share|taid|partner|rss|source)$/i;

/** Addresses that only lead to another one, which a parameter holds, by host and path. */
const REDIRECTORS =
  /^(?:www\.)?(?:google\.[a-z.]+\/url|bing\.com\/news\/apiclick\.aspx|l\.facebook\.com\/l\.php)$/i;
const TARGETS = ['url', 'q', 'u'];

/** A link without its tracking parameters and its fragment, an aggregator's detour left out; text that is no http link comes back trimmed. */
export function cleanLink(link: string): string {
  const url = parseHttp(link.trim());
  if (!url) return link.trim();
  if (REDIRECTORS.test(`${url.hostname}${url.pathname}`)) {
    const target = TARGETS.flatMap((name) => parseHttp(url.searchParams.get(name) ?? '') ?? [])[0];
    if (target) return cleanLink(target.href);
  }
  url.hash = '';
  for (const name of [...url.searchParams.keys()]) if (TRACKING.test(name)) url.searchParams.delete(name);
  return url.href;
}

/** The part of a link that points within its page: `#post-12`, by which the posts of a live blog are told apart. */
export function anchorOf(link: string): string {
  return parseHttp(link.trim())?.hash ?? '';
}

/** `/2026/03/04/`, `-2026-03-04-`: the day that an address gives its page. */
const ADDRESS_DAY = /[/_-](20\d\d)[/-](0[1-9]|1[0-2])[/-](0[1-9]|[12]\d|3[01])(?:[/_.-]|$)/;

/**
 * When a page is from by its address: noon of that day, for an entry that its feed doesn't date. Null for today, when its
 * first sight is nearer, and for days ahead.
 */
export function addressDate(link: string, now: Date): string | null {
  const [, year, month, day] = ADDRESS_DAY.exec(URL.parse(link)?.pathname ?? '') ?? [];
  const date = `${year}-${month}-${day}`;
  return year === undefined || date >= now.toISOString().slice(0, 10) ? null : `${date}T12:00:00.000Z`;
}

function parseHttp(text: string): URL | null {
  const url = URL.parse(text);
  return url && /^https?:$/.test(url.protocol) ? url : null;
}

export interface Identified {
  readonly guid: string;
  readonly link: string;
  /** Empty where its link points to no part of a page. */
  readonly anchor: string;
  readonly title: string;
  readonly summary: string;
}

/**
 * What makes an item the same one wherever and whenever it is read, as a digest of 16 hexadecimal digits: its page,
 * since guids lie (some change with each fetch, some stand for several items, http becomes https); where that is no
 * page of its own its guid, else the part of the page that is its own; else its content. Entries of one page are one item
 * only where title and text agree.
 * @param document all entries of its document: what several of them have tells none of them
 */
export function identifier(document: readonly Identified[]): (entry: Identified) => string {
  const contents = new Map(
    document.map((entry) => [`${pageOf(entry.link)}\n${entry.title}\n${entry.summary}`, entry] as const),
  );
  const distinct = [...contents.values()];
  const pages = counted(distinct.map(({ link }) => pageOf(link)));
  const guids = counted(distinct.map(({ guid }) => guid));
  const parts = counted(distinct.map(({ link, anchor }) => `${pageOf(link)}${anchor}`));
  return ({ guid, link, anchor, title, summary }) => {
    const page = pageOf(link);
    if (page && pages.get(page) === 1) return digest(`page ${page}`);
    if (guid && guids.get(guid) === 1) return digest(`guid ${nameOf(guid, link)}`);
    if (page && anchor && parts.get(`${page}${anchor}`) === 1) return digest(`page ${page}${anchor}`);
    return digest(`content ${page} ${title} ${summary.replaceAll('\n', ' ')}`);
  };
}

/** The identity of an item with a page of its own by the rules of version 0.1.0, which knew fewer names of one host. */
export function formerIdOf({ link }: Identified): string {
  return digest(`page ${pageOf(link, /^(?:www|m|amp)\./)}`);
}

function counted(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** What the same host is called for readers on other devices. */
const HOST_ALIAS = /^(?:www\d*|m|mobile|amp|touch|wap|edition)\./;

/** A page by what its addresses have in common: no scheme, none of the names that a site has for one host, no slash at the end; empty for a site's front page. */
export function pageOf(link: string, alias = HOST_ALIAS): string {
  const url = parseHttp(link);
  if (!url || (url.pathname === '/' && url.search === '')) return '';
  url.searchParams.sort();
  return `${url.host.replace(alias, '')}${url.pathname.replace(/\/(?:amp\/?)?$/, '')}${url.search}`;
}

/** A guid that only its own site understands (`4711`) counts together with the link's host. */
function nameOf(guid: string, link: string): string {
  if (/^https?:/i.test(guid)) return guid.replace(/^https?:\/\//i, '');
  return /^[a-z][\w+.-]*:/i.test(guid) ? guid : `${parseHttp(link)?.host ?? ''} ${guid}`;
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

/** How far into a text its root element is looked for. */
const OPENING = 5_000;

/** What a document is at a look, before it is parsed; `why` says for its editor why it is no feed that can be read. */
export type Look =
  | { readonly kind: 'xml' | 'json' | 'sitemap index' }
  | { readonly kind: 'nothing' | 'web page' | 'challenge' | 'other'; readonly why: string };

/** What stands in the pages by which sites sort out programs: Cloudflare, Akamai, Imperva, DataDome, AWS and others. */
const CHALLENGE =
  /_cf_chl_opt|\/cdn-cgi\/challenge-platform|<title>\s*(?:just a moment|attention required! \| cloudflare|ddos-guard|access denied<\/title>[\s\S]*edgesuite)|_Incapsula_Resource|captcha-delivery\.com|px-captcha|awsWafCookieDomainList|AwsWafIntegration|gokuProps|id="anubis_|\/\.within\.website\/|bm-verify=|sec-if-cpt-container|<title>(?:vercel security checkpoint|pardon our interruption)|sucuri_cloudproxy_js|checking your browser before accessing|enable javascript and cookies to continue/i;
export const CHALLENGED =
  'the site asks whether a person is reading (a bot challenge): ask its publisher for an address that programs may read';

const FEED = /<(?:\w+:)?(?:rss|feed|rdf|channel|entry|urlset)[\s>]/i;

/** A feed that was put into a page: it says of itself what it is. */
const WRAPPED = /<(?:rss|feed)\s[^>]*(?:xmlns|version)=/i;

/** Looks for a feed in a text; a web page's feeds are named. */
export function lookAt(text: string): Look {
  const start = text.trimStart();
  if (/^[[{]/.test(start)) return { kind: 'json' };
  // Comments may hold anything, such as a licence in RDF.
  const opening = start
    .slice(0, 10 * OPENING)
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .trimStart()
    .slice(0, OPENING);
  if (start === '') return { kind: 'nothing', why: 'its answer is empty: expected RSS, Atom or JSON Feed' };
  const isPage = /^(?:<[?!][^>]*>\s*)*<html[\s>]/i.test(opening) && !WRAPPED.test(opening);
  if (!isPage && /<sitemapindex[\s>]/i.test(opening)) return { kind: 'sitemap index' };
  if (!isPage && FEED.test(opening)) return { kind: 'xml' };
  if (isPage || /<!doctype html|<html[\s>]/i.test(opening))
    return isChallenge(text)
      ? { kind: 'challenge', why: CHALLENGED }
      : { kind: 'web page', why: `it is a web page, not a feed${alternates(text)}` };
  const root = /<([a-z][\w:.-]*)[\s/>]/i.exec(opening.replace(/<[?!][^>]*>/g, ''))?.[1];
  const why =
    root && opening.startsWith('<')
      ? `its root is <${root}>: an unknown kind of feed, expected <rss>, <feed>, <rdf:RDF> or <urlset>`
      : `it is neither RSS nor Atom: it begins with ${JSON.stringify(opening.trim().slice(0, 30))}`;
  return { kind: 'other', why };
}

/** Whether a page is one by which a site sorts out programs. */
export function isChallenge(page: string): boolean {
  return CHALLENGE.test(page.slice(0, 50_000));
}

/** The feeds that a page names, so that the reader can take one of them. */
function alternates(page: string): string {
  const links = Array.from(page.slice(0, 200_000).matchAll(/<link\b[^>]{0,500}>/gi), ([tag]) => tag);
  const urls = links
    .filter(
      (tag) => /rel=["']?alternate/i.test(tag) && /application\/(?:rss\+xml|atom\+xml|feed\+json)/i.test(tag),
    )
    .flatMap((tag) => /href=["']?([^"'\s>]+)/i.exec(tag)?.[1] ?? []);
  return urls.length > 0
    ? `; the page names these feeds: ${urls.slice(0, 5).join(', ')}`
    : ': give the address of its RSS or Atom feed';
}

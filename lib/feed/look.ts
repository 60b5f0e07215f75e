/** How far into a text its root element is looked for. */
const OPENING = 5_000;

/** Why a text is no feed that can be read, in words for its editor; null where it looks like RSS or Atom. */
export function whyNoFeed(text: string): string | null {
  const opening = text.trimStart().slice(0, OPENING);
  if (opening.trim() === '') return 'its answer is empty: expected RSS or Atom';
  if (/<(?:\w+:)?(?:rss|feed|rdf|channel|entry)[\s>]/i.test(opening)) return null;
  if (/<!doctype html|<html[\s>]/i.test(opening)) return `it is a web page, not a feed${alternates(text)}`;
  if (/^\s*[[{]/.test(opening)) return 'it is JSON: expected RSS or Atom';
  const root = /<([a-z][\w:.-]*)[\s/>]/i.exec(opening.replace(/<[?!][^>]*>/g, ''))?.[1];
  if (root && /^\s*</.test(opening))
    return `its root is <${root}>: an unknown kind of feed, expected <rss>, <feed> or <rdf:RDF>`;
  return `it is neither RSS nor Atom: it begins with ${JSON.stringify(opening.trim().slice(0, 30))}`;
}

/** The feeds that a page names, so that the reader can take one of them. */
function alternates(page: string): string {
  const links = Array.from(page.slice(0, 200_000).matchAll(/<link\b[^>]{0,500}>/gi), ([tag]) => tag);
  const urls = links
    .filter((tag) => /rel=["']?alternate/i.test(tag) && /application\/(?:rss|atom)\+xml/i.test(tag))
    .flatMap((tag) => /href=["']?([^"'\s>]+)/i.exec(tag)?.[1] ?? []);
  return urls.length > 0
    ? `; the page names these feeds: ${urls.slice(0, 5).join(', ')}`
    : ': give the address of its RSS or Atom feed';
}

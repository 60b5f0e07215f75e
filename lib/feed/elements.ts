/** What the elements of feeds are, by their canonical names (namespaces.ts). */

/** Elements whose whole content is one text, markup inside it included. */
export const TEXTS = new Set(
  'title link guid id description summary content subtitle tagline pubdate published updated modified issued created date author creator source abstract lastmod content:encoded dc:title dc:description dc:date dc:creator dc:identifier dcterms:issued dcterms:created dcterms:modified dcterms:available dcterms:date dcterms:title dcterms:abstract xhtml:body xhtml:div body media:title media:description itunes:title itunes:summary itunes:subtitle feedburner:origlink fullitem loc news:title news:publication_date news:name'.split(
    ' ',
  ),
);
/** What is read of the feed itself. */
export const FEED_TEXTS = new Set(
  'title link dc:title description subtitle ttl skiphours sy:updateperiod sy:updatefrequency loc lastmod'.split(
    ' ',
  ),
);
const ENTRIES = new Set(['item', 'entry']);
/** Within `media:group` and `media:content`: what a video or a picture has for its title and text. */
export const MEDIA_TEXTS = new Set(['media:title', 'media:description']);
/** Elements that hold a title or an address of their own, which is none of the entry's. */
export const ASIDE = new Set(
  'image textinput author contributor source cloud skipdays media:group media:content media:credit thr:in-reply-to itunes:owner generator category enclosure dc:publisher publisher'.split(
    ' ',
  ),
);
/** What a text that was never closed cannot hold. */
export const STRUCTURE = new Set('item entry channel pubdate guid published updated description'.split(' '));
/** An entry of a feed, a page of a sitemap, or a sitemap of an index. */
export function isEntry(name: string, parent: string | undefined): boolean {
  return (
    ENTRIES.has(name) ||
    (name === 'url' && parent === 'urlset') ||
    (name === 'sitemap' && parent === 'sitemapindex')
  );
}

/** The text beside a picture is its caption. */
export function isPicture({ medium = '', type = '' }: Record<string, string>): boolean {
  return medium === 'image' || type.startsWith('image/');
}

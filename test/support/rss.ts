import type { Item } from '../../lib/model/item.ts';

const escapeXml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** Items as an RSS 2.0 document, newest first as real feeds have them. */
export function rss(title: string, items: readonly Item[]): string {
  const entries = items
    .toReversed()
    .map(
      ({ guid, title: headline, summary, link, publishedAt }) =>
        `<item><guid isPermaLink="false">${escapeXml(guid)}</guid><title>${escapeXml(headline)}</title><link>${escapeXml(link)}</link><description>${escapeXml(summary)}</description><pubDate>${new Date(publishedAt).toUTCString()}</pubDate></item>`,
    );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel><title>${escapeXml(title)}</title>${entries.join('\n')}</channel></rss>`;
}

import { readDocument } from '../../lib/feed/document.ts';
import { itemsOf } from '../../lib/feed/items.ts';

/** When the documents are fetched. */
export const NOW = new Date('2026-03-05T12:00:00Z');
export const URL_ = 'https://paper.example/feeds/rss';
export const read = (document: string | Uint8Array, contentType = '') =>
  readDocument(typeof document === 'string' ? Buffer.from(document) : document, contentType, URL_);
export const feedOf = async (document: string | Uint8Array) => {
  const found = await read(document);
  if (found.kind !== 'feed') throw new Error(`${found.kind}: ${found.why}`);
  const { items, faults } = itemsOf(found, NOW);
  return { ...found, items, faults: [...found.faults, ...faults] };
};
export const itemOf = async (document: string) => (await feedOf(document)).items[0];
export const rss = (item: string, channel = '') =>
  `<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>T</title>${channel}<item>${item}</item></channel></rss>`;
export const atom = (entry: string, root = '') =>
  `<feed xmlns="http://www.w3.org/2005/Atom"${root}><title>T</title><entry>${entry}</entry></feed>`;

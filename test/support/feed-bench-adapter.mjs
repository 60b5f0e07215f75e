import { register } from 'tsx/esm/api';

register();
const { readDocument } = await import('../../lib/feed/document.ts');

/** A feed's bytes as title and items, through the code of lib/feed: for a bench of parsers, by plain node. */
export async function parse(bytes, contentType, { url = '' } = {}) {
  const document = await readDocument(bytes, contentType ?? '', url);
  if (document.kind !== 'feed') throw new Error(document.why);
  return {
    title: document.title,
    items: document.entries.map((entry) => ({
      id: entry.guid || undefined,
      title: entry.title?.value,
      link: entry.link || undefined,
      summary: entry.summary?.value,
      content: entry.content?.value,
      publishedAt: entry.published?.at,
    })),
  };
}

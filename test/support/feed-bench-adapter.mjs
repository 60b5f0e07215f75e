import { register } from 'tsx/esm/api';

register();
const { decode } = await import('../../lib/feed/decode.ts');
const { parseDocument } = await import('../../lib/feed/parse.ts');
const { whyNoFeed } = await import('../../lib/feed/look.ts');

/** A feed's bytes as title and items, through the code of lib/feed: for a bench of parsers, by plain node. */
export async function parse(bytes, contentType, { url = '' } = {}) {
  const text = decode(bytes, contentType ?? '');
  const why = whyNoFeed(text);
  if (why) throw new Error(why);
  const { title, entries } = await parseDocument(text, url);
  return {
    title,
    items: entries.map((entry) => ({
      id: entry.guid || undefined,
      title: entry.title?.value,
      link: entry.link || undefined,
      summary: entry.summary?.value,
      content: entry.content?.value,
      publishedAt: entry.publishedAt ?? undefined,
    })),
  };
}

import { decode } from './decode.ts';
import { parseJsonFeed } from './json-feed.ts';
import { type Look, lookAt } from './look.ts';
import { type ParsedFeed, parseDocument } from './parse.ts';

/** What a document turned out to be: a feed, or what else, with the reason in words for its editor. */
export type Document =
  | ({ readonly kind: 'feed' } & ParsedFeed)
  | Extract<Look, { readonly why: string }>
  /** The addresses of its sitemaps, those that changed last first. */
  | { readonly kind: 'sitemap index'; readonly why: string; readonly sitemaps: readonly string[] }
  | { readonly kind: 'broken'; readonly why: string };

/** Bytes → text → a look → entries; never throws. @param url its own address, to which its links are relative */
export async function readDocument(bytes: Uint8Array, contentType: string, url: string): Promise<Document> {
  try {
    const text = decode(bytes, contentType);
    const look = lookAt(text);
    if ('why' in look) return look;
    const feed = look.kind === 'json' ? parseJsonFeed(text, url) : await parseDocument(text, url);
    if (typeof feed === 'string') return { kind: 'other', why: feed };
    if (look.kind === 'sitemap index')
      return { kind: 'sitemap index', why: 'it is an index of sitemaps', sitemaps: sitemapsOf(feed) };
    return { kind: 'feed', ...feed };
  } catch (error) {
    return { kind: 'broken', why: `it cannot be parsed: ${(error as Error).message}` };
  }
}

function sitemapsOf({ entries }: ParsedFeed): string[] {
  const changed = ({ published }: ParsedFeed['entries'][number]) => published?.at ?? '';
  return entries.toSorted((a, b) => changed(b).localeCompare(changed(a))).map(({ link }) => link);
}

import { decode } from './decode.ts';
import { parseJsonFeed } from './json-feed.ts';
import { type Look, lookAt } from './look.ts';
import { type ParsedFeed, parseDocument } from './parse.ts';

/** What a document turned out to be: a feed, or what else, with the reason in words for its editor. */
export type Document =
  | ({ readonly kind: 'feed' } & ParsedFeed)
  | Extract<Look, { readonly why: string }>
  | { readonly kind: 'broken'; readonly why: string };

/** Bytes → text → a look → entries; never throws. @param url its own address, to which its links are relative */
export async function readDocument(bytes: Uint8Array, contentType: string, url: string): Promise<Document> {
  try {
    const text = decode(bytes, contentType);
    const look = lookAt(text);
    if ('why' in look) return look;
    const feed = look.kind === 'json' ? parseJsonFeed(text, url) : await parseDocument(text, url);
    if (typeof feed === 'string') return { kind: 'other', why: feed };
    if (feed.cut && feed.entries.length === 0)
      return {
        kind: 'broken',
        why: 'its document breaks off before its first entry ends: expected a whole one',
      };
    return { kind: 'feed', ...feed };
  } catch (error) {
    return { kind: 'broken', why: `it cannot be parsed: ${(error as Error).message}` };
  }
}

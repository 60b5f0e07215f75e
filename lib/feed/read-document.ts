import type { FeedItem } from '../model/item.ts';
import { type Document, readDocument } from './document.ts';
import { itemsOf } from './items.ts';
import type { ParsedFeed } from './parse.ts';

/** An answer's body to read. */
export interface DocumentJob {
  readonly bytes: Uint8Array;
  readonly contentType: string;
  /** Its own address, to which its links are relative. */
  readonly url: string;
  /** When it was fetched. */
  readonly now: Date;
}

/** A feed's document as items, or what else it is. */
export type DocumentItems =
  | Exclude<Document, { readonly kind: 'feed' }>
  | (Omit<ParsedFeed, 'entries'> & {
      readonly kind: 'feed';
      readonly items: readonly FeedItem[];
      /** How many entries it has, including those that made no item. */
      readonly entries: number;
    });

/** Bytes → items; never throws. */
export async function readDocumentItems({
  bytes,
  contentType,
  url,
  now,
}: DocumentJob): Promise<DocumentItems> {
  const document = await readDocument(bytes, contentType, url);
  if (document.kind !== 'feed') return document;
  try {
    const { items, faults } = itemsOf(document, now);
    return { ...document, items, faults: [...document.faults, ...faults], entries: document.entries.length };
  } catch (error) {
    return { kind: 'broken', why: `its entries cannot be read: ${(error as Error).message}` };
  }
}

/** One entry of a feed, as plain text, with the times that its feed gives it. */
export interface FeedItem {
  /** Its identity among all feeds, as far as its document tells (lib/feed/identity.ts). */
  readonly id: string;
  /** The id that its feed gives it, else its link, else `id`: what people know it by. */
  readonly guid: string;
  readonly title: string;
  /** The description, or the opening of the content; may be empty. A line for each paragraph, list item, caption or cell. */
  readonly summary: string;
  /** What its feed carries of the article beside that, a line for each paragraph; empty where it carries nothing. */
  readonly text: string;
  readonly link: string;
  /** The outlet, as its feed calls itself. */
  readonly source: string;
  /** Whose report it is: the agency of a wire copy, else its publisher (lib/feed/origin.ts). */
  readonly origin: string;
  /** ISO 8601 instants in UTC; null where its feed gives none that can be read. */
  readonly publishedAt: string | null;
  readonly updatedAt: string | null;
  /** Its identity by the rules of version 0.1.0, where those were others. */
  readonly formerId?: string;
}

/** One version of an item, with the times by which it counts (lib/monitor/feed-memory.ts). */
export interface Item extends Omit<FeedItem, 'updatedAt' | 'formerId'> {
  /** A digest of its title and text: an edited item has another. */
  readonly version: string;
  /** When it was published, else when it was first seen. An ISO 8601 instant in UTC. */
  readonly publishedAt: string;
  /** The feeds that carry it, by their ids, in order; missing where an older version kept it. */
  readonly feeds?: readonly string[];
  /** When this version said so: its feed's word for it, else when its text was first seen. */
  readonly saidAt: string;
}

/** What tells the versions of all items apart. */
export function versionKey({ id, version }: Pick<Item, 'id' | 'version'>): string {
  return `${id} ${version}`;
}

/** A date so far ahead of the clock is not believed, in milliseconds: clocks slip. */
export const AHEAD_MS = 15 * 60_000;
/** Nor is one from before there were feeds. */
export const EARLIEST = '1990-01-01T00:00:00.000Z';

/** For so many days items are kept that a story's gate let through, unless told otherwise. */
export const KEEP_DAYS = 60;

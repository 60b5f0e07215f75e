import type { RememberedItem } from '../model/feed.ts';
import { AHEAD_MS, EARLIEST, type FeedItem, type Item } from '../model/item.ts';
import { digest } from './digest.ts';

export interface Clock {
  readonly now: Date;
  /** The check replays an earlier time: what is dated later waits, and is not taken for undated. */
  readonly replays: boolean;
}

/** An item with its times, and whether it was seen before as it reads now. */
export interface DatedItem {
  readonly item: Item;
  readonly isNew: boolean;
  /** Its feed gives the time of this version. */
  readonly told: boolean;
}

/**
 * When an item and the version of it that was read were said: by its feed's own word; where that is missing, or has not
 * moved though the text is another one, when it was first seen so.
 * @param known what its feed's memory has of it
 * @returns null for an item that waits for its time
 */
export function dated(
  told: FeedItem,
  known: RememberedItem | null,
  { now, replays }: Clock,
): DatedItem | null {
  const time = now.toISOString();
  const latest = new Date(now.getTime() + AHEAD_MS).toISOString();
  const plausible = (text: string | null) =>
    text === null || text < EARLIEST || (!replays && text > latest) ? null : text;
  const published = plausible(told.publishedAt);
  const updated = plausible(told.updatedAt);
  const said = latestOf(published, updated);
  if (replays && said !== null && said > time) return null;
  const version = versionOf(told);
  const isEdited = known !== null && known.version !== version;
  // An edited text whose date has not moved was said when it was first seen.
  const own = isEdited && said !== null && said <= known.saidAt ? null : said;
  const saidAt = known && !isEdited ? known.saidAt : earliestOf(own ?? time, time);
  const publishedAt = earliestOf(published ?? known?.firstAt ?? saidAt, saidAt);
  const { updatedAt: _, formerId: _former, ...item } = told;
  return {
    item: { ...item, id: known?.id ?? told.id, version, publishedAt, saidAt },
    isNew: known === null || isEdited || known.isUnjudged === true,
    told: saidAt === said,
  };
}

/** A digest of an item's text. */
export function versionOf({ title, summary, text }: FeedItem): string {
  return digest(text ? `${title}\n${summary}\n\n${text}` : `${title}\n${summary}`);
}

function latestOf(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return one > other ? one : other;
}

function earliestOf(one: string, other: string): string {
  return one < other ? one : other;
}

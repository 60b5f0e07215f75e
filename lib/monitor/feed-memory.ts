import type { FeedMemory, RememberedItem } from '../model/feed.ts';
import type { FeedItem } from '../model/item.ts';
import { type Clock, type DatedItem, dated } from './item-times.ts';
import { digest } from './story.ts';

/** For so long it is remembered of an item that has left its feed when it was first seen, in milliseconds. */
const REMEMBERED_MS = 60 * 24 * 3_600_000;
/** So many items that have left are remembered. */
const MAX_LEFT = 500;

/** What a feed carries now, beside what is remembered of it. */
export interface Recalled {
  readonly dated: readonly DatedItem[];
  /** Others wait for their time: they must be met again. */
  readonly waits: boolean;
  /** What is to be remembered from now on. */
  readonly items: readonly RememberedItem[];
}

/** The items of a document with their identities and times, by what the feed's memory has of them. */
export function recall(items: readonly FeedItem[], memory: FeedMemory, clock: Clock): Recalled {
  const time = clock.now.toISOString();
  const find = finder(items, memory);
  const carried = new Map<string, { dated: DatedItem; remembered: RememberedItem }>();
  let waits = false;
  for (const told of items) {
    const known = find(told);
    const read = dated(told, known, clock);
    if (!read) {
      waits = true;
      continue;
    }
    const { id, version, saidAt } = read.item;
    const firstAt = known?.firstAt ?? time;
    const guid = guidDigest(told);
    const remembered = { id, guid, version, firstAt, saidAt, told: read.told, leftAt: null };
    if (!carried.has(id)) carried.set(id, { dated: read, remembered });
  }
  const oldest = new Date(clock.now.getTime() - REMEMBERED_MS).toISOString();
  // What its feed dates itself can be dated again when it comes back.
  const left = memory.items
    .filter(({ id, told }) => !told && !carried.has(id))
    .map((item) => ({ ...item, leftAt: item.leftAt ?? time }))
    .filter(({ leftAt }) => leftAt >= oldest)
    .toSorted((a, b) => b.leftAt.localeCompare(a.leftAt) || a.id.localeCompare(b.id))
    .slice(0, MAX_LEFT);
  const all = [...carried.values()];
  return {
    dated: all.map((each) => each.dated),
    waits,
    items: [...all.map(({ remembered }) => remembered), ...left],
  };
}

/**
 * Finds an entry in a memory: by its guid, which stays where a publisher moves a page or posts share one, else by its
 * identity. Guids tell nothing where several entries have one, or where a known guid is now on another page: some feeds
 * number their entries anew each time.
 */
function finder(
  items: readonly FeedItem[],
  { items: known, legacy }: FeedMemory,
): (told: FeedItem) => RememberedItem | null {
  const byId = new Map(known.map((item) => [item.id, item]));
  const byGuid = new Map(known.map((item) => [item.guid, item]));
  const guids = new Map<string, number>();
  for (const told of items) guids.set(guidDigest(told), (guids.get(guidDigest(told)) ?? 0) + 1);
  const isRenumbered = items.some((told) => {
    const page = byId.get(told.id);
    return page !== undefined && page.guid !== guidDigest(told) && guids.has(page.guid);
  });
  const seen = new Set(legacy?.seen);
  return (told) => {
    const guid = guidDigest(told);
    const named = isRenumbered || guids.get(guid) !== 1 ? undefined : byGuid.get(guid);
    const found = named ?? byId.get(told.id);
    if (found) return found;
    return legacy && seen.has(legacyPrint(told)) ? fromLegacy(told, legacy.at) : null;
  };
}

function guidDigest({ guid }: FeedItem): string {
  return digest(guid);
}

/** How version 0.1.0 knew an item of a document again. */
function legacyPrint({ id, title, summary }: FeedItem): string {
  return digest([id, title, summary].join('\n'));
}

/** An item that version 0.1.0 had seen: at the latest when it last looked. */
function fromLegacy(told: FeedItem, at: string): RememberedItem {
  const { id, title, summary, publishedAt } = told;
  return {
    id,
    guid: guidDigest(told),
    version: digest(`${title}\n${summary}`),
    firstAt: at,
    saidAt: publishedAt ?? at,
    told: publishedAt !== null,
    leftAt: null,
  };
}

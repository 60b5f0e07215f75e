import type { FeedMemory, RememberedItem } from '../model/feed.ts';
import type { FeedItem } from '../model/item.ts';
import { MAX_ITEMS, MAX_LEFT } from '../model/limits.ts';
import { digest } from './digest.ts';
import { type Clock, type DatedItem, dated, versionOf } from './item-times.ts';

/** For so long it is remembered of an item that has left its feed when it was first seen, in milliseconds. */
const REMEMBERED_MS = 60 * 24 * 3_600_000;
/** A guid of so few digits counts the entries of its feed. */
const COUNTS = /^\d{1,3}$/;

/** What a feed carries now, beside what is remembered of it. */
export interface Recalled {
  readonly dated: readonly DatedItem[];
  /** When the first of those was said that wait for their time, and must be met again, ISO 8601; null where none do. */
  readonly nextAt: string | null;
  /** None of the items that the feed held last time is there any more. */
  readonly isTurnedOver: boolean;
  /** What is to be remembered from now on. */
  readonly items: readonly RememberedItem[];
}

/** The items of a document with their identities and times, by what the feed's memory has of them. */
export function recall(items: readonly FeedItem[], memory: FeedMemory, clock: Clock): Recalled {
  const time = clock.now.toISOString();
  const find = finder(items, memory);
  const carried = new Map<string, { dated: DatedItem; remembered: RememberedItem }>();
  let nextAt: string | null = null;
  for (const told of items) {
    const known = find(told);
    const read = dated(told, known, clock);
    if (!read) {
      const said = told.updatedAt ?? told.publishedAt ?? time;
      if (nextAt === null || said < nextAt) nextAt = said;
      continue;
    }
    const { id, version, saidAt } = read.item;
    const firstAt = known?.firstAt ?? time;
    const guid = guidDigest(told);
    const remembered = { id, guid, version, firstAt, saidAt, told: read.told, leftAt: null };
    if (!carried.has(id)) carried.set(id, { dated: read, remembered });
  }
  const oldest = new Date(clock.now.getTime() - REMEMBERED_MS).toISOString();
  const left = memory.items
    .filter(({ id }) => !carried.has(id))
    .map((item) => ({ ...item, leftAt: item.leftAt ?? time }))
    .filter(({ leftAt }) => leftAt >= oldest)
    .toSorted((a, b) => b.leftAt.localeCompare(a.leftAt) || a.id.localeCompare(b.id));
  const all = [...carried.values()];
  const held = memory.items.filter(({ leftAt }) => leftAt === null);
  return {
    dated: all.map((each) => each.dated),
    nextAt,
    isTurnedOver: held.length > 1 && all.length > 1 && held.every(({ id }) => !carried.has(id)),
    items: [
      ...all.slice(0, MAX_ITEMS).map(({ remembered }) => remembered),
      ...left.filter(({ told }) => told).slice(0, Math.min(all.length, MAX_LEFT)),
      ...left.filter(({ told }) => !told).slice(0, MAX_LEFT),
    ],
  };
}

/**
 * Finds an entry in a memory: by guid and text, then by its guid, which stays where a publisher moves a page or posts
 * share one, else by its identity. What several entries have tells nothing; nor does a guid where known guids are now
 * on other pages: some feeds number their entries anew each time.
 */
function finder(
  items: readonly FeedItem[],
  { items: known, legacy }: FeedMemory,
): (told: FeedItem) => RememberedItem | null {
  const byId = new Map(known.map((item) => [item.id, item]));
  const byGuid = new Map(known.map((item) => [item.guid, item]));
  const byText = new Map(known.map((item) => [`${item.guid} ${item.version}`, item]));
  const keys = new Map(items.map((told) => [told, keysOf(told)]));
  const guids = counted([...keys.values()].map(({ guid }) => guid));
  const texts = counted([...keys.values()].map(({ text }) => text));
  const ids = new Set(items.map(({ id }) => id));
  const isRenumbered = [...keys].some(([told, { guid }]) => {
    const page = byId.get(told.id);
    return page !== undefined && page.guid !== guid && guids.has(page.guid);
  });
  const withText = (told: FeedItem, { text }: Keys) => {
    const same = texts.get(text) === 1 ? byText.get(text) : undefined;
    return same && (same.id === told.id || !ids.has(same.id)) ? same : undefined;
  };
  const withGuid = (told: FeedItem, { guid }: Keys) => {
    const tells = !isRenumbered && guids.get(guid) === 1 && !COUNTS.test(told.guid);
    return tells ? byGuid.get(guid) : undefined;
  };
  const seen = new Set(legacy?.seen);
  return (told) => {
    const own = keys.get(told) ?? keysOf(told);
    const found = withText(told, own) ?? withGuid(told, own) ?? byId.get(told.id);
    if (found) return found;
    if (!legacy) return null;
    const former = [told.id, told.formerId ?? told.id].find((id) => seen.has(legacyPrint(told, id)));
    return former === undefined ? null : fromLegacy({ ...told, id: former }, legacy.at);
  };
}

/** By what an entry is found: digests, each worked out once. */
interface Keys {
  readonly guid: string;
  /** Guid and text. */
  readonly text: string;
}

function keysOf(told: FeedItem): Keys {
  const guid = guidDigest(told);
  return { guid, text: `${guid} ${versionOf(told)}` };
}

function counted(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function guidDigest({ guid }: FeedItem): string {
  return digest(guid);
}

/** How version 0.1.0 knew an item of a document again. */
function legacyPrint({ title, summary }: FeedItem, id: string): string {
  return digest([id, title, summary.replaceAll('\n', ' ')].join('\n'));
}

/** An item that version 0.1.0 had seen: at the latest when it last looked. */
function fromLegacy(told: FeedItem, at: string): RememberedItem {
  const { id, publishedAt } = told;
  return {
    id,
    guid: guidDigest(told),
    version: versionOf(told),
    firstAt: at,
    saidAt: publishedAt ?? at,
    told: publishedAt !== null,
    leftAt: null,
  };
}

import { createReadFeed } from '../feed/read-feed.ts';
import { userAgent } from '../feed/user-agent.ts';
import { type FeedMemory, NO_VALIDATORS } from '../model/feed.ts';
import { InputError } from '../model/input-error.ts';
import type { Item } from '../model/item.ts';
import { recall } from '../monitor/feed-memory.ts';
import type { Items } from '../monitor/ports.ts';
import { openFeedSources } from './feed-sources.ts';

/** The latest version that is kept of an item for a story; null where none is. */
export async function keptItemNamed(records: Items, story: string, name: string): Promise<Item | null> {
  const versions = (await records.keptItems(story, new Date())).filter((item) => isNamed(item, name));
  return versions.toSorted((a, b) => a.saidAt.localeCompare(b.saidAt)).at(-1) ?? null;
}

/** What feeds hold now, each item as it reads and dated as a check would date it. */
export interface FeedItems {
  readonly items: readonly Item[];
  /** What could not be read. */
  readonly failures: readonly string[];
}

/** @param memoryOf what is remembered of a feed */
export async function readItems(
  sources: readonly string[],
  memoryOf: (feed: string) => Promise<FeedMemory>,
): Promise<FeedItems> {
  if (sources.length === 0) throw new InputError('It is not known which feeds to read: give --feeds');
  const { feeds, loopback, close } = await openFeedSources(sources);
  const readFeed = createReadFeed({ userAgent: userAgent(process.env['CONTACT']), loopback });
  try {
    const now = new Date();
    const read = await Promise.all(
      feeds.map(async (feed) => {
        const outcome = await readFeed(feed, NO_VALIDATORS, now);
        if (outcome.outcome !== 'read')
          return { items: [], failure: outcome.outcome === 'failed' ? `${feed.id}: ${outcome.why}` : null };
        const { dated } = recall(outcome.items, await memoryOf(feed.id), { now, replays: false });
        return { items: dated.map(({ item }) => item), failure: null };
      }),
    );
    return {
      items: read.flatMap(({ items }) => items),
      failures: read.flatMap(({ failure }) => failure ?? []),
    };
  } finally {
    await close();
  }
}

export function isNamed({ guid, link, id }: Item, name: string): boolean {
  return guid === name || link === name || id === name;
}

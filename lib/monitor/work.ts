import type { FeedMemory } from '../model/feed.ts';
import { type Item, versionKey } from '../model/item.ts';
import type { Story } from '../model/story.ts';
import type { Recalled } from './feed-memory.ts';
import { refOf, type StoryRef } from './story-ref.ts';

/** A document that was read, beside what is remembered of its feed. */
export interface ReadDocument {
  /** The stories that read its feed. */
  readonly refs: readonly StoryRef[];
  /** The stories that its items are held against; none where nothing in it is new to them. */
  readonly stories: readonly Story[];
  readonly memory: FeedMemory;
  readonly recalled: Recalled;
}

/** An item, and the stories that it is to be held against. */
export interface Work {
  readonly item: Item;
  readonly stories: ReadonlySet<Story>;
}

/** What is to be judged, in the order in which it was said: new and edited items by all stories of their feeds, the others by changed ones. */
export function workOn(
  documents: ReadonlyMap<string, ReadDocument>,
  renewed: ReadonlySet<string>,
): { items: number; work: Work[] } {
  const all = new Map<string, Item>();
  for (const [feed, { recalled }] of documents)
    for (const { item } of recalled.dated) {
      const known = all.get(versionKey(item));
      const feeds = [...new Set([...(known?.feeds ?? []), feed])].toSorted();
      all.set(versionKey(item), { ...(known && !isBefore(item, known) ? known : item), feeds });
    }
  const work = new Map<string, Work>();
  for (const [feed, { stories, memory, recalled }] of documents) {
    const changed = renewed.has(feed) ? stories : staleFor(memory, stories);
    for (const { item, isNew } of recalled.dated) {
      const asking = isNew ? stories : changed;
      if (asking.length === 0) continue;
      const key = versionKey(item);
      const others = work.get(key)?.stories ?? [];
      work.set(key, { item: all.get(key) ?? item, stories: new Set([...others, ...asking]) });
    }
  }
  const inOrder = [...work.values()].toSorted(
    (a, b) => a.item.saidAt.localeCompare(b.item.saidAt) || a.item.id.localeCompare(b.item.id),
  );
  return { items: all.size, work: inOrder };
}

/** Where two feeds date one text differently the earlier date holds; the same text of two outlets is the first one's by name. */
function isBefore(one: Item, other: Item): boolean {
  const words = ({ saidAt, source, link }: Item) => [saidAt, source, link].join('\n');
  return words(one) < words(other);
}

/** The stories that a feed's items were not held against as they are now. */
function staleFor({ judged }: FeedMemory, stories: readonly Story[]): readonly Story[] {
  return stories.filter((story) => isOther(judged, refOf(story)));
}

function isOther(judged: FeedMemory['judged'], { slug, revision }: StoryRef): boolean {
  return judged[slug] !== revision;
}

/** Whether a document has anything to hold against a story. */
export function tellsAny(
  { refs, memory: { judged }, recalled: { dated } }: Omit<ReadDocument, 'stories'>,
  isRenewed: boolean,
): boolean {
  const isNews = dated.some(({ isNew }) => isNew);
  const isChanged = dated.length > 0 && (isRenewed || refs.some((ref) => isOther(judged, ref)));
  return refs.length > 0 && (isNews || isChanged);
}

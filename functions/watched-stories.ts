import pLimit from 'p-limit';
import { hasEnded } from '../lib/model/baseline.ts';
import type { KeptStory, Stories } from '../lib/monitor/ports.ts';
import { refOf, type StoryRef } from '../lib/monitor/story-ref.ts';

/** The stories whose watch has not ended, as `check-feeds` needs them. */
export interface WatchedStories {
  all(): Promise<KeptStory[]>;
  /** One by its slug, as it is kept now; null where it is not watched. */
  one(slug: string): Promise<KeptStory | null>;
  /** Those of these that are watched; one that was read a moment ago in the wanted revision is not read again. */
  of(refs: readonly StoryRef[]): Promise<KeptStory[]>;
}

/** A story that was deleted or retired is judged for so long at most, in milliseconds. */
const KNOWN_MS = 60_000;

/** Known from one batch to the next. */
export function watchedStories(records: Stories, now: () => Date): WatchedStories {
  const known = new Map<string, { readonly story: KeptStory; readonly readAt: number }>();
  /** Those that an older version left are left alone: a deployment, or the first command that writes, brings them up. */
  const current = (stories: readonly KeptStory[]) =>
    stories.filter(({ baseline, isOlder }) => !isOlder && !hasEnded(baseline, now()));
  async function find(refs: readonly StoryRef[]): Promise<KeptStory[]> {
    const oldest = now().getTime() - KNOWN_MS;
    const found = new Map<string, KeptStory>();
    for (const { slug, revision } of refs) {
      const one = known.get(slug);
      if (one && one.readAt >= oldest && refOf(one.story).revision === revision) found.set(slug, one.story);
    }
    const unknown = refs.map(({ slug }) => slug).filter((slug) => !found.has(slug));
    const read = unknown.length > 0 ? await records.storiesNamed(unknown) : [];
    for (const story of current(read)) {
      found.set(story.baseline.story, story);
      known.set(story.baseline.story, { story, readAt: now().getTime() });
    }
    return refs.flatMap(({ slug }) => found.get(slug) ?? []);
  }
  // The feeds of a batch ask at the same time, mostly for the same stories.
  const oneAtATime = pLimit(1);
  return {
    all: async () => current(await records.stories()),
    async one(slug) {
      const [story = null] = current(await records.storiesNamed([slug]));
      return story;
    },
    of: (refs) => oneAtATime(find, refs),
  };
}

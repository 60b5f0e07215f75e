import { hasEnded } from '../lib/model/baseline.ts';
import type { KeptStory, Stories } from '../lib/monitor/ports.ts';
import { refOf, type StoryRef } from '../lib/monitor/story-ref.ts';

/** The stories whose watch has not ended, as `check-feeds` needs them. */
export interface WatchedStories {
  all(): Promise<KeptStory[]>;
  /** One by its slug, as it is kept now; null where it is not watched. */
  one(slug: string): Promise<KeptStory | null>;
  /** Those of these that are watched; one that is known in the wanted revision is not read again. */
  of(refs: readonly StoryRef[]): Promise<KeptStory[]>;
}

/** Known for as long as the function's environment lives. */
export function watchedStories(records: Stories, now: () => Date): WatchedStories {
  const known = new Map<string, KeptStory>();
  /** Those that an older version left are left alone: a deployment, or the first command that writes, brings them up. */
  const current = (stories: readonly KeptStory[]) =>
    stories.filter(({ baseline, isOlder }) => !isOlder && !hasEnded(baseline, now()));
  return {
    all: async () => current(await records.stories()),
    async one(slug) {
      const [story = null] = current(await records.storiesNamed([slug]));
      return story;
    },
    async of(refs) {
      const isKnown = ({ slug, revision }: StoryRef) => {
        const story = known.get(slug);
        return story !== undefined && refOf(story).revision === revision;
      };
      const unknown = refs.filter((ref) => !isKnown(ref)).map(({ slug }) => slug);
      for (const slug of unknown) known.delete(slug);
      if (unknown.length > 0)
        for (const story of current(await records.storiesNamed(unknown)))
          known.set(story.baseline.story, story);
      return refs
        .flatMap(({ slug }) => known.get(slug) ?? [])
        .filter(({ baseline }) => !hasEnded(baseline, now()));
    },
  };
}

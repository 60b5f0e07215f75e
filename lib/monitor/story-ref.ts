import type { Story } from '../model/story.ts';
import { digest } from './digest.ts';

/** A story by its name, and what changes with whatever a check of it goes by: its text, and what judges it. */
export interface StoryRef {
  readonly slug: string;
  readonly revision: string;
}

export function refOf({
  baseline: { story, reader },
  digest: own,
}: Pick<Story, 'baseline' | 'digest'>): StoryRef {
  return { slug: story, revision: reader === undefined ? own : digest(`${own} ${reader}`) };
}

/** Of stories as a whole: a feed that was judged for others reads its document again. */
export function digestOfRefs(refs: readonly StoryRef[]): string {
  return digest(
    refs
      .map(({ slug, revision }) => `${slug} ${revision}`)
      .toSorted()
      .join('\n'),
  );
}

/** The feeds of stories, by their URLs, each with those that read it. */
export function readersOf(stories: readonly Story[]): Map<string, StoryRef[]> {
  const feeds = new Map<string, StoryRef[]>();
  for (const story of stories) {
    const ref = refOf(story);
    for (const url of new Set(story.baseline.feeds)) {
      const refs = feeds.get(url) ?? [];
      feeds.set(url, refs);
      refs.push(ref);
    }
  }
  return feeds;
}

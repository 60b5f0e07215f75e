import type { KeptStory } from './ports.ts';

/** What a story's kept items were held against, and by which reader. */
export function judgedBy({ digest }: Pick<KeptStory, 'digest'>, reader: string): string {
  return `${digest} ${reader}`;
}

/** Whether a story or its reader has changed since its kept items were last judged, or some could not be judged then. */
export function isStale(story: Pick<KeptStory, 'digest' | 'judged'>, reader: string): boolean {
  return story.judged !== judgedBy(story, reader);
}

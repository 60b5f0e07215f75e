import type { KeptStory } from './ports.ts';

/** Whether a story has changed since its kept items were last held against it. */
export function isStale({ digest, judged }: Pick<KeptStory, 'digest' | 'judged'>): boolean {
  return digest !== judged;
}

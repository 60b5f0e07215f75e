import type { ReaderIdentity } from '../model/answer.ts';
import type { KeptStory } from './ports.ts';

/** Changes where proofs or values do: what is kept of all stories is judged again. */
const JUDGING = 2;

/** What a story's kept items were held against, and how: by which reader, of what worth, by which proofs. */
export function judgedBy({ digest }: Pick<KeptStory, 'digest'>, { id, worth }: ReaderIdentity): string {
  return [digest, id, worth, JUDGING].join(' ');
}

/** The id of the reader by which a story was last judged; null where it never was. */
export function readerIdOf({ judged }: Pick<KeptStory, 'judged'>): string | null {
  return judged?.split(' ')[1] ?? null;
}

/** Whether a story or how it is judged has changed since its kept items were last judged. */
export function isStale(story: Pick<KeptStory, 'digest' | 'judged'>, reader: ReaderIdentity): boolean {
  return story.judged !== judgedBy(story, reader);
}

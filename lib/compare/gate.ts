import type { PreparedStory } from './prepared-story.ts';
import type { ItemPart } from './read-item.ts';

/** Whether an item is of the story, and the words that say so. */
export interface GateVerdict {
  readonly passed: boolean;
  readonly score: number;
  readonly needed: number;
  readonly words: readonly string[];
}

/** Recall comes first: what passes still has to speak of a claim. */
const NEEDED = 1;
/** A paragraph of an article that is of something else must say plainly that it is of the story. */
const NEEDED_ALONE = 2;

/**
 * An item, or a paragraph of it, is of the story when the story's own telling terms stand in it with enough weight.
 * @param alone it is a paragraph of an item whose head is not of the story
 */
export function gate(
  { anchors, words, publishedOn }: PreparedStory,
  { terms, saidOn }: ItemPart,
  { alone = false } = {},
): GateVerdict {
  const needed = alone ? NEEDED_ALONE : NEEDED;
  const found = [...terms]
    .filter((term) => anchors.has(term))
    .toSorted((a, b) => (anchors.get(b) ?? 0) - (anchors.get(a) ?? 0));
  const score = found.reduce((sum, term) => sum + (anchors.get(term) ?? 0), 0);
  return {
    passed: score >= needed && saidOn >= publishedOn,
    score,
    needed,
    words: found.slice(0, 8).map((term) => words.get(term) ?? term),
  };
}

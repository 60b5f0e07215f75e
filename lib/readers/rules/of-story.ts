import type { PreparedStory } from './prepared-story.ts';
import type { ItemPart } from './read-item.ts';

/** Whether a part of an item has so much of the story that the rules may judge it: the gate (lib/compare/gate.ts) lets more through. */
export interface OfStory {
  readonly passed: boolean;
  readonly score: number;
  readonly needed: number;
}

const NEEDED = 1;
/** A paragraph of an article that is of something else must say plainly that it is of the story. */
const NEEDED_ALONE = 2;

/** @param alone it is a paragraph of an item whose head is not of the story */
export function ofStory({ anchors }: PreparedStory, { terms }: ItemPart, alone: boolean): OfStory {
  const needed = alone ? NEEDED_ALONE : NEEDED;
  const score = [...terms].reduce((sum, term) => sum + (anchors.get(term) ?? 0), 0);
  return { passed: score >= needed, score, needed };
}

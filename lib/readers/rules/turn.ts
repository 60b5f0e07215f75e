import { informativeness } from '../../text/frequencies.ts';
import { isWord } from '../../text/tokens.ts';
import { FUNCTION_WORDS, SAY_WORDS } from '../../text/words.ts';
import type { Clause } from './facet.ts';
import { facetsOf } from './facets-of.ts';
import type { PreparedStory } from './prepared-story.ts';
import type { ReadItem } from './read-item.ts';

/** A word that no claim has, in a headline of the story: when several outlets have it at once, it marks a turn. */
export interface TurnMark {
  readonly clause: Clause;
  readonly key: string;
  /** From 0 to 1. */
  readonly score: number;
}

/** Gate score from which an item is plainly of the story. */
const PLAINLY = 1.6;
/** Words that more of the news has mark nothing; on the scale of `informativeness`. */
const RARE = 0.55;
/** So many words of a headline are kept, the rarest first. */
const MARKS = 3;

export function turnMarks(story: PreparedStory, { anchored, sentences }: ReadItem): TurnMark[] {
  const clauses = sentences[0]?.clauses ?? [];
  // A turn is something that happened, not what a headline asks or explains.
  if (anchored < PLAINLY || !facetsOf(clauses, 'event').some(({ phase }) => phase === 'done')) return [];
  const known = new Set(story.claims.flatMap(({ terms }) => [...terms.keys()]));
  const marks = new Map<string, TurnMark>();
  for (const clause of clauses) {
    for (const token of clause.tokens) {
      const { key, lower } = token;
      const rarity = informativeness(key);
      if (
        !isWord(token) ||
        /^\d/.test(key) ||
        key.length < 4 ||
        FUNCTION_WORDS.has(lower) ||
        SAY_WORDS.has(lower)
      )
        continue;
      if (known.has(key) || story.anchors.has(key) || rarity < RARE) continue;
      marks.set(key, { clause, key, score: rarity });
    }
  }
  return [...marks.values()]
    .toSorted((a, b) => b.score - a.score || a.key.localeCompare(b.key))
    .slice(0, MARKS);
}

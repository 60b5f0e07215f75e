import { type Standing, standings } from '../compare/standing.ts';
import { type Claim, lastWatched } from '../model/baseline.ts';
import type { ChangeRecord } from '../model/report.ts';
import type { Story } from '../model/story.ts';
import type { Move } from './announcement.ts';
import { digest } from './digest.ts';
import type { QuietState } from './quiet.ts';

/** What one channel told of a story, each id with the time at which it did; null where that is not known. */
export type Told = ReadonlyMap<string, string | null>;

/** A move with its reason. */
export interface Moved {
  readonly move: Move;
  readonly because: ChangeRecord | null;
  readonly cause: 'time' | 'edited' | 'read anew';
}

/** The claims that stand otherwise than was told, each with the record by which they do. */
export function movesOf(
  story: Story,
  records: readonly ChangeRecord[],
  told: Told,
  quiet: QuietState,
  now: Date,
): Moved[] {
  const words = lastWords(told);
  return standings(story, records, lastWatched(story.baseline, now)).flatMap(
    ({ claim, standing, records: own }): Moved[] => {
      const last = lastTold(claim, words.get(claim.id), quiet);
      // What is only possible is told to nobody.
      if (standing === 'in question' || last.standing === standing) return [];
      const id = `standing.${claim.id}.${last.count + 1}.${standing}.${textOf(claim)}`;
      const move = { id, claim, before: last.standing, after: standing };
      if (standing === 'lapsed') return [{ move, because: null, cause: 'time' }];
      const because = own.findLast(({ certainty }) => certainty === 'sure') ?? null;
      return [{ move, because, cause: last.isEdited ? 'edited' : 'read anew' }];
    },
  );
}

/** A word on a claim, `standing.CLAIM.COUNT.STANDING.TEXT`; version 0.1.0 noted no text. */
interface Word {
  readonly count: number;
  readonly standing: Standing;
  readonly text: string | undefined;
  readonly at: string;
}

/** The last word on each claim, by its id. */
function lastWords(told: Told): ReadonlyMap<string, Word> {
  const words = new Map<string, Word>();
  for (const [id, at] of told) {
    const [about, claim = '', count, standing, text] = id.split('.');
    if (about !== 'standing') continue;
    const word = { count: Number(count), standing: standing as Standing, text, at: at ?? '' };
    if (word.count >= (words.get(claim)?.count ?? 0)) words.set(claim, word);
  }
  return words;
}

/** Where a claim stood by the last word on it, or, where that is later, by what is told to nobody. */
function lastTold(claim: Claim, last: Word | undefined, quiet: QuietState) {
  if (!last) return { count: 0, standing: quiet.untold.get(claim.id) ?? 'stands', isEdited: false };
  const { count } = last;
  if (last.at < quiet.at)
    return { count, standing: quiet.standings.get(claim.id) ?? last.standing, isEdited: false };
  return {
    count,
    standing: last.standing,
    isEdited: last.text !== undefined && last.text !== textOf(claim),
  };
}

function textOf({ text }: Claim): string {
  return digest(text);
}

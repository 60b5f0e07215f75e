import type { DraftedClaim, DraftFault } from '../draft.ts';
import type { DraftArticle } from '../model/request.ts';
import type { Sentence } from '../sentences.ts';
import { lostCue, turnedRound } from './cues.ts';
import { strangeDate } from './dates.ts';
import { strangeFigure } from './figures.ts';
import { strangeName } from './names.ts';
import { type Source, sourceOf } from './source.ts';

/** What is asked of each claim, in this order; the words of the first place that fails, or null. */
const PROOFS: readonly {
  readonly fault: DraftFault['fault'];
  readonly failing: (claim: string, source: Source) => string | null;
}[] = [
  { fault: 'sentences', failing: (_claim, { cited }) => (cited.length === 0 ? 'none' : null) },
  { fault: 'name', failing: strangeName },
  { fault: 'date', failing: strangeDate },
  { fault: 'figure', failing: strangeFigure },
  { fault: 'speech', failing: (claim, source) => lostCue(claim, source, 'speech') },
  { fault: 'hedge', failing: (claim, source) => lostCue(claim, source, 'hedge') },
  { fault: 'negation', failing: turnedRound },
];

/** The proofs that a claim fails against its article; none where it says nothing that the article does not. */
export function proveClaim(
  claim: Pick<DraftedClaim, 'text' | 'sentences'>,
  article: DraftArticle,
  sentences: readonly Sentence[],
): DraftFault[] {
  const source = sourceOf(claim, article, sentences);
  return PROOFS.flatMap(({ fault, failing }) => {
    const words = failing(claim.text, source);
    return words === null ? [] : [{ fault, words }];
  });
}

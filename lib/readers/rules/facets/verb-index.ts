import type { Token } from '../../../text/span.ts';
import { conjugate, type VerbForm } from '../../../text/verbs.ts';
import { wordSet } from '../../../text/words.ts';

/** What a verb says about the event that it governs. */
export type PredicateClass = 'event' | 'happens' | 'ends' | 'cancels' | 'postpones' | 'affirms';

/** One form of a verb of interest. */
export interface VerbEntry {
  readonly lemma: string;
  readonly form: VerbForm;
  readonly rest: readonly string[];
  readonly class: PredicateClass;
}

/** Entries of verbs by the spelling of their first word, longest terms first. */
export class VerbIndex {
  private readonly byFirstWord = new Map<string, VerbEntry[]>();

  add(terms: string, predicateClass: PredicateClass): this {
    for (const term of terms.split(' ').filter(Boolean)) {
      const [first = '', ...rest] = term.split('_');
      for (const [spelling, form] of conjugate(first)) {
        const entries = this.byFirstWord.get(spelling) ?? [];
        entries.push({ lemma: term, form, rest, class: predicateClass });
        this.byFirstWord.set(
          spelling,
          entries.sort((a, b) => b.rest.length - a.rest.length),
        );
      }
    }
    return this;
  }

  /** The longest terms that begin at a token, each with its form. */
  at(tokens: readonly Token[], i: number): VerbEntry[] {
    const entries = this.byFirstWord.get(tokens[i]?.lower ?? '') ?? [];
    const fitting = entries.filter(({ rest }) =>
      rest.every((word, k) => tokens[i + 1 + k]?.lower === word || apart(tokens, i, rest, k)),
    );
    return fitting.filter(({ rest }) => rest.length === (fitting[0]?.rest.length ?? 0));
  }
}

const PARTICLES = wordSet('off back up down out over away on ahead');
/** How many words of an object may stand between a verb and its particle. */
const OBJECT_LENGTH = 8;

/** `call it off`, `roll the rocket back`: an object without a verb or a comma of its own stands between. */
function apart(tokens: readonly Token[], i: number, rest: readonly string[], k: number): boolean {
  const particle = rest[0] ?? '';
  if (rest.length !== 1 || k !== 0 || !PARTICLES.has(particle)) return false;
  const at = tokens.findIndex(
    (token, j) => j > i + 1 && j <= i + 1 + OBJECT_LENGTH && token.lower === particle,
  );
  return (
    at > 0 &&
    tokens
      .slice(i + 1, at)
      .every((token) => /^[\p{L}\d'’-]+$/u.test(token.text) && !CLOSES_OBJECT.has(token.lower))
  );
}

const CLOSES_OBJECT = wordSet(
  'to in at for with from by on after before until that who which said says will is are was were has have had',
);

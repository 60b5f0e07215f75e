import type { Token } from '../../../text/span.ts';
import { tokenize } from '../../../text/tokens.ts';
import { isPastForm } from '../../../text/verbs.ts';
import { wordSet } from '../../../text/words.ts';
import type { Sentence } from '../facet.ts';

/** A run of a sentence's tokens that says one thing. */
export interface ClauseText {
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];
  readonly start: number;
  readonly end: number;
  readonly role: 'main' | 'subordinate';
}

const SUBORDINATING = wordSet(
  'after before as while because since although though if unless whether until when where who which whose following amid despite including though whereas once following',
);
const COORDINATING = wordSet('and but or nor');
const AUXILIARIES = wordSet(
  "will would has have had is are was were may might could should can won't wouldn't hasn't haven't hadn't isn't aren't wasn't weren't did does",
);
/** `as planned`, `as many as`, `as part of`: the second word of set phrases in which `as` opens no clause. */
const AFTER_AS = wordSet(
  'planned scheduled expected many much well part soon early late of long far a an the president prime chief head secretary',
);
const DASH = /^[–—;]$/;

/** A sentence with its tokens. */
export function toSentence(text: string, headline: boolean): Sentence {
  return { text, headline, tokens: tokenize(text) };
}

/**
 * The clauses of a sentence, each with one thing to say: split at dashes and semicolons, before words that
 * open a clause, and at `and` where a verb follows on both sides.
 */
export function splitClauses(sentence: Sentence): ClauseText[] {
  const { tokens } = sentence;
  const starts: { at: number; role: ClauseText['role'] }[] = [
    { at: 0, role: opensSubordinate(tokens, 0) ? 'subordinate' : 'main' },
  ];
  for (let i = 1; i < tokens.length; i++) {
    const boundary =
      boundaryAt(tokens, i, sentence) ??
      endOfOpening(tokens, i, starts.length === 1 && starts[0]?.role === 'subordinate');
    if (boundary) starts.push({ at: i, role: boundary });
  }
  return starts.flatMap(({ at, role }, k) => {
    const run = tokens.slice(at, starts[k + 1]?.at ?? tokens.length);
    const first = run[0];
    const last = run.at(-1);
    if (!first || !last) return [];
    return [{ sentence, tokens: run, start: first.start, end: last.end, role }];
  });
}

function boundaryAt(
  tokens: readonly Token[],
  i: number,
  { text, headline }: Sentence,
): ClauseText['role'] | null {
  const word = tokens[i]?.lower ?? '';
  const before = tokens[i - 1];
  if (DASH.test(before?.text ?? '')) return 'main';
  if (before?.text === '-' && /\s-\s/.test(text.slice(before.start - 1, before.end + 1))) return 'main';
  if (word === 'in' && tokens[i + 1]?.lower === 'case') return 'subordinate';
  if (word === 'even' && tokens[i + 1]?.lower === 'if') return 'subordinate';
  const afterComma = before?.text === ',';
  if (SUBORDINATING.has(word) && opensSubordinate(tokens, i)) {
    return word === 'who' || word === 'which' || afterComma || i > 2 ? 'subordinate' : null;
  }
  if (afterComma && hasSubjectAndVerb(tokens, i)) return 'main';
  if (afterComma && headline && isSecondPredicate(tokens, i)) return 'main';
  if (COORDINATING.has(word) && hasVerb(tokens.slice(0, i)) && verbFollows(tokens, i)) return 'main';
  return null;
}

/** `While X goes to Moscow, Y is to …`: the first comma ends a subordinate clause that opens the sentence. */
function endOfOpening(tokens: readonly Token[], i: number, stillOpening: boolean): ClauseText['role'] | null {
  return stillOpening && tokens[i - 1]?.text === ',' && verbFollows(tokens, i - 1) ? 'main' : null;
}

function opensSubordinate(tokens: readonly Token[], i: number): boolean {
  const word = tokens[i]?.lower ?? '';
  if (!SUBORDINATING.has(word)) return false;
  const next = tokens[i + 1]?.lower ?? '';
  if (word === 'as')
    return (
      !AFTER_AS.has(next) && !/^(?:well|soon|early|far|long|many|much)$/.test(tokens[i - 1]?.lower ?? '')
    );
  if (word === 'before') return next !== 'long';
  return true;
}

/** `…, X will …`: a comma after which a new subject gets its verb within a few words. */
function hasSubjectAndVerb(tokens: readonly Token[], i: number): boolean {
  if (tokens[i]?.lower === 'and' || tokens[i]?.lower === 'but')
    return hasVerb(tokens.slice(0, i)) && verbFollows(tokens, i);
  return false;
}

/** `NASA completes test, targets March launch`: in a headline a comma stands for `and`. */
function isSecondPredicate(tokens: readonly Token[], i: number): boolean {
  const next = tokens[i + 1];
  return (
    next !== undefined &&
    /[a-z]{2}s$/.test(tokens[i]?.lower ?? '') &&
    /^[\p{L}\d]/u.test(next.text) &&
    hasVerb(tokens.slice(0, i))
  );
}

function isVerb(token: Token | undefined): boolean {
  return token !== undefined && (AUXILIARIES.has(token.lower) || isPastForm(token.lower));
}

function hasVerb(tokens: readonly Token[]): boolean {
  return (
    tokens.some(isVerb) ||
    tokens.some((token) => token.lower === 'to') ||
    tokens.some((token, i) => i > 0 && /[a-z]s$/.test(token.lower))
  );
}

/** A verb stands within six words after a conjunction, before the next comma. */
function verbFollows(tokens: readonly Token[], i: number): boolean {
  for (let k = i + 1; k < Math.min(tokens.length, i + 7); k++) {
    if (tokens[k]?.text === ',') return false;
    if (isVerb(tokens[k])) return true;
  }
  return false;
}

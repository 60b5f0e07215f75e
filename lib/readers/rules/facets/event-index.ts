import { readNumber } from '../../../text/numbers.ts';
import type { Token } from '../../../text/span.ts';
import { wordSet } from '../../../text/words.ts';
import type { ClauseText } from './clauses.ts';
import { LIFECYCLES, type Lifecycle } from './data/lifecycles.ts';
import type { Head } from './lifecycles.ts';
import { type Predicate, readPredicate } from './phases.ts';
import { isAdjective } from './verb-grammar.ts';
import { VerbIndex } from './verb-index.ts';

type Part = 'done' | 'cancelled' | 'postponed' | 'affirmed';
const CLASS_OF_PART = {
  done: 'ends',
  cancelled: 'cancels',
  postponed: 'postpones',
  affirmed: 'affirms',
} as const;

const verbs = new VerbIndex();
/** Heads that a verb stands for. */
const headsOfVerb = new Map<string, Head[]>();
/** What announces a phase of one head only, where its noun stands in the same clause. */
export const ownPredicates = new Map<Head, VerbIndex>();
/** Nominal terms, singular and plural, by their first word. */
const nouns = new Map<string, { head: Head; words: readonly string[] }[]>();

for (const [id, lifecycle] of Object.entries(LIFECYCLES) as [Head, Lifecycle][]) {
  for (const term of (lifecycle.verbs ?? '').split(' ').filter(Boolean)) {
    if (!headsOfVerb.has(term)) verbs.add(term, 'event');
    headsOfVerb.set(term, [...(headsOfVerb.get(term) ?? []), id]);
  }
  const own = new VerbIndex();
  for (const part of Object.keys(CLASS_OF_PART) as Part[])
    own.add(lifecycle[part] ?? '', CLASS_OF_PART[part]);
  ownPredicates.set(id, own);
  for (const term of (lifecycle.nouns ?? '').split(' ').filter(Boolean)) {
    for (const form of [term, plural(term)]) {
      const words = form.split(/[_-]/);
      const entries = nouns.get(words[0] ?? '') ?? [];
      entries.push({ head: id, words });
      nouns.set(
        words[0] ?? '',
        entries.sort((a, b) => b.words.length - a.words.length),
      );
    }
  }
}

/** Nouns that an event's noun before them only qualifies. */
export const CONTAINERS = wordSet(
  'death toll alarm site scene victim victims survivor survivors pad complex vehicle director team crew controller controllers official officials chief leader leaders room minister office board bench house hall watchdog service department agency law lawyer lawyers committee commission inquiry investigation probe hearing hotline zone area market season portal process rate rates relief money ship window spokesman spokeswoman fund funds record hero',
);
const DETERMINERS = wordSet(
  'a an the this that his her its their our first second third final last latest new of talks',
);
const VERBAL_BEFORE = wordSet("to will may might could would should can not n't they he she we it who and");

/** The event's noun that begins at a token, with the heads that it stands for; null where none does. */
export function nounAt(tokens: readonly Token[], i: number): { heads: Head[]; length: number } | null {
  if (isMonth(tokens, i)) return null;
  // `plan to hold a protest`: what is planned is the event.
  if (/^plans?$/.test(tokens[i]?.lower ?? '') && tokens[i + 1]?.lower === 'to') return null;
  const entries = nouns.get(bare(tokens[i])) ?? [];
  const fitting = entries.filter(({ words }) => wordRun(tokens, i, words) > 0);
  const longest = fitting[0]?.words.length ?? 0;
  if (longest === 0) return null;
  const best = fitting.filter(({ words }) => words.length === longest);
  return {
    heads: [...new Set(best.map(({ head }) => head))],
    length: wordRun(tokens, i, best[0]?.words ?? []),
  };
}

/** `11 March`, `to March after the leak`: the month, not a protest. */
function isMonth(tokens: readonly Token[], i: number): boolean {
  return (
    /^(?:March|May)$/.test(tokens[i]?.text ?? '') &&
    !/^(?:the|a|his|her|their)$/.test(tokens[i - 1]?.lower ?? '')
  );
}

/** How many tokens the words cover from `i` on, hyphens between them included; 0 where they don't stand there. */
function wordRun(tokens: readonly Token[], i: number, words: readonly string[]): number {
  let at = i;
  for (const [k, word] of words.entries()) {
    if (k > 0 && tokens[at]?.text === '-') at++;
    if (bare(tokens[at]) !== word) return 0;
    at++;
  }
  return at - i;
}

export function bare(token: Token | undefined): string {
  return token?.lower.replace(/'s?$/, '') ?? '';
}

function plural(term: string): string {
  if (/[^aeiou]y$/.test(term)) return `${term.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/.test(term) ? `${term}es` : `${term}s`;
}

/** Verbs of events at a token. Where the word is a noun as well, its neighbours decide. */
export function verbAt(
  clause: ClauseText,
  i: number,
  alsoNoun: boolean,
): { predicate: Predicate; heads: Head[] }[] {
  const { tokens, sentence } = clause;
  if (CONTAINERS.has(bare(tokens[i + 1])) || isMonth(tokens, i)) return [];
  // `shares closed at $19`: a price, not an end.
  if (bare(tokens[i]) === 'closed' && tokens[i + 1]?.lower === 'at') return [];
  return verbs.at(tokens, i).flatMap((entry) => {
    if (tokens[i + 1]?.lower === 'ahead') return [];
    if (alsoNoun && entry.rest.length === 0 && !isVerbal(tokens, i, entry.form)) return [];
    const predicate = readPredicate(tokens, i, entry, sentence.headline);
    if (predicate.phase === 'mentioned' && (entry.form === 'ing' || isAdjective(entry.lemma, entry.form)))
      return [];
    return [{ predicate, heads: headsOfVerb.get(entry.lemma) ?? [] }];
  });
}

function isVerbal(tokens: readonly Token[], i: number, form: string): boolean {
  const before = tokens[i - 1];
  const after = tokens[i + 1];
  if (form === 'past') return true;
  if (VERBAL_BEFORE.has(before?.lower ?? '') || /ly$/.test(before?.lower ?? ''))
    return before?.lower !== 'and';
  if (form === 'ing') return /^(?:is|are|was|were|be|been)$/.test(before?.lower ?? '');
  if (form !== 's' && form !== 'base') return false;
  if (!before || DETERMINERS.has(before.lower) || !after) return false;
  // `Trump meets Zelensky`, `Police arrest three`: who does it before, an object after.
  const subject = form === 's' ? before.capital : PLURALS.test(before.lower);
  const object =
    after.capital ||
    /^(?:the|a|an|his|her|its|their|with|in|at|\d.*)$/.test(after.lower) ||
    !Number.isNaN(readNumber(after.lower));
  return subject && object;
}

/** Who can stand before a verb without -s: `ministers meet`, `police arrest`. */
const PLURALS = /^(?:police|people|men|women|troops|[a-z]{3,}[^s]s|hundreds|thousands|dozens)$/;

import type { Sentence } from '../sentences.ts';
import { isQuoted } from './quoted.ts';

/** People of an article, full names by surnames. */
export type People = ReadonlyMap<string, string>;

/** A sentence in which each person has the full name, at the first mention. */
export function withFullNames(text: string, people: People): string {
  let rest = text;
  for (const [surname, full] of people) {
    if (rest.includes(full)) continue;
    const told = rest;
    rest = rest.replace(alone(surname), (own, at: number) => (isQuoted(told, at) ? own : full));
  }
  return rest;
}

/** A surname by itself: in `Tarn Bridge` and `Mrs Tarn` it is part of another name. */
function alone(surname: string): RegExp {
  return new RegExp(`(?<![\\p{L}-]|\\p{Lu}\\p{Ll}+\\.?\\s)${surname}(?![\\p{L}-]|\\s\\p{Lu})`, 'u');
}

const OPENING = /^(?<word>He|She)(?=\s)/;

/**
 * A sentence whose opening pronoun is the one person whom the sentence before names, in the same paragraph. Where that
 * names none, or several, it stays as it is.
 */
export function withoutPronoun(text: string, before: readonly Sentence[], people: People): string {
  if (!OPENING.test(text)) return text;
  for (const { text: earlier } of before.toReversed()) {
    const named = [...people].filter(
      ([surname, full]) => earlier.includes(full) || alone(surname).test(earlier),
    );
    if (named.length > 1) return text;
    const [, full] = named[0] ?? [];
    if (full !== undefined) return text.replace(OPENING, full);
    // Only where that sentence goes on about the same one is the one before it asked.
    if (!OPENING.test(earlier)) return text;
  }
  return text;
}

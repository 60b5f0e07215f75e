import type { Token } from './span.ts';
import { isWord, tokenize } from './tokens.ts';
import { FUNCTION_WORDS, SAY_WORDS } from './words.ts';

/** The keys of the words that tell something. */
export function termsOf(runs: readonly { readonly tokens: readonly Token[] }[]): Set<string> {
  const keys = new Set<string>();
  for (const { tokens } of runs) {
    for (const token of tokens) {
      if (
        token.key &&
        isWord(token) &&
        !FUNCTION_WORDS.has(token.lower) &&
        !SAY_WORDS.has(token.lower) &&
        token.key.length > 1
      )
        keys.add(token.key);
    }
  }
  return keys;
}

/** The same of a text. */
export function termsIn(text: string): Set<string> {
  return termsOf([{ tokens: tokenize(text) }]);
}

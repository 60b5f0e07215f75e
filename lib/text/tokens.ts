import { stemmer } from 'stemmer';
import { countryKey } from './gazetteer.ts';
import type { Token } from './span.ts';

const WORD = /\p{Lu}\.(?:\p{Lu}\.)+|\p{L}[\p{L}\p{M}]*(?:['’][\p{L}]+)*|\d+(?:[.,:]\d+)*|[^\s\p{L}\d]/gu;

/** The longest name of a country in words ("Bosnia and Herzegovina"). */
const LONGEST_COUNTRY = 3;

/**
 * Words and signs of a text with their places. Hyphens part words, apostrophes don't; the words of one
 * country's name share one key: `United States`, `US` and `American` are all `united-states`.
 */
export function tokenize(text: string): Token[] {
  const tokens = Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({
    text: word,
    lower: word.toLowerCase().replaceAll('’', "'"),
    key: termKey(word),
    start: index,
    end: index + word.length,
    capital: /^\p{Lu}/u.test(word),
  }));
  return tokens.map((token, i) => {
    for (let length = LONGEST_COUNTRY; length > 1; length--) {
      for (let back = 0; back < length; back++) {
        const words = tokens.slice(i - back, i - back + length);
        if (i - back < 0 || words.length < length || !token.capital) continue;
        const key = countryKey(words.map((word) => word.text).join(' '));
        if (key) return { ...token, key: back === 0 ? key : '' };
      }
    }
    return token;
  });
}

/** What spellings and forms of one word share: `Zelenskyy's` and `Zelensky`, `visits` and `visiting`. */
export function termKey(word: string): string {
  const country = countryKey(word);
  if (country) return country;
  const bare = word.toLowerCase().replaceAll('’', "'").replace(/'s?$/, '');
  return /^\d/.test(bare) ? bare.replaceAll(',', '') : skeleton(stemmer(plainLetters(bare)));
}

/** Letters without accents: `Türkiye` → `Turkiye`. */
function plainLetters(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[øØ]/g, 'o').replace(/[łŁ]/g, 'l');
}

/** Romanisations differ in y, i and doubled letters: `Zelenskyy`, `Zelenskiy`, `Zelensky`; `Yury`, `Yuri`. */
function skeleton(word: string): string {
  return word.replace(/[yij]+/g, 'i').replace(/(.)\1+/g, '$1');
}

/** A word's key that no sentence can hold, for signs and function words. */
export function isWord(token: Token): boolean {
  return /[\p{L}\d]/u.test(token.text);
}

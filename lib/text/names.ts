import cyrillicToTranslit from 'cyrillic-to-translit-js';
import { countryKey } from './gazetteer.ts';
import { ALPHABETIC, LANGUAGES } from './languages.ts';

// Its types tell of a module with a default, its file is CommonJS and is the function itself.
const createTranslit = cyrillicToTranslit as unknown as (typeof cyrillicToTranslit)['default'];
const UKRAINIAN = createTranslit({ preset: 'uk' });
const RUSSIAN = createTranslit({ preset: 'ru' });

/** The ISO 3166 codes of the countries, by their keys. */
let codes: ReadonlyMap<string, string> | undefined;

function readCodes(): ReadonlyMap<string, string> {
  const english = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  const letters = Array.from({ length: 26 }, (_, i) => String.fromCharCode(65 + i));
  const all = letters.flatMap((one) => letters.map((other) => one + other));
  return new Map(
    all.flatMap((code) => {
      const key = countryKey(english.of(code) ?? '');
      return key === null ? [] : [[key, code] as const];
    }),
  );
}

/** What a country is called in other languages, by Unicode's CLDR; empty for what is no country. @param key as `countryKey` gives it */
export function countryNames(key: string): string[] {
  codes ??= readCodes();
  const code = codes.get(key);
  if (code === undefined) return [];
  return [
    ...new Set(
      LANGUAGES.map((language) => new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? ''),
    ),
  ];
}

/** A text in Latin letters, where it holds Cyrillic ones: `Виткофф` → `Vitkoff`; as it is where it holds none. */
export function romanized(text: string): string {
  if (!/\p{Script=Cyrillic}/u.test(text)) return text;
  return (/[єіїґ]/i.test(text) ? UKRAINIAN : RUSSIAN).transform(text);
}

/** So many letters an ending may have: `Zelenskys`, `Трампом`. Short names are taken as they are. */
const ENDING = /^\p{L}{0,3}(?!\p{L})/u;
const SHORT = 4;

/**
 * Whether a name stands in a text, both folded: as a word, whatever its ending, in scripts that part words; anywhere in
 * the others, which write its article and its particles on to it.
 */
export function holdsName(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    if (!ALPHABETIC.test(name)) return true;
    const after = text.slice(at + name.length, at + name.length + SHORT);
    const ends = name.length < SHORT ? !/^\p{L}/u.test(after) : ENDING.test(after);
    if (ends && !/\p{L}/u.test(text[at - 1] ?? '')) return true;
  }
  return false;
}

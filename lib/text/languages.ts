import { FUNCTION_WORDS } from './words.ts';

/** The languages, English aside, in which names of countries and words of the calendar are known: those of the largest agencies and portals. */
export const LANGUAGES =
  'es fr de pt it nl pl ru uk ar he fa tr ja zh ko el cs sv nb da fi ro hu bg sr hr sk id vi th hi bn ur'.split(
    ' ',
  );

/** A text as names and words are looked for in it: in lower case, in composed forms, without the accents of alphabets. */
export function folded(text: string): string {
  return text.normalize('NFKD').replace(ACCENTS, '').toLowerCase();
}

/** Marks that a search passes over. Those of other scripts are vowels, and make another word. */
const ACCENTS =
  /(?<=[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}])\p{M}+/gu;

/** Scripts whose words stand apart and are inflected at their ends. */
export const ALPHABETIC = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u;

/** Of so large a share of its words an English text tells by grammar alone. */
const ENGLISH = 0.2;

/** Whether a text is English, by how many of its words are English function words. */
export function isEnglish(text: string): boolean {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const grammar = words.filter((word) => FUNCTION_WORDS.has(word)).length;
  return words.length > 0 && grammar / words.length >= ENGLISH;
}

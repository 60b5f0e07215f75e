import { splitClauses, toSentence } from '../../readers/rules/facets/clauses.ts';
import type { Token } from '../../text/span.ts';
import { SAY_WORDS, wordSet } from '../../text/words.ts';

/** So many words a statement has at least. */
const FEWEST_WORDS = 5;
const CONJUNCTIONS = wordSet('and but while');
/** Words that open a subject of its own. */
const SUBJECTS = wordSet('the a an it he she they there this that these those its his her their');

/**
 * The statements of a sentence: parted where `and`, `but`, `while` or a semicolon joins two that have a subject each, as
 * long as nobody is quoted for both.
 *
 * - `The bridge is shut, and the minister will visit it.`: two
 * - `He said the bridge was shut and the minister would visit it.`: one
 */
export function splitStatements(text: string): string[] {
  const sentence = toSentence(text, false);
  const starts = [0];
  for (const { tokens, start, role } of splitClauses(sentence)) {
    const [first, second] = tokens;
    if (!first || start === 0 || (role === 'subordinate' && first.lower !== 'while')) continue;
    const isJoined = CONJUNCTIONS.has(first.lower);
    const subject = isJoined ? second : first;
    const isAfterSemicolon = /;\s*$/.test(text.slice(0, start));
    if (!(isJoined || isAfterSemicolon) || !subject || !opensSubject(subject)) continue;
    const before = sentence.tokens.filter((token) => token.end <= start);
    const after = sentence.tokens.filter((token) => token.start >= start);
    if (Math.min(wordCount(before), wordCount(after)) < FEWEST_WORDS) continue;
    // What somebody says goes on behind `and`; what both are quoted for stands at the end.
    if (hasSpeech(before) || endsInSpeech(after)) continue;
    starts.push(start);
  }
  return starts
    .map((start, i) => tidy(text.slice(start, starts[i + 1])))
    .filter((statement) => statement !== '');
}

function opensSubject({ lower, capital, text }: Token): boolean {
  return SUBJECTS.has(lower) || capital || /^\d/.test(text);
}

function wordCount(tokens: readonly Token[]): number {
  return tokens.filter(({ text }) => /[\p{L}\d]/u.test(text)).length;
}

function hasSpeech(tokens: readonly Token[]): boolean {
  return tokens.some(({ lower }) => SAY_WORDS.has(lower));
}

function endsInSpeech(tokens: readonly Token[]): boolean {
  return hasSpeech(tokens.slice(-6));
}

function tidy(part: string): string {
  const bare = part.replace(/^(?:and|but|while)\s+/i, '').replace(/[\s,;:–—]+$/, '');
  if (bare === '') return '';
  const whole = bare.charAt(0).toUpperCase() + bare.slice(1);
  return /[.!?…]["”’)]*$/.test(whole) ? whole : `${whole}.`;
}

import { isOrdinary } from '../../text/frequencies.ts';
import type { Token } from '../../text/span.ts';
import { isWord, tokenize } from '../../text/tokens.ts';
import { FUNCTION_WORDS, wordSet } from '../../text/words.ts';
import type { Source } from './source.ts';

const CALENDAR = wordSet(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december',
);
/** So many letters two forms of one name share: `Tarvenia`, `Tarvenian`. */
const STEM = 5;

/** The first name of a claim that stands nowhere in the article; null where all do. */
export function strangeName(claim: string, { text }: Source): string | null {
  const known = tokenize(text).filter(isWord);
  const keys = new Set(known.map(({ key }) => key));
  const words = new Set(known.map(({ lower }) => lower));
  const stems = new Set(known.map(({ lower }) => lower.slice(0, STEM)));
  const strange = tokenize(claim).find(
    (token, i) =>
      isName(token, i === 0) &&
      !keys.has(token.key) &&
      !words.has(token.lower) &&
      !(token.lower.length >= STEM && stems.has(token.lower.slice(0, STEM))),
  );
  return strange?.text ?? null;
}

function isName({ text, lower, capital }: Token, isFirst: boolean): boolean {
  if (!capital || !/\p{L}/u.test(text) || CALENDAR.has(lower) || FUNCTION_WORDS.has(lower)) return false;
  return !isFirst || !isOrdinary(lower);
}

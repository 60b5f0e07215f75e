import { isOrdinary } from '../../../text/frequencies.ts';
import { countryBehind } from '../../../text/gazetteer.ts';
import type { Token } from '../../../text/span.ts';
import { FUNCTION_WORDS, wordSet } from '../../../text/words.ts';
import type { Party, Sentence } from '../facet.ts';
import type { ClauseText } from './clauses.ts';

const CALENDAR = wordSet(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec',
);
const TITLES = wordSet(
  'mr mrs ms dr president prime minister secretary chief king queen pope general senator judge justice governor mayor sir lord chancellor premier envoy spokesman spokeswoman',
);

/** Names of persons, organisations and sides: runs of words with capitals that no sentence start or headline explains. */
export function readParties({ tokens, sentence }: ClauseText): Party[] {
  const titleCase = isTitleCase(sentence);
  const found: Party[] = [];
  let run: Token[] = [];
  const close = () => {
    const [first, last] = [run[0], run.at(-1)];
    if (first && last) {
      const keys = new Set(run.map((token) => token.key).filter(Boolean));
      for (const token of run) {
        const behind = countryBehind(token.text);
        if (behind) keys.add(behind);
      }
      found.push({ kind: 'party', span: { start: first.start, end: last.end }, keys: [...keys] });
    }
    run = [];
  };
  for (const token of tokens) {
    if (isNameWord(token, sentence, titleCase)) run.push(token);
    else if (run.length > 0 && token.capital && TITLES.has(token.lower)) continue;
    else if (token.text !== '-' && token.text !== '.') close();
  }
  close();
  return found;
}

function isNameWord(token: Token, sentence: Sentence, titleCase: boolean): boolean {
  const { lower } = token;
  if (!token.capital || CALENDAR.has(lower) || FUNCTION_WORDS.has(lower) || TITLES.has(lower)) return false;
  if (token.key.includes('-') || /^(?:\p{Lu}\.?){2,}$/u.test(token.text)) return true;
  const first = sentence.tokens[0] === token;
  // `Frontier Airlines did not …`: an ordinary word that opens a sentence before another capital is part of a name.
  if (first && !sentence.headline && sentence.tokens[1]?.capital === true) return true;
  return !((titleCase || first) && isOrdinary(lower));
}

/** Headlines in which nearly every word has a capital: there capitals name nobody. */
function isTitleCase({ tokens, headline }: Sentence): boolean {
  const long = tokens.filter((token) => /^\p{L}{4,}/u.test(token.text));
  return headline && long.filter((token) => token.capital).length > 0.7 * long.length;
}

import { readNumber } from '../../../text/numbers.ts';
import { BOUNDS, isAdded, isNoOne, SUM, sumUnit } from '../../../text/sums.ts';
import { unitAt } from '../../../text/units.ts';
import { FUNCTION_WORDS } from '../../../text/words.ts';
import type { Figure } from '../facet.ts';
import type { ClauseText } from './clauses.ts';
import { labelOf, roleOf } from './figure-counts.ts';
import { isPartOfDate } from './figure-dates.ts';

const COMPARING =
  /\b(?:than|since|compared (?:with|to)|up from|down from|previous(?:ly)?|earlier|instead of|as against|when|worst|deadliest)\b[^,;]*$/i;

/**
 * The figures of a clause: value, bound, unit and what is counted.
 *
 * - `at least 27 people were killed` is 27 dead, at least
 * - `a 28-point plan` is 28 point, exactly
 * - `eight more arrested` adds 8 to the arrested
 */
export function readFigures({ sentence, start, end }: ClauseText): Figure[] {
  const text = sentence.text.slice(start, end);
  const sentenceBefore = sentence.text.slice(0, start);
  const matches = Array.from(text.matchAll(SUM)).filter(
    (match) => !isPartOfDate(sentenceBefore, text, match) && !isPronoun(text, match),
  );
  return matches.flatMap((match, k) => {
    const { bound = '', currency, number = '' } = match.groups ?? {};
    const value = readNumber(number);
    const from = match.index;
    const to = match.index + match[0].length;
    // Nothing in the news is counted beyond what can be counted one by one.
    if (!(value <= Number.MAX_SAFE_INTEGER) || /^(?:a|an)$/i.test(number)) return [];
    if (isNoOne(text, match.index, number)) return [];
    const before = text.slice(0, from).toLowerCase();
    // `15 who died`: what is counted may stand in a clause of its own.
    const rest = /\S/.test(text.slice(to)) ? text.slice(to) : sentence.text.slice(start + to);
    const after = rest.slice(0, (matches[k + 1]?.index ?? Number.POSITIVE_INFINITY) - to).toLowerCase();
    const unit = sumUnit(currency, after.trimStart());
    const counts = unit === null ? (labelOf(before) ?? roleOf(before, after)) : 'amount';
    if (counts === null) return [];
    return [
      {
        kind: 'figure' as const,
        span: { start: start + from, end: start + to },
        value,
        bound: BOUNDS.get(bound.toLowerCase()) ?? 'exactly',
        counts,
        unit,
        measure: unit === null ? unitAt(after) : null,
        per: unit === null ? null : (PER.exec(after)?.[1] ?? null),
        near: wordsNear(sentence, start + from, start + to),
        adds: isAdded(before, after),
        compared:
          COMPARING.test(`${sentenceBefore}${before}`.slice(-60)) || /\bfrom (?:the |an? )?$/.test(before),
      },
    ];
  });
}

/** `$30 a share`, `per hour`, `for each tonne`. */
const PER =
  /^(?:\s(?:million|billion|bn))?\s(?:in cash )?(?:an?|per|for each|for every|each|every)\s(?:[a-z]+\s)?(share|hour|day|week|month|year|barrel|tonne|ton|ounce|litre|liter|gallon|head|person|vote|ticket|unit|night|user|pill|dose)\b/;
/** So many words on either side of a figure tell what sort it is. */
const NEAR_WORDS = 5;

function wordsNear({ tokens }: ClauseText['sentence'], from: number, to: number): string[] {
  const telling = tokens.filter(
    (token) => /^\p{L}{3,}/u.test(token.text) && !token.capital && !FUNCTION_WORDS.has(token.lower),
  );
  return [
    ...telling.filter((token) => token.end <= from).slice(-NEAR_WORDS),
    ...telling.filter((token) => token.start >= to).slice(0, NEAR_WORDS),
  ].map((token) => token.key);
}

/** `one firefighter among them`, `one by one`: a count only where a toll follows. */
function isPronoun(text: string, match: RegExpExecArray): boolean {
  const after = text.slice(match.index + match[0].length);
  return (
    /^one$/i.test(match.groups?.['number'] ?? '') &&
    !/^[\s-]*(?:more |person |man |woman |child )?(?:was |is |has been )?(?:killed|dead|missing|injured|arrested|dies|died)/i.test(
      after,
    ) &&
    !/\b(?:kills|killed) $/i.test(text.slice(0, match.index))
  );
}

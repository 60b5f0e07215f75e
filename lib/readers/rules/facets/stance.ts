import type { Stance } from '../facet.ts';
import type { ClauseText } from './clauses.ts';

const CONFIRMS =
  /\b(?:confirm(?:s|ed|ing)?|acknowledg(?:es?|ed)|admit(?:s|ted)?|prove[sdn]?|verif(?:y|ies|ied)|corroborat\w+|reaffirm\w*|reiterat\w+|as planned|as scheduled|go(?:es)? ahead|will stand|on track|found that|finds that|agree[sd]?)\b/gi;
const DENIES =
  /\b(?:den(?:y|ies|ied)|reject(?:s|ed|ing)?|disput(?:es?|ed)|dismiss(?:es|ed)?|refut(?:es?|ed)|contradict\w*|rebuff\w*|rul(?:es?|ed|ing) out|oppos(?:es?|ed)|disagree[sd]?|not true|untrue|false(?:ly)?|baseless|far from|no (?:agreement|deal|evidence|compromise|common)|not agree|doubts?|unacceptable|differs?)\b/gi;

/** Words that uphold or dispute what was said. */
export function readStances({ sentence, start, end }: ClauseText): Stance[] {
  const text = sentence.text.slice(start, end);
  const read = (pattern: RegExp, stance: Stance['stance']): Stance[] =>
    Array.from(text.matchAll(pattern), ({ index, 0: words }) => ({
      kind: 'stance',
      span: { start: start + index, end: start + index + words.length },
      stance,
    }));
  const denies = read(DENIES, 'denies');
  const confirms = read(CONFIRMS, 'confirms').map(
    (found): Stance => (isNegated(sentence.text, found.span.start) ? { ...found, stance: 'denies' } : found),
  );
  return [...denies, ...confirms];
}

function isNegated(text: string, at: number): boolean {
  return /(?:\bnot|n't|\bnever|\bno|\bdo not|\bcannot)\s(?:\w+\s)?$/i.test(
    text.slice(Math.max(0, at - 16), at),
  );
}

import type { Span, Token } from '../../../text/span.ts';
import { wordSet } from '../../../text/words.ts';

const REPEATS = wordSet(
  'second third fourth another additional further extra repeat repeated more renewed fresh',
);
const NEAR = 5;

/** Whether an event is one more of its kind: `a second rehearsal`, `additional talks`, `will hold the vote again`. */
export function isRepeat(tokens: readonly Token[], { start, end }: Span): boolean {
  const before = tokens.filter((token) => token.end <= start).slice(-NEAR);
  const after = tokens.filter((token) => token.start >= end).slice(0, NEAR);
  return before.some(({ lower }) => REPEATS.has(lower)) || after.some(({ lower }) => lower === 'again');
}

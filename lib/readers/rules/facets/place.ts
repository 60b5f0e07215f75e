import { countryKey, placeOf } from '../../../text/gazetteer.ts';
import type { Token } from '../../../text/span.ts';
import { wordSet } from '../../../text/words.ts';
import type { Place } from '../facet.ts';
import type { ClauseText } from './clauses.ts';

const WHERE = wordSet('in at to from near across for visits visit outside inside through over arrives into');
const LONGEST = 4;

/** Places by their names; `Ukrainian officials` names a side, `in Kyiv` says where. */
export function readPlaces({ tokens }: ClauseText): Place[] {
  const found: Place[] = [];
  for (let i = 0; i < tokens.length; i++) {
    for (let length = Math.min(LONGEST, tokens.length - i); length > 0; length--) {
      const words = tokens.slice(i, i + length);
      const name = words.map((word) => word.text).join(' ');
      const place = words[0]?.capital ? placeOf(name) : null;
      if (!place) continue;
      const span = { start: words[0]?.start ?? 0, end: words.at(-1)?.end ?? 0 };
      found.push({ kind: 'place', span, ...place, where: isWhere(tokens, i, name) });
      i += length - 1;
      break;
    }
  }
  return found;
}

function isWhere(tokens: readonly Token[], i: number, name: string): boolean {
  const before = tokens[i - 1]?.lower ?? '';
  const demonym =
    countryKey(name) !== null &&
    /(?:an|ian|ese|ish|i|ians|ans|ch|sh)$/.test(name.toLowerCase()) &&
    !/^(?:iran|japan|pakistan)/i.test(name);
  return !demonym && WHERE.has(before);
}

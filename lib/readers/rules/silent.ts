import { termKey } from '../../text/tokens.ts';
import type { Clause } from './facet.ts';
import { silenceAt } from './facets/speaker.ts';
import { facetsOf } from './facets-of.ts';

/** Nouns that many organisations carry in their names: alone they name none. */
const ORGANISATION_WORDS = new Set(
  'airline airlines airways group holdings company corporation bank ministry department institute university union party court office agency council association federation commission committee organisation organization authority service society club'
    .split(' ')
    .map(termKey),
);

/**
 * The keys of who keeps silent: the subject before the words of silence, none where there are no such words.
 *
 * - `UEFA and its president Aleksander Čeferin have made no comment`: both
 * - `FIFA president Gianni Infantino, who …, has not commented`: the man
 */
export function silentParties(text: string, clauses: readonly Clause[]): readonly string[] {
  const at = silenceAt(text);
  if (at < 0) return [];
  const subjects: (readonly string[])[] = [];
  let end = -1;
  for (const { span, keys } of facetsOf(
    clauses.filter(({ role }) => role === 'main'),
    'party',
  )) {
    if (span.start > at && subjects.length > 0) break;
    const between = end < 0 ? '' : text.slice(end, span.start);
    if (end >= 0 && !/\band\b/.test(between)) {
      if (!/^ \w+(?: \w+)? $/.test(between)) break;
      // A spokesman speaks for whom he names, a president for himself.
      if (!/spokes/.test(between)) subjects.pop();
    }
    subjects.push(keys);
    end = span.end;
  }
  const keys = [...new Set(subjects.flat())];
  const telling = keys.filter((key) => !ORGANISATION_WORDS.has(key));
  return telling.length > 0 ? telling : keys;
}

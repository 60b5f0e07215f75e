import { termKey } from '../../../text/tokens.ts';
import { basesOf, isPastForm } from '../../../text/verbs.ts';
import { wordSet } from '../../../text/words.ts';
import type { Clause, EventMention } from '../facet.ts';
import { nominalMention } from './event.ts';
import { generalPredicates, movesDate, predicatesOf } from './phases.ts';
import { VerbIndex } from './verb-index.ts';

/** Verbs that say little without their object: they would find themselves everywhere. */
const LIGHT = wordSet(
  'be have do make take get give go come put let keep see say tell ask want need try help use show find know think become remain continue seem allow include involve mean work look call say happen decide consider expect plan hope stay cost total number amount last',
);
const BEGINNING = wordSet('begin start resume continue stop');
const AUXILIARIES = wordSet('have not also then soon now fully formally jointly officially again');

/** What a claim announces in a verb that no lifecycle knows: `is to switch to electronic payment` → `switch`. */
export interface Act {
  /** Stands for a head: `act:switch`. */
  readonly head: string;
  readonly verbs: VerbIndex;
  /** The keys of its verb, which its nominal forms share: `screen`, `screening`. */
  readonly keys: ReadonlySet<string>;
}

/** The first announced verb of a main clause: after `will`, `is to`, `due to`, `targeting … to`; null without one. */
export function announcedAct(clauses: readonly Clause[]): Act | null {
  for (const { role, tokens } of clauses) {
    if (role !== 'main') continue;
    for (let i = 1; i < tokens.length; i++) {
      if (
        !announces(
          tokens.map((token) => token.lower),
          i,
        )
      )
        continue;
      let at = i + 1;
      while (AUXILIARIES.has(tokens[at]?.lower ?? '')) at += 1;
      const begins = BEGINNING.has(tokens[at]?.lower ?? '');
      const word = tokens[begins ? at + 1 : at]?.lower ?? '';
      const lemmas = basesOf(word);
      if (lemmas.length === 0 || !/^[a-z]{3,}$/.test(word) || lemmas.some((lemma) => LIGHT.has(lemma)))
        continue;
      return {
        head: `act:${word}`,
        verbs: new VerbIndex().add(lemmas.join(' '), 'event'),
        keys: new Set(lemmas.map(termKey)),
      };
    }
  }
  return null;
}

function announces(words: readonly string[], i: number): boolean {
  if (/^(?:will|shall|would|may|might|could)$/.test(words[i] ?? '')) return true;
  // `is not screening`, `has not reported`, `have so far opened no`: what is not yet may come.
  if (
    /^(?:not|yet|far)$/.test(words[i] ?? '') &&
    /^(?:is|are|has|have|had|been|so)$/.test(words[i - 1] ?? '')
  )
    return true;
  if (words[i] !== 'to') return false;
  const before = words.slice(Math.max(0, i - 12), i);
  return (
    /^(?:is|are|was|were|due|set|expected|planned|plans|scheduled|agreed|promised|pledged|ready|prepared|wants|hopes)$/.test(
      before.at(-1) ?? '',
    ) || before.some((word) => /^(?:targeting|targets|planning|aims|aiming)$/.test(word))
  );
}

/** Where a clause speaks of a claim's act, each with its phase. */
export function readAct({ head, verbs, keys }: Act, clause: Clause): EventMention[] {
  const { tokens, sentence, role } = clause;
  // `moved to Monday` moves a date, not the thing.
  const moved = new Set(
    generalPredicates(tokens, sentence.headline).flatMap(({ class: cls, start }) =>
      cls === 'postpones' ? [start] : [],
    ),
  );
  const acts = predicatesOf(verbs, tokens, sentence.headline).filter(
    ({ start }) => !moved.has(start) || !movesDate(tokens, start),
  );
  const verbal = acts.map(
    ({ start, end, phase }): EventMention => ({
      kind: 'event',
      span: { start: tokens[start]?.start ?? 0, end: tokens[end - 1]?.end ?? 0 },
      head,
      phase,
      over: false,
      background: role === 'subordinate',
    }),
  );
  const spoken = new Set(acts.map(({ start }) => start));
  const nominal = tokens.flatMap((token, i) =>
    keys.has(token.key) && !spoken.has(i) && !isPastForm(token.lower)
      ? [nominalMention(clause, i, head)]
      : [],
  );
  return [...verbal, ...nominal];
}

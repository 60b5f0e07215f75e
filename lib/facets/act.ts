import type { Clause, EventMention } from '../model/facet.ts';
import { wordSet } from '../text/words.ts';
import { generalPredicates, movesDate, predicatesOf, VerbIndex } from './phases.ts';

/** Verbs that say little without their object: they would find themselves everywhere. */
const LIGHT = wordSet(
  'be have do make take get give go come put let keep see say tell ask want need try help use show find know think become remain continue seem allow include involve mean work look call say happen decide consider expect plan hope stay',
);
const BEGINNING = wordSet('begin start resume continue stop');
const AUXILIARIES = wordSet('have not also then soon now fully formally jointly officially again');

/** What a claim announces in a verb that no lifecycle knows: `is to switch to electronic payment` → `switch`. */
export interface Act {
  /** Stands for a head: `act:switch`. */
  readonly head: string;
  readonly verbs: VerbIndex;
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
      const lemmas = begins ? basesOf(word) : [word];
      if (lemmas.length === 0 || !/^[a-z]{3,}$/.test(word) || lemmas.some((lemma) => LIGHT.has(lemma)))
        continue;
      return { head: `act:${word}`, verbs: new VerbIndex().add(lemmas.join(' '), 'event') };
    }
  }
  return null;
}

function announces(words: readonly string[], i: number): boolean {
  if (/^(?:will|shall|would|may|might|could)$/.test(words[i] ?? '')) return true;
  if (words[i] !== 'to') return false;
  const before = words.slice(Math.max(0, i - 12), i);
  return (
    /^(?:is|are|was|were|due|set|expected|planned|plans|scheduled|agreed|promised|pledged|ready|prepared|wants|hopes)$/.test(
      before.at(-1) ?? '',
    ) || before.some((word) => /^(?:targeting|targets|planning|aims|aiming)$/.test(word))
  );
}

/** `moving` may come of `mov`, `move`. */
function basesOf(word: string): string[] {
  return /ing$/.test(word) ? [word.slice(0, -3), `${word.slice(0, -3)}e`] : [];
}

/** Where a clause speaks of a claim's act, each with its phase. */
export function readAct({ head, verbs }: Act, clause: Clause): EventMention[] {
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
  return acts.map(({ start, end, phase }) => ({
    kind: 'event',
    span: { start: tokens[start]?.start ?? 0, end: tokens[end - 1]?.end ?? 0 },
    head,
    phase,
    over: false,
    background: role === 'subordinate',
  }));
}

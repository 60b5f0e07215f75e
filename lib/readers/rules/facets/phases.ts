import type { Token } from '../../../text/span.ts';
import { wordSet } from '../../../text/words.ts';
import type { Phase } from '../facet.ts';
import { readMood } from './verb-grammar.ts';
import { type PredicateClass, type VerbEntry, VerbIndex } from './verb-index.ts';

/** Verbs that announce a phase of whatever event stands with them; `_` joins the words of one. */
const GENERAL: Readonly<Record<Exclude<PredicateClass, 'event'>, string>> = {
  happens:
    'hold host take_place begin start open kick_off get_under_way get_underway launch convene stage attend resume commence enter_into_force take_effect come_into_force conduct carry_out undergo make reach secure require agree_on arrange organise organize set_up establish form have face deliver issue schedule set plan expect target pencil slate promise pledge aim',
  ends: 'end conclude finish complete wrap_up close finalise finalize lift expire be_over bring_an_end',
  cancels:
    'cancel call_off scrap abandon shelve axe rule_out drop scuttle abort nix dash ditch halt withdraw pull_out_of pull_out stop block not_happen fall_through collapse break_down',
  postpones:
    'postpone delay defer reschedule push_back put_off move bring_forward slip adjourn shift suspend push extend hold_off pause move_up put_on_hold',
  affirms:
    'go_ahead proceed remain_on_track remain_on_schedule stay_on_track stand_by confirm reaffirm press_ahead go_forward move_ahead',
};

/** Verbs of GENERAL that speak of the future by themselves when passive or past: `talks set for Tuesday`. */
const SETS_DATE = wordSet('schedule set plan expect target pencil slate promise pledge aim');

/** Verbs that move things as well as dates. */
const MOVES = wordSet('move shift slip push extend move_up');
const DATE_WORD =
  /^(?:\d{1,2}|next|later|monday|tuesday|wednesday|thursday|friday|saturday|sunday|jan\w*|feb\w*|march|mar|april|apr|may|june|jun|july|jul|aug\w*|sept?\w*|oct\w*|nov\w*|dec\w*|spring|summer|autumn|fall|winter|20\d\d|early|late|mid|no)$/;

/** `moved to Monday`, `pushes the launch to April`: a date follows within the clause. */
export function movesDate(tokens: readonly Token[], i: number): boolean {
  return tokens
    .slice(i + 1)
    .some(
      (token, k, rest) =>
        /^(?:to|until|till|from|by|into|for)$/.test(token.lower) && DATE_WORD.test(rest[k + 1]?.lower ?? ''),
    );
}

/** A verb of interest in a clause, read with what stands before it. */
export interface Predicate {
  readonly start: number;
  readonly end: number;
  readonly lemma: string;
  readonly class: PredicateClass;
  readonly phase: Phase;
  readonly negated: boolean;
}

const generalVerbs = new VerbIndex();
for (const [predicateClass, terms] of Object.entries(GENERAL))
  generalVerbs.add(terms, predicateClass as PredicateClass);

/** Set phrases that announce a phase without a verb of their own. */
const PHRASES: readonly [RegExp, PredicateClass, Phase][] = [
  [/^(?:as (?:planned|scheduled)|on (?:schedule|track|time))$/, 'affirms', 'affirmed'],
  [/^(?:due|slated)$/, 'happens', 'planned'],
  [/^(?:no longer|no plans|not planned)$/, 'cancels', 'cancelled'],
  [/^(?:under way|underway|in progress)$/, 'happens', 'underway'],
  [/^(?:is over|are over|was over|now over)$/, 'ends', 'done'],
  [/^(?:is off|are off|now off|in doubt)$/, 'cancels', 'cancelled'],
];

/** All predicates of general use in a clause, in order. */
export function generalPredicates(tokens: readonly Token[], headline: boolean): Predicate[] {
  const found: Predicate[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const pair = `${tokens[i]?.lower} ${tokens[i + 1]?.lower}`;
    for (const [pattern, predicateClass, phase] of PHRASES) {
      const length = pattern.test(pair) ? 2 : pattern.test(tokens[i]?.lower ?? '') ? 1 : 0;
      if (length > 0)
        found.push({ start: i, end: i + length, lemma: pair, class: predicateClass, phase, negated: false });
    }
  }
  return [...found, ...predicatesOf(generalVerbs, tokens, headline)].toSorted((a, b) => a.start - b.start);
}

/** The predicates of one index in a clause, in order. */
export function predicatesOf(index: VerbIndex, tokens: readonly Token[], headline: boolean): Predicate[] {
  return tokens.flatMap((_token, i) =>
    index.at(tokens, i).map((entry) => readPredicate(tokens, i, entry, headline)),
  );
}

/** A verb with its tense, mood and negation, as a phase of what it governs. */
export function readPredicate(
  tokens: readonly Token[],
  i: number,
  entry: VerbEntry,
  headline: boolean,
): Predicate {
  const { phase, negated } = readMood(tokens, i, entry, headline);
  const base = { start: i, end: i + 1 + entry.rest.length, lemma: entry.lemma, class: entry.class, negated };
  if (phase === 'mentioned') return { ...base, phase };
  switch (entry.class) {
    case 'event':
    case 'happens':
      return { ...base, phase: happens(entry, phase, negated, lastsOrCosts(tokens, base.end)) };
    case 'ends':
      return { ...base, phase: negated ? 'underway' : phase === 'underway' ? 'planned' : phase };
    case 'cancels':
      return { ...base, phase: negated ? 'affirmed' : phase === 'possible' ? 'possible' : 'cancelled' };
    case 'postpones':
      if (MOVES.has(entry.lemma) && !movesDate(tokens, i)) return { ...base, phase: 'mentioned' };
      return { ...base, phase: negated ? 'affirmed' : phase === 'possible' ? 'possible' : 'postponed' };
    case 'affirms':
      return { ...base, phase: negated ? 'cancelled' : phase === 'possible' ? 'possible' : 'affirmed' };
    default:
      return entry.class satisfies never;
  }
}

/** `expected to take up to 12 hours` sets no date. */
function lastsOrCosts(tokens: readonly Token[], end: number): boolean {
  return (
    tokens[end]?.lower === 'to' &&
    /^(?:take|last|cost|total|number|be|remain|have)$/.test(tokens[end + 1]?.lower ?? '') &&
    !/^(?:held|launched|released|announced|signed|completed|published)$/.test(tokens[end + 2]?.lower ?? '')
  );
}

function happens({ lemma, form }: VerbEntry, phase: Phase, negated: boolean, lasts: boolean): Phase {
  // `expected in Kyiv` sets a date as `expected` does.
  if (SETS_DATE.has(lemma.split('_')[0] ?? '')) {
    if (lasts) return 'mentioned';
    if (negated) return 'cancelled';
    return phase === 'possible'
      ? 'possible'
      : form === 'base' && phase === 'mentioned'
        ? 'mentioned'
        : 'planned';
  }
  return negated && phase !== 'possible' ? 'cancelled' : phase;
}

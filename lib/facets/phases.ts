import type { Phase, Token } from '../model/facet.ts';
import { conjugate, isInvariant, type VerbForm } from '../text/verbs.ts';
import { wordSet } from '../text/words.ts';

/** What a verb says about the event that it governs. */
export type PredicateClass = 'event' | 'happens' | 'ends' | 'cancels' | 'postpones' | 'affirms';

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

const FUTURE = wordSet("will shall would 'll");
const POSSIBLE = wordSet('may might could should can');
const NEGATIONS = wordSet(
  "not never n't no won't didn't doesn't don't isn't aren't wasn't weren't hasn't haven't hadn't can't cannot couldn't wouldn't without nor neither",
);
const BE = wordSet("is are was were be been being am 's 're isn't aren't wasn't weren't");
const HAVE = wordSet("has have had having hasn't haven't hadn't 've");
const SKIPPED = wordSet(
  'also then soon now still just only even currently already finally officially formally jointly first again both all reportedly',
);

/** Verbs whose base form is an adjective as well: `a deal is close`. */
const LIKE_ADJECTIVES = wordSet('close open complete secure set clear free welcome');

/** Whether a word in this form may be an adjective: `it is not clear`. */
export function isAdjective(lemma: string, form: VerbForm): boolean {
  return form === 'base' && LIKE_ADJECTIVES.has(lemma);
}

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

/** What stands before `to` + verb and says how firm the plan is. */
const FIRM = wordSet(
  'due set expected expects expect scheduled schedule plans plan planned planning agreed agrees agree ready about going ordered orders told tells decided decides sends sending send poised slated vows vowed pledges pledged promises promised invited date dates day yet',
);
const HOPED = wordSet(
  'hopes hope hoped wants want wanted seeks seek sought asks asked urges urged calls called likely unlikely demands demanded tries try aims aim considering offers offered threatens threatened willing prepared able need needs early late hard difficult',
);
const REFUSED = wordSet('refuses refused refuse declines declined failed fails fail unable');

/** A verb of interest in a clause, read with what stands before it. */
export interface Predicate {
  readonly start: number;
  readonly end: number;
  readonly lemma: string;
  readonly class: PredicateClass;
  readonly phase: Phase;
  readonly negated: boolean;
}

interface Entry {
  readonly lemma: string;
  readonly form: VerbForm;
  readonly rest: readonly string[];
  readonly class: PredicateClass;
}

/** Entries of verbs by the spelling of their first word, longest terms first. */
export class VerbIndex {
  private readonly byFirstWord = new Map<string, Entry[]>();

  add(terms: string, predicateClass: PredicateClass): this {
    for (const term of terms.split(' ').filter(Boolean)) {
      const [first = '', ...rest] = term.split('_');
      for (const [spelling, form] of conjugate(first)) {
        const entries = this.byFirstWord.get(spelling) ?? [];
        entries.push({ lemma: term, form, rest, class: predicateClass });
        this.byFirstWord.set(
          spelling,
          entries.sort((a, b) => b.rest.length - a.rest.length),
        );
      }
    }
    return this;
  }

  /** The longest terms that begin at a token, each with its form. */
  at(tokens: readonly Token[], i: number): Entry[] {
    const entries = this.byFirstWord.get(tokens[i]?.lower ?? '') ?? [];
    const fitting = entries.filter(({ rest }) =>
      rest.every((word, k) => tokens[i + 1 + k]?.lower === word || apart(tokens, i, rest, k)),
    );
    return fitting.filter(({ rest }) => rest.length === (fitting[0]?.rest.length ?? 0));
  }
}

const PARTICLES = wordSet('off back up down out over away on ahead');
/** How many words of an object may stand between a verb and its particle. */
const OBJECT_LENGTH = 8;

/** `call it off`, `roll the rocket back`: an object without a verb or a comma of its own stands between. */
function apart(tokens: readonly Token[], i: number, rest: readonly string[], k: number): boolean {
  const particle = rest[0] ?? '';
  if (rest.length !== 1 || k !== 0 || !PARTICLES.has(particle)) return false;
  const at = tokens.findIndex(
    (token, j) => j > i + 1 && j <= i + 1 + OBJECT_LENGTH && token.lower === particle,
  );
  return (
    at > 0 &&
    tokens
      .slice(i + 1, at)
      .every((token) => /^[\p{L}\d'’-]+$/u.test(token.text) && !CLOSES_OBJECT.has(token.lower))
  );
}

const CLOSES_OBJECT = wordSet(
  'to in at for with from by on after before until that who which said says will is are was were has have had',
);

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
  entry: Entry,
  headline: boolean,
): Predicate {
  const { phase, negated } = grammar(tokens, i, entry, headline);
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

function happens({ lemma, form }: Entry, phase: Phase, negated: boolean, lasts: boolean): Phase {
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

interface Reading {
  readonly phase: Phase;
  readonly negated: boolean;
}

/** Reads back from a verb over adverbs and auxiliaries: `will not be held`, `has yet to meet`, `due to arrive`. */
function grammar(tokens: readonly Token[], i: number, { form, lemma }: Entry, headline: boolean): Reading {
  let negated = false;
  let be = false;
  let have = false;
  for (let k = i - 1; k >= Math.max(0, i - 6); k--) {
    const word = tokens[k]?.lower ?? '';
    negated ||= NEGATIONS.has(word) && word !== 'no';
    const mood = moodOf(tokens, k, headline);
    if (mood) return { phase: mood, negated };
    be ||= BE.has(word);
    have ||= HAVE.has(word);
    const passes =
      BE.has(word) || HAVE.has(word) || NEGATIONS.has(word) || SKIPPED.has(word) || /ly$/.test(word);
    if (!passes) break;
  }
  if (form === 'base' && LIKE_ADJECTIVES.has(lemma) && !have) return { phase: 'mentioned', negated };
  const invariant = isInvariant(lemma.split('_')[0] ?? '');
  return { phase: tensePhase(form, { be, have, headline, invariant }), negated };
}

/** What a modal or `to` before a verb makes of it; null for any other word. */
function moodOf(tokens: readonly Token[], k: number, headline: boolean): Phase | null {
  const word = tokens[k]?.lower ?? '';
  if (FUTURE.has(word) || word === "won't") return 'planned';
  if (POSSIBLE.has(word)) return 'possible';
  return word === 'to' ? infinitive(tokens, k, headline) : null;
}

function tensePhase(
  form: VerbForm,
  { be, have, headline, invariant }: { be: boolean; have: boolean; headline: boolean; invariant: boolean },
): Phase {
  if (form === 'past' || have) return 'done';
  if (form === 'ing') return be ? 'underway' : 'mentioned';
  if (form === 's') return headline ? 'done' : 'underway';
  return be || invariant || headline ? 'done' : 'mentioned';
}

/** How firm the plan is in `… to meet`: by the word before `to`; a bare one in a headline is a plan. */
function infinitive(tokens: readonly Token[], to: number, headline: boolean): Phase {
  for (let k = to - 1; k >= Math.max(0, to - 7); k--) {
    const word = tokens[k]?.lower ?? '';
    if (FIRM.has(word)) return 'planned';
    if (HOPED.has(word)) return 'possible';
    if (REFUSED.has(word)) return 'cancelled';
    if (BE.has(word) && k === to - 1) return 'planned';
    if (/^[,;:–—]$/.test(word)) break;
  }
  return headline ? 'planned' : 'mentioned';
}

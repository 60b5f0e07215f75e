import type { EventMention, Phase, Token } from '../model/facet.ts';
import { readNumber } from '../text/numbers.ts';
import { isPastForm } from '../text/verbs.ts';
import { SAY_WORDS, wordSet } from '../text/words.ts';
import type { ClauseText } from './clauses.ts';
import { areKin, type Head, LIFECYCLES, type Lifecycle } from './lifecycles.ts';
import {
  generalPredicates,
  isAdjective,
  type Predicate,
  predicatesOf,
  readPredicate,
  VerbIndex,
} from './phases.ts';

type Part = 'done' | 'cancelled' | 'postponed' | 'affirmed';
const CLASS_OF_PART = {
  done: 'ends',
  cancelled: 'cancels',
  postponed: 'postpones',
  affirmed: 'affirms',
} as const;

const verbs = new VerbIndex();
/** Heads that a verb stands for. */
const headsOfVerb = new Map<string, Head[]>();
/** What announces a phase of one head only, where its noun stands in the same clause. */
const ownPredicates = new Map<Head, VerbIndex>();
/** Nominal terms, singular and plural, by their first word. */
const nouns = new Map<string, { head: Head; words: readonly string[] }[]>();

for (const [id, lifecycle] of Object.entries(LIFECYCLES) as [Head, Lifecycle][]) {
  for (const term of (lifecycle.verbs ?? '').split(' ').filter(Boolean)) {
    if (!headsOfVerb.has(term)) verbs.add(term, 'event');
    headsOfVerb.set(term, [...(headsOfVerb.get(term) ?? []), id]);
  }
  const own = new VerbIndex();
  for (const part of Object.keys(CLASS_OF_PART) as Part[])
    own.add(lifecycle[part] ?? '', CLASS_OF_PART[part]);
  ownPredicates.set(id, own);
  for (const term of (lifecycle.nouns ?? '').split(' ').filter(Boolean)) {
    for (const form of [term, plural(term)]) {
      const words = form.split(/[_-]/);
      const entries = nouns.get(words[0] ?? '') ?? [];
      entries.push({ head: id, words });
      nouns.set(
        words[0] ?? '',
        entries.sort((a, b) => b.words.length - a.words.length),
      );
    }
  }
}

const BACKGROUND_DONE = wordSet('after following since during despite');
const BACKGROUND_PLANNED = wordSet('before ahead until pending');
/** Nouns that an event's noun before them only qualifies. */
const CONTAINERS = wordSet(
  'death toll alarm site scene victim victims survivor survivors pad complex vehicle director team crew controller controllers official officials chief leader leaders room minister office board bench house hall watchdog service department agency law lawyer lawyers committee commission inquiry investigation probe hearing hotline zone area market season portal process rate rates relief money ship window spokesman spokeswoman fund funds record hero',
);
const PLANNED_ADJECTIVES = wordSet(
  'planned upcoming scheduled proposed expected promised future forthcoming next',
);
const POSSIBLE_ADJECTIVES = wordSet('possible potential likely');
const DETERMINERS = wordSet(
  'a an the this that his her its their our first second third final last latest new of talks',
);
const VERBAL_BEFORE = wordSet("to will may might could would should can not n't they he she we it who and");

/**
 * The events of a clause, each with its phase. A verb's phase is its tense; a noun's comes from the verb that
 * governs it (`talks were held`), or the preposition or adjective before it (`after talks`, `upcoming talks`).
 */
export function readEvents(clause: ClauseText): EventMention[] {
  const events = readMentions(clause);
  // `if the court strikes them down` reports nothing.
  if (isAhead(clause))
    return events.map((event) =>
      event.phase === 'done' || event.phase === 'underway' ? { ...event, phase: 'planned' } : event,
    );
  return isConditional(clause)
    ? events.map((event) => ({ ...event, phase: 'mentioned', background: true }))
    : events;
}

/** `before the president comes`, `until talks begin`: the present tense speaks of what is to come. */
function isAhead({ tokens }: ClauseText): boolean {
  return /^(?:before|until)$/.test(tokens[0]?.lower ?? '') && !tokens.some(({ lower }) => isPastForm(lower));
}

function isConditional({ tokens }: ClauseText): boolean {
  const words = tokens.map(({ lower }) => lower).filter((word) => !/^(?:and|but|or|even)$/.test(word));
  return /^(?:if|unless|whether|should)$/.test(words[0] ?? '') || (words[0] === 'in' && words[1] === 'case');
}

function readMentions(clause: ClauseText): EventMention[] {
  const { tokens, sentence } = clause;
  const general = generalPredicates(tokens, sentence.headline);
  const found: EventMention[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const nominal = nounAt(tokens, i);
    const verbal = verbAt(clause, i, nominal !== null);
    for (const { predicate, heads } of verbal) {
      for (const head of heads) {
        found.push(
          mention(tokens, i, predicate.end, head, {
            phase: governed(predicate, general),
            over: false,
            background: clause.role === 'subordinate' || isRelative(tokens, i),
          }),
        );
      }
    }
    if (
      nominal &&
      verbal.length === 0 &&
      !modifies(tokens, nominal.heads, i + nominal.length) &&
      !isTopic(tokens, i)
    ) {
      for (const head of nominal.heads) {
        const own = ownPredicates.get(head);
        const predicates = own ? [...general, ...predicatesOf(own, tokens, sentence.headline)] : general;
        const { phase, over, background } = nounPhase(
          tokens,
          i,
          i + nominal.length,
          predicates,
          sentence.headline,
        );
        found.push(
          mention(tokens, i, i + nominal.length, head, {
            phase,
            over,
            background: background || clause.role === 'subordinate',
          }),
        );
      }
      i += nominal.length - 1;
    }
  }
  return found;
}

/** A noun of a clause as an event of the head given, with the phase that the words around it announce. */
export function nominalMention(
  { tokens, sentence, role }: ClauseText,
  i: number,
  head: string,
): EventMention {
  const standing = nounPhase(
    tokens,
    i,
    i + 1,
    generalPredicates(tokens, sentence.headline),
    sentence.headline,
  );
  return mention(tokens, i, i + 1, head, {
    ...standing,
    background: standing.background || role === 'subordinate',
  });
}

/** `the contract that members rejected contains …`: what a noun is told by is not what is told of it. */
function isRelative(tokens: readonly Token[], i: number): boolean {
  for (let k = i - 1; k > Math.max(0, i - 5); k--) {
    const word = tokens[k]?.lower ?? '';
    if (/^[,;:]$/.test(word)) return false;
    if (word !== 'that') continue;
    const before = tokens[k - 1]?.lower ?? '';
    return (
      !SAY_WORDS.has(before) &&
      !isPastForm(before) &&
      /^(?:the|a|an|this|its|his|her|their|any|last|first)$/.test(tokens[k - 2]?.lower ?? '')
    );
  }
  return false;
}

/** Stands for the head of an event that no lifecycle names. */
export const OTHER_WORDS = 'other-words';

/** What a clause says of something that no lifecycle names: the verbs that schedule, move, end or call off whatever it is. */
export function otherWords({ tokens, sentence, role }: ClauseText): EventMention[] {
  return generalPredicates(tokens, sentence.headline)
    .filter(({ phase }) => phase !== 'mentioned' && phase !== 'possible')
    .map(({ start, end, phase, class: predicateClass }) =>
      mention(tokens, start, end, OTHER_WORDS, {
        phase,
        over: predicateClass === 'ends',
        background: role === 'subordinate',
      }),
    );
}

type Standing = Pick<EventMention, 'phase' | 'over' | 'background'>;

function mention(
  tokens: readonly Token[],
  from: number,
  to: number,
  head: string,
  standing: Standing,
): EventMention {
  const span = { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 };
  return { kind: 'event', span, head, ...standing };
}

const TOPIC_PREPOSITIONS = wordSet('on over about against under of regarding into concerning');
/** `hours of talks`, `round of talks`, `hopes of a trip`: what counts or plans an event does not hide it. */
const MEASURES = wordSet(
  'hour hours minutes day days week weeks round rounds series date dates start end beginning hopes hope half plans prospect possibility number first second most part rest ahead',
);

/** `a ruling on tariffs`: what another noun is about takes no phase from the verb. */
function isTopic(tokens: readonly Token[], i: number): boolean {
  if (tokens[i - 1]?.lower === 'on' && /^(?:strike|trial)$/.test(tokens[i]?.lower ?? '')) return false;
  for (let k = i - 1; k >= Math.max(0, i - 5); k--) {
    const word = tokens[k]?.lower ?? '';
    if (TOPIC_PREPOSITIONS.has(word)) return !MEASURES.has(tokens[k - 1]?.lower ?? '');
    if (
      !/^[\p{L}\d.'’-]+$/u.test(tokens[k]?.text ?? '') ||
      /^(?:to|and|with|in|at|for|by|from|that|as|after|before)$/.test(word)
    )
      return false;
  }
  return false;
}

/** `fire committee`, `tariff ruling`, `ceasefire talks`: before these, and before another event, a noun only says which. */
function modifies(tokens: readonly Token[], heads: readonly Head[], next: number): boolean {
  const other = nounAt(tokens, next)?.heads ?? [];
  const kin = other.some((one) => heads.some((head) => areKin(one, head)));
  return CONTAINERS.has(bare(tokens[next])) || (other.length > 0 && !kin);
}

function nounAt(tokens: readonly Token[], i: number): { heads: Head[]; length: number } | null {
  if (isMonth(tokens, i)) return null;
  // `plan to hold a protest`: what is planned is the event.
  if (/^plans?$/.test(tokens[i]?.lower ?? '') && tokens[i + 1]?.lower === 'to') return null;
  const entries = nouns.get(bare(tokens[i])) ?? [];
  const fitting = entries.filter(({ words }) => wordRun(tokens, i, words) > 0);
  const longest = fitting[0]?.words.length ?? 0;
  if (longest === 0) return null;
  const best = fitting.filter(({ words }) => words.length === longest);
  return {
    heads: [...new Set(best.map(({ head }) => head))],
    length: wordRun(tokens, i, best[0]?.words ?? []),
  };
}

/** `11 March`, `to March after the leak`: the month, not a protest. */
function isMonth(tokens: readonly Token[], i: number): boolean {
  return (
    /^(?:March|May)$/.test(tokens[i]?.text ?? '') &&
    !/^(?:the|a|his|her|their)$/.test(tokens[i - 1]?.lower ?? '')
  );
}

/** How many tokens the words cover from `i` on, hyphens between them included; 0 where they don't stand there. */
function wordRun(tokens: readonly Token[], i: number, words: readonly string[]): number {
  let at = i;
  for (const [k, word] of words.entries()) {
    if (k > 0 && tokens[at]?.text === '-') at++;
    if (bare(tokens[at]) !== word) return 0;
    at++;
  }
  return at - i;
}

function bare(token: Token | undefined): string {
  return token?.lower.replace(/'s?$/, '') ?? '';
}

function plural(term: string): string {
  if (/[^aeiou]y$/.test(term)) return `${term.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/.test(term) ? `${term}es` : `${term}s`;
}

/** Verbs of events at a token. Where the word is a noun as well, its neighbours decide. */
function verbAt(clause: ClauseText, i: number, alsoNoun: boolean): { predicate: Predicate; heads: Head[] }[] {
  const { tokens, sentence } = clause;
  if (CONTAINERS.has(bare(tokens[i + 1])) || isMonth(tokens, i)) return [];
  // `shares closed at $19`: a price, not an end.
  if (bare(tokens[i]) === 'closed' && tokens[i + 1]?.lower === 'at') return [];
  return verbs.at(tokens, i).flatMap((entry) => {
    if (tokens[i + 1]?.lower === 'ahead') return [];
    if (alsoNoun && entry.rest.length === 0 && !isVerbal(tokens, i, entry.form)) return [];
    const predicate = readPredicate(tokens, i, entry, sentence.headline);
    if (predicate.phase === 'mentioned' && (entry.form === 'ing' || isAdjective(entry.lemma, entry.form)))
      return [];
    return [{ predicate, heads: headsOfVerb.get(entry.lemma) ?? [] }];
  });
}

function isVerbal(tokens: readonly Token[], i: number, form: string): boolean {
  const before = tokens[i - 1];
  const after = tokens[i + 1];
  if (form === 'past') return true;
  if (VERBAL_BEFORE.has(before?.lower ?? '') || /ly$/.test(before?.lower ?? ''))
    return before?.lower !== 'and';
  if (form === 'ing') return /^(?:is|are|was|were|be|been)$/.test(before?.lower ?? '');
  if (form !== 's' && form !== 'base') return false;
  if (!before || DETERMINERS.has(before.lower) || !after) return false;
  // `Trump meets Zelensky`, `Police arrest three`: who does it before, an object after.
  const subject = form === 's' ? before.capital : PLURALS.test(before.lower);
  const object =
    after.capital ||
    /^(?:the|a|an|his|her|its|their|with|in|at|\d.*)$/.test(after.lower) ||
    !Number.isNaN(readNumber(after.lower));
  return subject && object;
}

/** Who can stand before a verb without -s: `ministers meet`, `police arrest`. */
const PLURALS = /^(?:police|people|men|women|troops|[a-z]{3,}[^s]s|hundreds|thousands|dozens)$/;

/** A verb in an infinitive under `cancels plan to visit`, `delays launch` takes the phase of what governs it. */
function governed(predicate: Predicate, general: readonly Predicate[]): Phase {
  if (predicate.phase === 'done' && predicate.class === 'event') return 'done';
  const over = general.find(
    (other) =>
      (other.class === 'cancels' || other.class === 'postpones') &&
      other.end <= predicate.start &&
      predicate.start - other.end <= 5,
  );
  return over ? over.phase : predicate.phase;
}

/** How far a verb may stand from the noun that it governs, in tokens. */
const REACH = 7;

function nounPhase(
  tokens: readonly Token[],
  from: number,
  to: number,
  general: readonly Predicate[],
  headline: boolean,
): Standing {
  const negated = negatedNoun(tokens, from);
  const before = standingBefore(tokens, from, to, general, headline);
  if (before) return before;
  const distance = (p: Predicate) => (p.end <= from ? from - p.end : p.start >= to ? p.start - to : 99);
  const nearest = general
    .filter((p) => p.phase !== 'mentioned' && distance(p) <= REACH)
    .toSorted((a, b) => rank(b) - rank(a) || distance(a) - distance(b))[0];
  // `issues no ruling`, `no talks are planned`: what is denied is not reported to be.
  if (negated)
    return {
      phase: nearest && nearest.phase !== 'mentioned' ? 'cancelled' : 'mentioned',
      over: false,
      background: false,
    };
  return { phase: nearest?.phase ?? 'mentioned', over: nearest?.class === 'ends', background: false };
}

/** What the preposition or adjective before a noun makes of it: `after talks`, `upcoming talks`; null without one. */
function standingBefore(
  tokens: readonly Token[],
  from: number,
  to: number,
  general: readonly Predicate[],
  headline: boolean,
): Standing | null {
  for (let k = from - 1; k >= Math.max(0, from - 5); k--) {
    const word = tokens[k]?.lower ?? '';
    if (BACKGROUND_DONE.has(word))
      return { phase: fails(general, to) ? 'mentioned' : 'done', over: false, background: true };
    if (BACKGROUND_PLANNED.has(word)) return { phase: 'planned', over: false, background: true };
    // `signed it at a meeting in Geneva`: where something was done, the event was held.
    if (/^(?:at|during)$/.test(word) && general.some((p) => p.phase === 'done' && p.end <= k))
      return { phase: 'done', over: false, background: true };
    // `five hours of talks bring no deal`: what is measured has been.
    if (headline && word === 'of' && /^(?:hours?|minutes|days|weeks)$/.test(tokens[k - 1]?.lower ?? ''))
      return { phase: 'done', over: false, background: true };
    if (PLANNED_ADJECTIVES.has(word) && k === from - 1)
      return { phase: 'planned', over: false, background: true };
    if (POSSIBLE_ADJECTIVES.has(word)) return { phase: 'possible', over: false, background: true };
    if (/^[,;:]$/.test(word) || general.some((other) => other.end - 1 === k)) break;
  }
  return null;
}

/** `after the truce collapsed` */
function fails(predicates: readonly Predicate[], to: number): boolean {
  return predicates.some(
    (p) => (p.class === 'cancels' || p.class === 'postpones') && p.start >= to && p.start - to <= REACH,
  );
}

function negatedNoun(tokens: readonly Token[], from: number): boolean {
  return tokens
    .slice(Math.max(0, from - 4), from)
    .some(
      (token, k, near) =>
        /^(?:no|without)$/.test(token.lower) &&
        near.slice(k + 1).every((between) => /^[\p{L}-]+$/u.test(between.text)),
    );
}

/** A verb that moves or ends a plan outweighs one that only names it: `talks set for Tuesday are postponed`. */
function rank({ class: predicateClass }: Predicate): number {
  return predicateClass === 'cancels' || predicateClass === 'postpones' || predicateClass === 'affirms'
    ? 1
    : 0;
}

import type { Token } from '../../../text/span.ts';
import { isPastForm } from '../../../text/verbs.ts';
import { SAY_WORDS, wordSet } from '../../../text/words.ts';
import type { EventMention, Phase } from '../facet.ts';
import type { ClauseText } from './clauses.ts';
import { bare, CONTAINERS, nounAt, ownPredicates, verbAt } from './event-index.ts';
import { areKin, type Head } from './lifecycles.ts';
import { type EventPhase, nounPhase } from './noun-phase.ts';
import { generalPredicates, type Predicate, predicatesOf } from './phases.ts';

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

function mention(
  tokens: readonly Token[],
  from: number,
  to: number,
  head: string,
  standing: EventPhase,
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

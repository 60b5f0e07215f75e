import type { Token } from '../../../text/span.ts';
import { wordSet } from '../../../text/words.ts';
import type { EventMention } from '../facet.ts';
import type { Predicate } from './phases.ts';

const BACKGROUND_DONE = wordSet('after following since during despite');
const BACKGROUND_PLANNED = wordSet('before ahead until pending');
const PLANNED_ADJECTIVES = wordSet(
  'planned upcoming scheduled proposed expected promised future forthcoming next',
);
const POSSIBLE_ADJECTIVES = wordSet('possible potential likely');
/** How far an event has come, in the words around its noun or verb. */
export type EventPhase = Pick<EventMention, 'phase' | 'over' | 'background'>;

/** How far a verb may stand from the noun that it governs, in tokens. */
const REACH = 7;

export function nounPhase(
  tokens: readonly Token[],
  from: number,
  to: number,
  general: readonly Predicate[],
  headline: boolean,
): EventPhase {
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
): EventPhase | null {
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

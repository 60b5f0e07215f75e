import type { Stage } from '../../model/story.ts';
import type { Clause, EventMention } from './facet.ts';
import { lifecycleOf } from './facets/lifecycles.ts';

const PENDING = new Set(['planned', 'possible', 'affirmed']);
/** Words by which a claim leaves a thing open that has no planned event in it. */
const OPEN =
  /\b(?:ha(?:s|ve) (?:so far )?(?:not|\w+ed no|made no|given no)|(?:is|are) not \w+ing|will not|won't|refuses? to|without saying|did not say|summoned|in talks|unsettled|unresolved|undecided|left open|remains? open|has not (?:been )?(?:decided|said|set)|no date|yet to|not yet|pending|due|promised?|pledged?|plans to|none had been|awaits?|unclear whether|wants to|seeks? to)\b/i;

/** What a claim is about: the first event that is still ahead or under way, else the first that it tells. */
export function principalOf(events: readonly EventMention[]): EventMention | undefined {
  const main = events.filter((event) => !event.background);
  return (
    main.find((event) => PENDING.has(event.phase)) ??
    main.find((event) => event.phase === 'underway') ??
    main.find((event) => event.phase === 'done') ??
    main[0] ??
    events.find((event) => PENDING.has(event.phase)) ??
    events[0]
  );
}

export function stageOf(text: string, principal: EventMention | undefined): Stage {
  if (principal && PENDING.has(principal.phase)) return 'pending';
  if (/\b(?:still|continu\w+|ongoing|under way|underway|remain(?:s|ed) in force|how long)\b/i.test(text))
    return 'running';
  if (OPEN.test(text)) return 'pending';
  if (principal?.phase === 'underway') return 'running';
  return principal?.phase === 'done' ? 'closed' : 'stated';
}

export function weighHeads(
  events: readonly EventMention[],
  principal: EventMention | undefined,
): Map<string, number> {
  const heads = new Map<string, number>();
  const raise = (head: string, weight: number) => heads.set(head, Math.max(heads.get(head) ?? 0, weight));
  for (const event of events) {
    const isPrincipal = principal !== undefined && event.span.start === principal.span.start;
    raise(event.head, isPrincipal ? 1 : 0.4);
  }
  for (const [head, weight] of [...heads]) {
    for (const kin of (lifecycleOf(head).kin ?? '').split(' ').filter(Boolean)) raise(kin, weight * 0.75);
  }
  return heads;
}

export function inSameClause(clauses: readonly Clause[], one: number, other: number): boolean {
  return clauses.some(({ start, end }) => one >= start && one < end && other >= start && other < end);
}

import type { WaitingItem } from '../monitor/waiting-port.ts';
import { plural } from './count.ts';

const WAITS = {
  reading: 'to be read',
  provider: 'for the provider',
  budget: 'for the budget',
  batch: 'for the answers to a batch',
} as const;

/** What was not judged, and why: a line for each thing that items wait for, and one for those that were given up. */
export function waitingLines(waiting: readonly WaitingItem[]): string[] {
  const groups = new Map<string, WaitingItem[]>();
  for (const each of waiting) {
    const what = each.waitsFor === null ? 'given up' : `wait ${WAITS[each.waitsFor]}`;
    groups.set(what, [...(groups.get(what) ?? []), each]);
  }
  return [...groups].map(([what, own]) => {
    const reasons = [...new Set(own.flatMap(({ why }) => (why ? [why] : [])))];
    // That the provider failed several times in a row says once more why.
    const first = reasons.filter((why) => !reasons.some((other) => other !== why && why.endsWith(other)));
    const told = first.length > 0 ? `: ${first.slice(0, 2).join('; ')}` : '';
    return `${plural(own.length, 'item')} ${own.length === 1 ? what.replace(/^wait/, 'waits') : what}${told}`;
  });
}

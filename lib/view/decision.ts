import { plural } from './count.ts';
import { timeOf } from './dates.ts';
import type { WordedDecision } from './worded.ts';

/** An editor's word in a line: `accepted by ada, 2025-12-02 10:30 CET, 3 reports, as 23 injured: “the later count”`. */
export function decisionLine({ verdict, by, at, note, items, mended }: WordedDecision, zone: string): string {
  const parts = [
    `${verdict} by ${by ?? 'somebody'}`,
    at === null ? 'at a time not noted' : timeOf(at, zone),
    plural(items.length, 'report'),
    ...(mended ? [`as ${mended.kind}, ${mended.value}${mended.claimId ? ` (${mended.claimId})` : ''}`] : []),
  ];
  return `${parts.join(', ')}${note ? `: “${note}”` : ''}`;
}

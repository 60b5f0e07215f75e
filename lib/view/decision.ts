import { lastWords } from '../model/decision.ts';
import type { ChangeRecord } from '../model/report.ts';
import type { Story } from '../model/story.ts';
import { plural } from './count.ts';
import { timeOf } from './dates.ts';
import { type WordedDecision, wordedDecision } from './worded.ts';

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

/** Whose word stands on the reports of a record, where it is not this editor's own; else null. */
export function wordOfOthers(
  { decisions, evidence }: Pick<ChangeRecord, 'decisions' | 'evidence'>,
  story: Pick<Story, 'baseline' | 'slots'>,
  by: string,
  zone: string,
): string | null {
  const words = lastWords(decisions);
  // A word on reports that are gone says nothing of those that made the record again.
  const own = new Set(evidence.map(({ itemId }) => words.get(itemId)));
  const standing = decisions.findLast((decision) => own.has(decision));
  if (!standing || standing.by === by) return null;
  return decisionLine(wordedDecision(standing, story), zone);
}

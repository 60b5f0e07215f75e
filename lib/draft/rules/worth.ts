import type { LintedClaim } from '../../model/lint.ts';
import { bounds, daysBetween } from '../../text/edtf.ts';
import { quotedIn } from './quoted.ts';

/** What was over so long before the article is history, in days. */
const HISTORY_DAYS = 45;
/** So much of a statement within quotation marks is somebody's rhetoric. */
const QUOTED_SHARE = 0.6;

/** How likely later news is to overtake a statement, from 0: what is planned, open, counted, claimed or silent may be. */
export function worthOf(
  { claim: { text }, slots, silent, kinds, faults }: LintedClaim,
  publishedOn: string,
): number {
  if (text.trim().endsWith('?') || quotedShare(text) > QUOTED_SHARE) return 0;
  if (isHistory(text, slots.due, publishedOn)) return 0;
  if (silent.length > 0) return 4;
  const isAttributed = kinds.includes('denied') && ATTRIBUTION.test(text);
  const worth =
    (slots.stage === 'pending' ? 3 : slots.stage === 'running' ? 2 : 0) +
    (slots.figures.length > 0 ? 1.5 : 0) +
    (isAttributed ? 1 : 0) +
    (OPEN.test(text) ? 1.5 : 0);
  // What can't be read alone serves less.
  return faults.some(({ fault }) => fault === 'pronoun') ? worth / 2 : worth;
}

const ATTRIBUTION =
  /\b(?:says?|said|told|according to|claim\w*|alleg\w*|accus\w*|den(?:y|ies|ied)|insist\w*|warn\w*|promis\w*|refus\w*|reject\w*|threat\w*|demand\w*|call(?:s|ed) (?:for|on)|ruled out)\b/i;
/** What leaves something open. */
const OPEN =
  /\b(?:not (?:yet|been|said|clear|known|respond\w*|repl\w+|comment\w*)|declin\w+ to|no (?:date|decision|investigation|timetable)|(?:will|would|could|may|might|plans?|planned|wants?|expect\w*|due|until|by the end|has (?:asked|offered|promised|threatened|called|suspended|withdrawn))\b)/i;

function quotedShare(text: string): number {
  const quoted = quotedIn(text).reduce((sum, { words }) => sum + words.length, 0);
  return text.length === 0 ? 0 : quoted / text.length;
}

function isHistory(text: string, due: string | null, publishedOn: string): boolean {
  const year = Number(publishedOn.slice(0, 4));
  const years = Array.from(text.matchAll(/\b(?:19|20)\d\d\b/g), ([told]) => Number(told));
  if (years.length > 0 && years.every((told) => told < year - 1)) return !OPEN.test(text);
  return due !== null && daysBetween(bounds(due)[1], publishedOn) > HISTORY_DAYS;
}

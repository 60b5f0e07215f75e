import type { Verdict } from '../model/decision.ts';
import { shortId } from '../model/report.ts';
import { paintedDiff } from './change.ts';
import { paintKind } from './changes.ts';
import { originsOf, percent, plural } from './count.ts';
import { timeOf } from './dates.ts';
import { decisionLine } from './decision.ts';
import { indented, type Screen } from './layout.ts';
import type { WordedRecord } from './worded.ts';

/** So many reports are quoted; the rest are counted. */
const QUOTED = 4;

const KEYS = 'y yes  n no  e mend  Y N with a note  l later  k back  u undo  ? keys  q quit';

/** What each key does. */
export const LEGEND = `
y  yes: the change is sure from now on          n  no: its reports no longer count
Y  yes, with a note                             N  no, with a note
e  mend: another value, kind or claim (or m)    u  undo your last decision
l  later, the next one (or j, space, →)         k  back to the one before (or ←)
Escape leaves a question                        q  quit`;

/** One record for an editor's yes or no: its claim, before and after, and the words that say so. */
export function reviewCard(record: WordedRecord, place: string, screen: Screen): string {
  const { paint, zone } = screen;
  const { id, claim, claimId, kind, before, after, confidence, evidence, decisions } = record;
  const more = evidence.length - QUOTED;
  const line = (text: string, indent = '  ') => indented(text, screen, indent);
  return [
    '',
    `${paint.dim(place)}  ${paint.bold(claimId ?? 'a turn that no claim foresaw')}  ${paintKind(kind, kind, screen)}  ${paint.dim(shortId(id))}`,
    ...(claim ? [line(claim)] : []),
    '',
    line(`${before} → ${paint.bold(after)}`),
    line(paintedDiff(before, after, paint)),
    line(
      paint.dim(
        `${percent(confidence)} likely, ${plural(evidence.length, 'report')} of ${plural(originsOf(record).size, 'origin')}`,
      ),
    ),
    ...evidence.slice(0, QUOTED).flatMap(({ quote, source, saidAt, link }) => [
      '',
      line(`“${quote}”`, '    '),
      line(paint.dim(`${source}, ${timeOf(saidAt, zone)}`), '    '),
      // Whole, so that a terminal makes a link of it.
      ...(link ? [`    ${paint.dim(link)}`] : []),
    ]),
    ...(more > 0
      ? ['', line(`and ${plural(more, 'more report')}: claimwatch show ${shortId(id)}`, '    ')]
      : []),
    ...decisions.map((decision) => line(paint.yellow(decisionLine(decision, zone)))),
    '',
    paint.dim(KEYS),
  ].join('\n');
}

/** What was decided in a review. */
export interface Decided {
  readonly id: string;
  readonly verdict: Verdict;
  readonly isMended: boolean;
}

/** A review in a line. @param settled the records that others decided meanwhile */
export function reviewSummary(decided: readonly Decided[], of: number, settled: readonly string[]): string {
  const last = new Map(decided.map((each) => [each.id, each]));
  const count = (wanted: (each: Decided) => boolean) => [...last.values()].filter(wanted).length;
  const mended = count(({ isMended }) => isMended);
  const others = settled.filter((id) => !last.has(id)).length;
  const parts = [
    `${count(({ verdict }) => verdict === 'accepted')} accepted${mended > 0 ? ` (${mended} mended)` : ''}`,
    `${count(({ verdict }) => verdict === 'rejected')} rejected`,
    ...(others > 0 ? [`${others} settled by others`] : []),
  ];
  return `${parts.join(', ')}; ${plural(of - last.size - others, 'possible change')} left`;
}

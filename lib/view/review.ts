import { wordDiff } from './change.ts';
import { paintKind, shortId } from './changes.ts';
import { originsOf, plural } from './count.ts';
import { timeOf } from './dates.ts';
import { decisionLine } from './decision.ts';
import { indented, type Screen } from './layout.ts';
import type { WordedRecord } from './worded.ts';

/** So many reports are quoted; the rest are counted. */
const QUOTED = 4;

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
    line(wordDiff(before, after, paint)),
    line(
      paint.dim(
        `likely by ${confidence.toFixed(2)}, ${plural(evidence.length, 'report')} of ${plural(originsOf(record).size, 'origin')}`,
      ),
    ),
    ...evidence
      .slice(0, QUOTED)
      .flatMap(({ quote, source, saidAt, link }) => [
        '',
        line(`“${quote}”`, '    '),
        line(paint.dim(`${source}, ${timeOf(saidAt, zone)}${link ? `  ${link}` : ''}`), '    '),
      ]),
    ...(more > 0
      ? ['', line(`and ${plural(more, 'more report')}: claimwatch show ${shortId(id)}`, '    ')]
      : []),
    ...decisions.map((decision) => line(paint.yellow(decisionLine(decision, zone)))),
    '',
    paint.dim('y yes  n no  e mend  Y N with a note  l later  k back  u undo  q quit'),
  ].join('\n');
}

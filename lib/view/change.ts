import type { Evidence } from '../model/report.ts';
import { shortId } from '../model/report.ts';
import { agencyOf } from './agency.ts';
import { paintKind } from './changes.ts';
import { originsOf, plural } from './count.ts';
import { minuteOf, timeOf } from './dates.ts';
import { decisionLine } from './decision.ts';
import { indented, type Paint, type Screen } from './layout.ts';
import { wordDiff } from './word-diff.ts';
import type { WordedRecord } from './worded.ts';

/** One change record in full: the claim, before and after word by word, and every report with its words. */
export function changeDetail(
  record: WordedRecord,
  screen: Screen,
  superseded: readonly Evidence[] = [],
): string {
  const { paint, zone } = screen;
  const { kind, aspect, value, before, after, firstSeen, lastSeen, supersedes, evidence } = record;
  const { claim, certainty, confidence, contested, rejected, reported, decisions } = record;
  const origins = originsOf(record).size;
  return [
    `${paint.bold(record.claimId ?? 'no claim')}  ${paintKind(kind, kind, screen)}  ${paint.dim(record.id)}`,
    ...(claim ? ['', indented(claim, screen, '  ')] : []),
    '',
    indented(`Before   ${before}`, screen, '  '),
    indented(`After    ${after}`, screen, '  '),
    indented(`Words    ${paintedDiff(before, after, paint)}`, screen, '  '),
    indented(`Value    ${value} (${aspect})`, screen, '  '),
    ...(reported ? [indented(`Reported ${struck(reported, paint)}`, screen, '  ')] : []),
    indented(
      `Seen     first ${minuteOf(firstSeen, zone)}, last ${timeOf(lastSeen, zone)}; ${certainty}, confidence ${confidence.toFixed(2)}`,
      screen,
      '  ',
    ),
    ...contested.map(({ value: one, origins: by }) =>
      indented(`Contested ${one}: ${by.join(', ')}`, screen, '  '),
    ),
    ...(rejected > 0
      ? [indented(`Rejected ${plural(rejected, 'other report')} of the same`, screen, '  ')]
      : []),
    ...decisions.map((decision) => indented(`Decided  ${decisionLine(decision, zone)}`, screen, '  ')),
    ...(supersedes ? [indented(`Replaces ${shortId(supersedes)}`, screen, '  ')] : []),
    '',
    `${plural(evidence.length, 'report')} of ${plural(origins, 'origin')}`,
    ...evidence.flatMap((report) => reportLines(report, screen)),
    ...(superseded.length > 0
      ? ['', `${plural(superseded.length, 'report')} superseded by another reading of the item`]
      : []),
    ...superseded.flatMap((report) => reportLines(report, screen)),
  ].join('\n');
}

function reportLines(report: Evidence, screen: Screen): string[] {
  const { paint } = screen;
  const { saidAt, source, title, quote, link, guid, reader, isMeanwhile } = report;
  const agency = agencyOf(report);
  return [
    '',
    indented(
      `${minuteOf(saidAt, screen.zone)}  ${paint.bold(source)}${agency === null ? '' : ` (${agency})`}`,
      screen,
      '  ',
    ),
    ...(quote === title ? [] : [indented(title, screen, '    ')]),
    indented(`“${quote}”`, screen, '    '),
    ...(link ? [`    ${paint.dim(link)}`] : []),
    paint.dim(
      indented(
        `${guid === link ? '' : `item ${guid}, `}read by ${reader}${isMeanwhile ? ' meanwhile: the story’s own reader has still to judge it' : ''}`,
        screen,
        '    ',
      ),
    ),
  ];
}

/** What does not count any more: struck through where a terminal can, else between dashes. */
function struck(text: string, paint: Paint): string {
  return paint.strikethrough('x') === 'x' ? `[-${text}-]` : paint.strikethrough(text);
}

/** Before and after in one line: `[-no date-] {+2 December 2025+}`, in colours where there are any. */
export function paintedDiff(before: string, after: string, paint: Paint): string {
  const colored = paint.red('x') !== 'x';
  const out = (text: string) => (colored ? paint.red(paint.strikethrough(text)) : `[-${text}-]`);
  const put = (text: string) => (colored ? paint.green(text) : `{+${text}+}`);
  return wordDiff(before, after)
    .map(({ is, text }) => (is === 'in' ? put(text) : is === 'out' ? out(text) : text))
    .join('');
}

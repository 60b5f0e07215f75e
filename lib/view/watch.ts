import type { RunSummary } from '../monitor/check.ts';
import type { AnnouncementWords } from './announcement/words.ts';
import { paintKind } from './changes.ts';
import { plural } from './count.ts';
import { minuteOf } from './dates.ts';
import { indented, type Screen } from './layout.ts';
import { leftParts } from './run.ts';

/** So many reports are quoted; `show` has all. */
const QUOTED = 2;

/** A change as a watch prints it when it comes: what changed, the claim, who says so, where to read on. */
export function announcementView(
  { subject, notes, claim, change, standing, count, reports, command }: AnnouncementWords,
  screen: Screen,
): string {
  const { paint } = screen;
  const line = (text: string) => indented(text, screen, '  ');
  return [
    paint.bold(subject),
    ...notes.map((note) => line(paint.yellow(note))),
    line(claim),
    ...(change
      ? [line(`${paintKind(change.kind, change.kind, screen)}: ${change.before} → ${change.after}`)]
      : []),
    ...(standing ? [line(standing)] : []),
    ...reports
      .slice(0, QUOTED)
      .flatMap(({ quote, from, link }) => [
        line(`“${quote}”`),
        line(paint.dim(`${from}${link ? `; ${link}` : ''}`)),
      ]),
    line(paint.dim(`${count ? `${count}; ` : ''}${command}`)),
  ].join('\n');
}

/** A look in a line: what was read, and when the next one is. */
export function checkLine(
  { feeds, unchanged, failed, left, judged }: RunSummary,
  { at, next, told }: { readonly at: Date; readonly next: Date; readonly told: number },
  zone: string,
): string {
  const parts = [
    feeds + left.length === 0 ? 'no feed is due yet' : plural(feeds, 'feed'),
    ...(unchanged > 0 ? [`${unchanged} unchanged`] : []),
    ...(failed.length > 0 ? [`${failed.length} failed`] : []),
    ...leftParts(left),
    ...(feeds > 0 ? [plural(judged, 'new item')] : []),
    told === 0 ? 'nothing changed' : plural(told, 'change'),
  ];
  const time = (moment: Date) => minuteOf(moment.toISOString(), zone).slice(11);
  return `${time(at)}  ${parts.join(', ')}; next ${time(next)}`;
}

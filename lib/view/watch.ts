import type { ChangeRecord } from '../model/report.ts';
import { shortId } from '../model/report.ts';
import type { Story } from '../model/story.ts';
import type { RunSummary } from '../monitor/check.ts';
import { paintKind } from './changes.ts';
import { originsOf, plural } from './count.ts';
import { minuteOf, timeOf } from './dates.ts';
import { indented, type Screen } from './layout.ts';
import { worded } from './worded.ts';

/** A change as a watch prints it when it comes: what changed, the claim, who says so. */
export function newsView(record: ChangeRecord, story: Story, screen: Screen): string {
  const told = worded(record, story);
  const { paint } = screen;
  const { source = '', saidAt = '', quote = '', link } = told.evidence[0] ?? {};
  const head = `${paintKind(told.kind, told.kind, screen)} ${told.before} → ${told.after}`;
  const doubt = told.certainty === 'possible' ? `${paint.dim('possible:')} ` : '';
  const line = (text: string) => indented(text, screen, '  ');
  return [
    `${doubt}${paint.bold(told.claimId ?? 'a turn')} ${head} ${paint.dim(shortId(told.id))}`,
    ...(told.claim ? [line(told.claim)] : []),
    line(`“${quote}”`),
    line(
      paint.dim(
        `${source}, ${timeOf(saidAt, screen.zone)}; ${plural(originsOf(told).size, 'origin')}${link ? `; ${link}` : ''}`,
      ),
    ),
  ].join('\n');
}

/** A check in a line: what was read, and when the next one is. */
export function checkLine(
  { feeds, unchanged, failed, judged }: RunSummary,
  { at, next, told }: { readonly at: Date; readonly next: Date; readonly told: number },
  zone: string,
): string {
  const parts = [
    feeds === 0 ? 'no feed is due yet' : plural(feeds, 'feed'),
    ...(unchanged > 0 ? [`${unchanged} unchanged`] : []),
    ...(failed.length > 0 ? [`${failed.length} failed`] : []),
    ...(feeds > 0 ? [plural(judged, 'new item')] : []),
    told === 0 ? 'nothing changed' : plural(told, 'change'),
  ];
  const time = (moment: Date) => minuteOf(moment.toISOString(), zone).slice(11);
  return `${time(at)}  ${parts.join(', ')}; next ${time(next)}`;
}

import type { ClaimStanding, Standing } from '../compare/standing.ts';
import type { Story } from '../model/story.ts';
import type { WaitingItem } from '../monitor/waiting-port.ts';
import { wordDate } from '../text/word-date.ts';
import { type LastLook, lookLines } from './article.ts';
import { plural } from './count.ts';
import { dayIn, timeOf } from './dates.ts';
import { indented, type Screen, table } from './layout.ts';
import { waitingLines } from './waiting.ts';
import { worded } from './worded.ts';

const ORDER: readonly Standing[] = ['overtaken', 'lapsed', 'developing', 'in question', 'stands'];

/**
 * A story's article and its claims with their standing.
 * @param page what the last look at its own page came to; null where there was none
 * @param waiting the items that its reader has still to judge
 */
export function storyView(
  story: Story,
  page: LastLook | null,
  waiting: readonly WaitingItem[],
  claims: readonly ClaimStanding[],
  screen: Screen,
): string {
  const { article } = story.baseline;
  const counts = ORDER.map((standing) => ({
    standing,
    count: claims.filter((claim) => claim.standing === standing).length,
  })).filter(({ count }) => count > 0);
  return [
    indented(screen.paint.bold(article.title), screen, ''),
    indented(`${article.publisher}, ${timeOf(article.publishedAt, screen.zone)}  ${article.url}`, screen, ''),
    ...(page ? lookLines(page, screen) : []),
    indented(
      `${plural(claims.length, 'claim')}: ${counts.map(({ standing, count }) => `${count} ${standing === 'stands' && count > 1 ? 'stand' : standing}`).join(', ')}`,
      screen,
      '',
    ),
    ...(story.baseline.until ? [indented(`Watched until ${story.baseline.until}`, screen, '')] : []),
    ...waitingLines(waiting).map((line) => indented(screen.paint.yellow(line), screen, '')),
    '',
    table(
      [{ title: 'Standing', width: 11 }, { title: 'Claim' }, { title: 'What was reported', width: 38 }],
      claims.map((claim) => [
        paintStanding(claim.standing, screen),
        `${screen.paint.bold(claim.claim.id)}\n${claim.claim.text}`,
        reported(claim, story, screen.zone),
      ]),
      screen,
    ),
  ].join('\n');
}

function reported({ records, standing, due }: ClaimStanding, story: Story, zone: string): string {
  const lines = records.map((record) => {
    const { firstSeen, kind, after, certainty } = worded(record, story);
    return `${dayIn(firstSeen, zone).slice(5)} ${certainty === 'possible' ? 'possibly ' : ''}${kind}: ${after}`;
  });
  if (standing === 'lapsed' && due) lines.push(`due ${wordDate(due)}, no word since`);
  return lines.join('\n');
}

function paintStanding(standing: Standing, { paint }: Screen): string {
  if (standing === 'overtaken') return paint.red(standing);
  if (standing === 'developing' || standing === 'in question') return paint.yellow(standing);
  return standing === 'lapsed' ? paint.cyan(standing) : paint.dim(standing);
}

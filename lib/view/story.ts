import type { ClaimStanding, Standing } from '../compare/standing.ts';
import type { Article } from '../model/baseline.ts';
import type { WaitingItem } from '../monitor/ports.ts';
import { type LastLook, lookLines } from './article.ts';
import { plural } from './count.ts';
import { minuteOf, wordDate } from './dates.ts';
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
  article: Article,
  page: LastLook | null,
  waiting: readonly WaitingItem[],
  claims: readonly ClaimStanding[],
  screen: Screen,
): string {
  const counts = ORDER.map((standing) => ({
    standing,
    count: claims.filter((claim) => claim.standing === standing).length,
  })).filter(({ count }) => count > 0);
  return [
    indented(screen.paint.bold(article.title), screen, ''),
    indented(`${article.publisher}, ${minuteOf(article.publishedAt)} UTC  ${article.url}`, screen, ''),
    ...(page ? lookLines(page, screen) : []),
    indented(
      `${plural(claims.length, 'claim')}: ${counts.map(({ standing, count }) => `${count} ${standing === 'stands' && count > 1 ? 'stand' : standing}`).join(', ')}`,
      screen,
      '',
    ),
    ...waitingLines(waiting).map((line) => indented(screen.paint.yellow(line), screen, '')),
    '',
    table(
      [{ title: 'Standing', width: 11 }, { title: 'Claim' }, { title: 'What was reported', width: 38 }],
      claims.map((claim) => [
        paintStanding(claim.standing, screen),
        `${screen.paint.bold(claim.claim.id)}\n${claim.claim.text}`,
        reported(claim),
      ]),
      screen,
    ),
  ].join('\n');
}

function reported({ claim, slots, records, standing, due }: ClaimStanding): string {
  const lines = records.map((record) => {
    const { firstSeen, kind, after, certainty } = worded(record, {
      slots: slots ? { [claim.id]: slots } : {},
    });
    return `${firstSeen.slice(5, 10)} ${certainty === 'possible' ? 'possibly ' : ''}${kind}: ${after}`;
  });
  if (standing === 'lapsed' && due) lines.push(`due ${wordDate(due)}, no word since`);
  return lines.join('\n');
}

function paintStanding(standing: Standing, { paint }: Screen): string {
  if (standing === 'overtaken') return paint.red(standing);
  if (standing === 'developing' || standing === 'in question') return paint.yellow(standing);
  return standing === 'lapsed' ? paint.cyan(standing) : paint.dim(standing);
}

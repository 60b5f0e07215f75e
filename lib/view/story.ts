import type { ClaimStanding, Standing } from '../compare/standing.ts';
import type { Article } from '../model/baseline.ts';
import { plural } from './count.ts';
import { minuteOf, wordDates } from './dates.ts';
import { indented, type Screen, table } from './layout.ts';

const ORDER: readonly Standing[] = ['overtaken', 'lapsed', 'developing', 'stands'];

/** A story's article and its claims with their standing. */
export function storyView(article: Article, claims: readonly ClaimStanding[], screen: Screen): string {
  const counts = ORDER.map((standing) => ({
    standing,
    count: claims.filter((claim) => claim.standing === standing).length,
  })).filter(({ count }) => count > 0);
  return [
    indented(screen.paint.bold(article.title), screen, ''),
    indented(`${article.publisher}, ${minuteOf(article.publishedAt)} UTC  ${article.url}`, screen, ''),
    indented(
      `${plural(claims.length, 'claim')}: ${counts.map(({ standing, count }) => `${count} ${standing}`).join(', ')}`,
      screen,
      '',
    ),
    '',
    table(
      [{ title: 'Standing', width: 10 }, { title: 'Claim' }, { title: 'What was reported', width: 38 }],
      claims.map((claim) => [
        paintStanding(claim.standing, screen),
        `${screen.paint.bold(claim.claim.id)}\n${claim.claim.text}`,
        reported(claim),
      ]),
      screen,
    ),
  ].join('\n');
}

function reported({ records, standing, due }: ClaimStanding): string {
  const lines = records.map(
    ({ firstSeen, kind, after, certainty }) =>
      `${firstSeen.slice(5, 10)} ${certainty === 'possible' ? 'possibly ' : ''}${kind}: ${wordDates(after)}`,
  );
  if (standing === 'lapsed' && due) lines.push(`due ${wordDates(due)}, no word since`);
  return lines.join('\n');
}

function paintStanding(standing: Standing, { paint }: Screen): string {
  if (standing === 'overtaken') return paint.red(standing);
  if (standing === 'developing') return paint.yellow(standing);
  return standing === 'lapsed' ? paint.cyan(standing) : paint.dim(standing);
}

import type { ChangeRecord } from '../model/report.ts';
import type { Story } from '../model/story.ts';
import type { RunSummary } from '../monitor/check.ts';
import { changesTable } from './changes.ts';
import { plural } from './count.ts';
import { indented, type Screen } from './layout.ts';
import { type ReadBy, readByLine, type Spent, spentLine, unreadLines } from './read-by.ts';
import { recordData, worded } from './worded.ts';

/** What a run came to, with all records of its stories. */
export interface RunOutcome {
  readonly ledgers: readonly { readonly story: Story; readonly changes: readonly ChangeRecord[] }[];
  readonly summary: RunSummary;
  /** How much evidence each record had before the run, by its id. */
  readonly known: ReadonlyMap<string, number>;
  readonly readBy: ReadBy;
  readonly spent: Spent;
}

export function wasRead({ items, unchanged }: RunSummary): boolean {
  return items > 0 || unchanged > 0;
}

/** The run as one JSON document. */
export function runData({ ledgers, summary, spent }: RunOutcome): object {
  const changes = ledgers.flatMap(({ story, changes: own }) =>
    own.map((record) => recordData(record, story)),
  );
  return { changes, run: { ...summary, spent } };
}

/** What is new, a table of what is sure and one of what is possible for each story, and the run in a line. */
export function runView({ ledgers, summary, known, readBy, spent }: RunOutcome, screen: Screen): string {
  const isNews = ({ id, evidence }: ChangeRecord) => evidence.length > (known.get(id) ?? 0);
  const news = ledgers.flatMap(({ changes }) => changes.filter(isNews));
  const stories = ledgers.map(({ story }) => `npm run -s claimwatch -- story ${story.baseline.story}`);
  const all = ledgers.flatMap(({ changes }) => changes);
  return [
    `${indented(readByLine(readBy), screen, '')}\n`,
    ...ledgers.flatMap(({ story, changes }) => storyNews(story, changes.filter(isNews), screen)),
    `${feedsLine(summary)}; ${newsLine(news, known)}`,
    ...unreadLines(summary).map((line) => indented(line, screen, '')),
    ...(spent.requests > 0 ? [spentLine(spent)] : []),
    ...(all.length > 0 ? [`Read on: ${stories.join(', ')}; changes; changes --possible; show ID`] : []),
  ].join('\n');
}

function storyNews(story: Story, news: readonly ChangeRecord[], screen: Screen): string[] {
  if (news.length === 0) return [];
  const { article, story: slug } = story.baseline;
  const ofCertainty = (wanted: ChangeRecord['certainty']) =>
    news.filter(({ certainty }) => certainty === wanted).map((record) => worded(record, story));
  const [sure, possible] = [ofCertainty('sure'), ofCertainty('possible')];
  const { bold } = screen.paint;
  return [
    `${bold(article.title)}\n${article.publisher}, ${article.publishedAt.slice(0, 10)}; story ${slug}\n`,
    ...(sure.length > 0 ? [`${changesTable(sure, screen)}\n`] : []),
    ...(possible.length > 0
      ? [
          `${bold('Possible, for your yes or no')} (accept ID, reject ID)\n\n${changesTable(possible, screen)}\n`,
        ]
      : []),
  ];
}

function feedsLine({ feeds, unchanged, failed, items, judged }: RunSummary): string {
  const parts = [
    plural(feeds, 'feed'),
    unchanged > 0 ? `${unchanged} unchanged` : '',
    failed.length > 0 ? `${failed.length} failed` : '',
  ].filter(Boolean);
  return `${parts.join(', ')}; ${plural(items, 'item')}, ${judged} new`;
}

function newsLine(news: readonly ChangeRecord[], known: ReadonlyMap<string, number>): string {
  if (news.length === 0) return 'nothing new was recorded';
  const grown = news.filter(({ id }) => known.has(id)).length;
  const possible = news.filter(({ id, certainty }) => certainty === 'possible' && !known.has(id)).length;
  return `${plural(news.length - grown, 'new change')}${possible > 0 ? `, ${possible} of them only possible` : ''}${grown > 0 ? `, ${grown} with more reports` : ''}`;
}

import type { ChangeRecord } from '../model/report.ts';
import type { Story } from '../model/story.ts';
import type { RunSummary } from '../monitor/check.ts';
import { changesTable } from './changes.ts';
import { plural } from './count.ts';
import { dayIn } from './dates.ts';
import { indented, type Screen } from './layout.ts';
import { type ReadBy, readByLine, type Spent, spentLine, unreadLines } from './read-by.ts';
import { recordData, worded } from './worded.ts';

export interface RecordBefore {
  readonly reports: number;
  readonly certainty: ChangeRecord['certainty'];
}

/** What a run came to, with all records of its stories. */
export interface RunOutcome {
  readonly ledgers: readonly { readonly story: Story; readonly changes: readonly ChangeRecord[] }[];
  readonly summary: RunSummary;
  /** What each record was like before the run, by its id. */
  readonly before: ReadonlyMap<string, RecordBefore>;
  readonly readBy: readonly ReadBy[];
  readonly spent: Spent;
  /** Items that are asked about no more. */
  readonly givenUp: number;
}

/** What each record is like before a run, by its id. */
export function recordsBefore(records: readonly ChangeRecord[]): Map<string, RecordBefore> {
  return new Map(
    records.map(({ id, evidence, certainty }) => [id, { reports: evidence.length, certainty }] as const),
  );
}

export function wasRead({ items, unchanged, nextAt }: RunSummary): boolean {
  return items > 0 || unchanged > 0 || nextAt !== null;
}

/** The run as one JSON document. */
export function runData({ ledgers, summary, spent }: RunOutcome): object {
  const changes = ledgers.flatMap(({ story, changes: own }) =>
    own.map((record) => recordData(record, story)),
  );
  return { changes, run: { ...summary, spent } };
}

/** What is new, a table of what is sure and one of what is possible for each story, and the run in a line. */
export function runView(
  { ledgers, summary, before, readBy, spent, givenUp }: RunOutcome,
  screen: Screen,
): string {
  const isNews = ({ id, evidence, certainty }: ChangeRecord) => {
    const known = before.get(id);
    return (
      !known || evidence.length > known.reports || (certainty === 'sure' && known.certainty === 'possible')
    );
  };
  const news = ledgers.flatMap(({ changes }) => changes.filter(isNews));
  const stories = ledgers.map(({ story }) => `npm run -s claimwatch -- story ${story.baseline.story}`);
  const all = ledgers.flatMap(({ changes }) => changes);
  return [
    ...readBy.map((each) => `${indented(readByLine(each), screen, '')}\n`),
    ...ledgers.flatMap(({ story, changes }) => storyNews(story, changes.filter(isNews), screen)),
    `${feedsLine(summary)}; ${newsLine(news, before)}`,
    ...takenBackLines(all, before),
    ...unreadLines(summary).map((line) => indented(line, screen, '')),
    ...(givenUp > 0
      ? [`${plural(givenUp, 'item')} given up after several tries; claimwatch ask --retry asks again`]
      : []),
    ...(spent.requests > 0 ? [spentLine(spent)] : []),
    ...(all.length > 0
      ? [
          `Read on: ${stories.join(', ')}; changes; changes --possible; show ID`,
          'See and decide it on a page: npm run -s claimwatch -- page --open',
        ]
      : []),
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
    `${bold(article.title)}\n${article.publisher}, ${dayIn(article.publishedAt, screen.zone)}; story ${slug}\n`,
    ...(sure.length > 0 ? [`${changesTable(sure, screen)}\n`] : []),
    ...(possible.length > 0
      ? [
          `${bold('Possible, for your yes or no')} (accept ID, reject ID)\n\n${changesTable(possible, screen)}\n`,
        ]
      : []),
  ];
}

function feedsLine({ feeds, unchanged, failed, left, items, judged }: RunSummary): string {
  const parts = [
    plural(feeds, 'feed'),
    unchanged > 0 ? `${unchanged} unchanged` : '',
    failed.length > 0 ? `${failed.length} failed` : '',
    ...leftParts(left),
  ].filter(Boolean);
  return `${parts.join(', ')}; ${plural(items, 'item')}, ${judged} new`;
}

/** How many feeds were not asked, and why. */
export function leftParts(left: RunSummary['left']): string[] {
  const busy = left.filter(({ why }) => why === 'host waits').length;
  const read = left.length - busy;
  return [
    ...(busy > 0 ? [`${busy} left alone, as the host asks`] : []),
    ...(read > 0 ? [`${read} read by another check`] : []),
  ];
}

/** What is not said any more, or not as surely: where the reader, the claims or what was measured changed. */
export function takenBackLines(
  records: readonly ChangeRecord[],
  before: ReadonlyMap<string, RecordBefore>,
): string[] {
  const now = new Map(records.map(({ id, certainty }) => [id, certainty]));
  const gone = [...before.keys()].filter((id) => !now.has(id)).length;
  const doubted = [...before].filter(
    ([id, { certainty }]) => certainty === 'sure' && now.get(id) === 'possible',
  ).length;
  if (gone + doubted === 0) return [];
  const parts = [
    ...(doubted > 0 ? [`${plural(doubted, 'record')} only possible now`] : []),
    ...(gone > 0 ? [`${plural(gone, 'record')} said by no reader any more`] : []),
  ];
  return [`Judged again: ${parts.join(', ')}`];
}

function newsLine(news: readonly ChangeRecord[], known: ReadonlyMap<string, RecordBefore>): string {
  if (news.length === 0) return 'nothing new was recorded';
  const grown = news.filter(({ id }) => known.has(id)).length;
  const possible = news.filter(({ id, certainty }) => certainty === 'possible' && !known.has(id)).length;
  const fresh = news.length - grown;
  const doubt =
    possible === 0 ? '' : possible === fresh ? ', only possible' : `, ${possible} of them only possible`;
  return `${plural(fresh, 'new change')}${doubt}${grown > 0 ? `, ${grown} with more reports` : ''}`;
}

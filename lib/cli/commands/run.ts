import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { checkNow, PROGRESS } from '../../../functions/check-feeds.ts';
import type { Baseline } from '../../model/baseline.ts';
import { InputError } from '../../model/input-error.ts';
import type { ChangeRecord } from '../../model/report.ts';
import type { RunSummary } from '../../monitor/check.ts';
import type { Progress, Records } from '../../monitor/ports.ts';
import { changesTable } from '../../view/changes.ts';
import { plural } from '../../view/count.ts';
import { readBaselineFile } from '../baseline-file.ts';
import type { Command } from '../command.ts';
import { openFeedSources } from '../feed-sources.ts';
import { rememberFeeds } from '../last-run.ts';
import { readLedger } from '../ledger.ts';
import { readOptions, readTime, repeatOptions } from '../options.ts';
import { openTable } from '../table.ts';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

const HELP = `claimwatch run --baseline FILE… [--feeds DIR|FILE|URL…] [options]

Reads the feeds once, holds what is new in them against the claims of the baselines and records what has changed:
one run of the Lambda's own handler.

  --baseline FILE   an article and its claims, JSON or YAML; may be given several times
  --feeds SOURCE    a URL, or a file or folder that is served on loopback and fetched from there; may be given
                    several times; without it the feeds that the baselines name
  --table NAME      a DynamoDB table instead of the embedded one in .claimwatch/
  --ephemeral       an embedded table in memory that ends with the run
  --as-of TIME      the time at which the run is made (2025-12-02 or 2025-12-02T09:00:00Z); later items wait
  --json            one JSON document: { "changes": […], "run": {…} }

Exit code: 0 done, 1 a feed failed or nothing could be read, 2 wrong usage.`;

const OPTIONS = {
  baseline: { type: 'string', multiple: true },
  feeds: { type: 'string', multiple: true },
  table: { type: 'string' },
  ephemeral: { type: 'boolean' },
  'as-of': { type: 'string' },
  json: { type: 'boolean' },
} as const;

export const run: Command = {
  name: 'run',
  about: 'read the feeds once and record what has changed',
  help: HELP,
  async run(argv, terminal) {
    const { values, positionals } = readOptions(repeatOptions(argv, ['--baseline', '--feeds']), OPTIONS);
    const { baseline: files = [], feeds: named = [] } = values;
    if (positionals.length > 0)
      throw new UsageError(`run: found "${positionals[0]}" where no argument is expected`);
    if (files.length === 0) throw new UsageError('run needs --baseline FILE, found none');
    if (values.ephemeral && values.table !== undefined)
      throw new UsageError('--ephemeral and --table exclude each other: give one');
    const asOf = values['as-of'] === undefined ? null : readTime('--as-of', values['as-of']);
    const baselines = await readBaselines(files, terminal);
    const sources = named.length > 0 ? named : baselines.flatMap(({ feeds }) => feeds);
    if (sources.length === 0)
      throw new InputError('There are no feeds to read: give --feeds, or list "feeds" in the baseline');
    const feeds = await openFeedSources([...new Set(sources)], named.length > 0);
    try {
      const table = await openTable(values);
      try {
        for (const baseline of baselines) await saveStory(table.records, baseline);
        const slugs = baselines.map(({ story }) => story);
        const ledger = async () =>
          (await Promise.all(baselines.map((baseline) => readLedger(table.records, baseline, asOf)))).flatMap(
            ({ changes }) => changes,
          );
        const known = new Map((await ledger()).map((change) => [change.id, change.evidence.length]));
        process.env['LOCAL_FEEDS'] = feeds.loopback.join(' ');
        const summary = await withProgress(terminal, () =>
          checkNow({ stories: slugs, feeds: feeds.feeds, asOf: asOf?.toISOString() }),
        );
        if (!values.ephemeral && wasRead(summary)) await rememberFeeds(slugs, sources);
        report({ baselines, summary, changes: await ledger(), known, json: values.json ?? false }, terminal);
        return isWell(summary) ? 0 : 1;
      } finally {
        await table.close();
      }
    } finally {
      await feeds.close();
    }
  },
};

async function readBaselines(files: readonly string[], { note }: Terminal): Promise<Baseline[]> {
  const baselines = await Promise.all(files.map((file) => readBaselineFile(file, note)));
  for (const [i, { story }] of baselines.entries()) {
    const twin = baselines.findIndex((other) => other.story === story);
    if (twin < i)
      throw new InputError(
        `${files[twin]} and ${files[i]} are both of the story "${story}": give each story a slug of its own`,
      );
  }
  return baselines;
}

/** @throws InputError where the table keeps another article under the same slug: its records must not be lost from view */
async function saveStory(records: Records, baseline: Baseline): Promise<void> {
  const known = await records.story(baseline.story);
  if (known && known.article.url !== baseline.article.url)
    throw new InputError(
      `The table keeps the story "${baseline.story}" of another article, "${known.article.title}" (${known.article.url}), found ${baseline.article.url}: give this baseline a slug of its own; nothing was recorded.`,
    );
  await records.saveStory(baseline);
}

function wasRead({ items, unchanged }: RunSummary): boolean {
  return items > 0 || unchanged > 0;
}

/** Something was read, or is unchanged, and no feed failed. */
function isWell(summary: RunSummary): boolean {
  return summary.failed.length === 0 && wasRead(summary);
}

async function withProgress(terminal: Terminal, work: () => Promise<RunSummary>): Promise<RunSummary> {
  const show = (message: unknown) => {
    const progress = message as Progress;
    terminal.progress?.(
      progress.step === 'feed'
        ? `feeds ${progress.done}/${progress.of}  ${progress.feed.id}`
        : `items ${progress.done}/${progress.of}  ${plural(progress.changes, 'change')} found`,
    );
  };
  subscribe(PROGRESS.name, show);
  try {
    return await work();
  } finally {
    unsubscribe(PROGRESS.name, show);
  }
}

interface Outcome {
  readonly baselines: readonly Baseline[];
  readonly summary: RunSummary;
  /** All records of the stories. */
  readonly changes: readonly ChangeRecord[];
  /** How much evidence each record had before the run, by its id. */
  readonly known: ReadonlyMap<string, number>;
  readonly json: boolean;
}

function report({ baselines, summary, changes, known, json }: Outcome, terminal: Terminal): void {
  for (const { feed, why } of summary.failed) terminal.note(`${feed}: ${why}`);
  if (!wasRead(summary) && summary.failed.length === 0)
    terminal.note('No item was read: every feed is empty; expected at least one entry, check the feeds');
  if (json) {
    terminal.out(JSON.stringify({ changes, run: summary }, null, 2));
    return;
  }
  const screen = { width: terminal.width, paint: terminal.colors };
  const news = changes.filter(({ id, evidence }) => evidence.length > (known.get(id) ?? 0));
  for (const { story, article } of baselines) {
    const own = news.filter((change) => change.story === story);
    if (own.length === 0) continue;
    terminal.out(
      `${terminal.colors.bold(article.title)}\n${article.publisher}, ${article.publishedAt.slice(0, 10)}; story ${story}\n`,
    );
    const sure = own.filter(({ certainty }) => certainty === 'sure');
    const possible = own.filter(({ certainty }) => certainty === 'possible');
    if (sure.length > 0) terminal.out(`${changesTable(sure, screen)}\n`);
    if (possible.length > 0)
      terminal.out(
        `${terminal.colors.bold('Possible, for your yes or no')} (accept ID, reject ID)\n\n${changesTable(possible, screen)}\n`,
      );
  }
  terminal.out(`${feedsLine(summary)}; ${newsLine(news, known)}`);
  if (changes.length > 0) {
    const stories = baselines.map(({ story }) => `npm run -s claimwatch -- story ${story}`);
    terminal.out(`Read on: ${stories.join(', ')}; changes; changes --possible; show ID`);
  }
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

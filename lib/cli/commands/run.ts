import type { Baseline } from '../../model/baseline.ts';
import { InputError } from '../../model/input-error.ts';
import type { KeptStory, Records } from '../../monitor/ports.ts';
import { isHosted } from '../../readers/named.ts';
import { type RecordBefore, type RunOutcome, runData, runView, wasRead } from '../../view/run.ts';
import { readBaselineFile } from '../baseline-file.ts';
import type { Command } from '../command.ts';
import { openFeedSources } from '../feed-sources.ts';
import { rememberRun } from '../last-run.ts';
import { type Ledger, readLedger } from '../ledger.ts';
import { readOptions, readTime, repeatOptions } from '../options.ts';
import { readByOf, readerNamed } from '../reader.ts';
import { check, saveStory } from '../run-once.ts';
import { openRunReaders, readerNames } from '../run-readers.ts';
import { readSettingsFile } from '../settings-file.ts';
import { openTable } from '../table.ts';
import type { Terminal } from '../terminal.ts';
import { UsageCount } from '../usage-count.ts';
import { UsageError } from '../usage-error.ts';

const HELP = `claimwatch run --baseline FILE… [--feeds DIR|FILE|URL…] [options]

Reads the feeds once, holds what is new in them against the claims of the baselines and records what has changed, by
the very code that the deployed function runs.

  --baseline FILE   an article and its claims, JSON or YAML; may be given several times
  --feeds SOURCE    a URL, or a file or folder that is served on loopback and fetched from there; may be given
                    several times; without it the feeds that the baselines name
  --reader NAME     what judges: rules, answers:FILE (recorded ones), bedrock:MODEL_OR_PROFILE or openai:BASE_URL#MODEL;
                    else what the baseline names, else what .claimwatch/settings.yaml sets, else rules
  --table NAME      a DynamoDB table instead of the embedded one in .claimwatch/
  --ephemeral       an embedded table in memory that ends with the run; what a model answers is kept all the same
  --as-of TIME      replays an earlier time (2025-12-02 or 2025-12-02T09:00:00Z); items dated later wait
  --clock TIME      what the clock shows, for tests; items dated later than that are taken for undated
  --json            one JSON document: { "changes": […], "run": {…} }

Exit code: 0 done, 1 a feed or its reader failed or nothing could be read, 2 wrong usage.`;

const OPTIONS = {
  baseline: { type: 'string', multiple: true },
  feeds: { type: 'string', multiple: true },
  reader: { type: 'string' },
  table: { type: 'string' },
  ephemeral: { type: 'boolean' },
  'as-of': { type: 'string' },
  clock: { type: 'string' },
  json: { type: 'boolean' },
} as const;

export const run: Command = {
  name: 'run',
  about: 'read the feeds once and record what has changed',
  help: HELP,
  async run(argv, terminal) {
    const values = optionsOf(argv);
    const { baseline: files = [], feeds: named = [] } = values;
    const asOf = values['as-of'] === undefined ? null : readTime('--as-of', values['as-of']);
    const clock = values.clock === undefined ? asOf : readTime('--clock', values.clock);
    const settings = await readSettingsFile();
    const baselines = await readBaselines(files, terminal);
    const names = readerNames(baselines, values.reader, settings);
    const unique = [...new Set(names.values())];
    const sources = named.length > 0 ? named : baselines.flatMap(({ feeds }) => feeds);
    if (sources.length === 0)
      throw new InputError('There are no feeds to read: give --feeds, or list "feeds" in the baseline');
    const feeds = await openFeedSources([...new Set(sources)], named.length > 0);
    try {
      const { records, close } = await openTable(values);
      // Answers cost money: those of a run in memory are kept all the same.
      const asksModel = unique.some((name) => isHosted(readerNamed(name)));
      const kept = values.ephemeral && asksModel ? await openTable({}) : null;
      try {
        const stories: KeptStory[] = [];
        for (const baseline of baselines) stories.push(await saveStory(records, baseline));
        const ledgers = () => Promise.all(stories.map((story) => readLedger(records, story, asOf)));
        const tokens = new UsageCount();
        const readers = await openRunReaders(baselines, names, {
          settings,
          answers: kept?.records ?? records,
          budget: kept?.records ?? records,
          note: terminal.note,
          used: (used) => tokens.add(used),
        });
        const before = recordsBefore(await ledgers());
        const summary = await check(
          records,
          stories,
          feeds,
          readers,
          { clock, replays: asOf !== null, isLive: clock === null && named.length === 0 },
          values.table !== undefined,
          terminal,
        );
        if (!values.ephemeral && wasRead(summary))
          for (const [slug, reader] of names) await rememberRun([slug], { feeds: sources, reader });
        const isSet = (values.reader ?? settings.reader) !== null;
        const outcome = {
          ledgers: await ledgers(),
          summary,
          before,
          readBy: unique.map((name) =>
            readByOf(name, isSet || baselines.some(({ reader }) => reader === name), settings),
          ),
          spent: tokens.spent(),
          givenUp: asksModel ? await givenUp(stories, records) : 0,
        };
        report(outcome, values.json ?? false, terminal);
        const isWhole = summary.failed.length === 0 && !summary.unread.some(({ retry }) => retry);
        return isWhole && wasRead(summary) ? 0 : 1;
      } finally {
        await kept?.close();
        await close();
      }
    } finally {
      await feeds.close();
    }
  },
};

/** @throws UsageError where options are wrong, or exclude each other */
function optionsOf(argv: readonly string[]) {
  const { values, positionals } = readOptions(repeatOptions(argv, ['--baseline', '--feeds']), OPTIONS);
  if (positionals.length > 0)
    throw new UsageError(`run: found "${positionals[0]}" where no argument is expected`);
  if (!values.baseline?.length) throw new UsageError('run needs --baseline FILE, found none');
  if (values.ephemeral && values.table !== undefined)
    throw new UsageError('--ephemeral and --table exclude each other: give one');
  if (values['as-of'] !== undefined && values.clock !== undefined)
    throw new UsageError('--as-of and --clock exclude each other: give one');
  if (values.reader !== undefined) readerNamed(values.reader);
  return values;
}

/** The items of which a model made nothing in several tries. */
async function givenUp(stories: readonly KeptStory[], records: Records): Promise<number> {
  const waiting = await Promise.all(
    stories.map(({ baseline }) => records.waitingItems(baseline.story, new Date())),
  );
  return waiting.flat().filter(({ waitsFor }) => waitsFor === null).length;
}

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

/** What each record was like before the run, by its id. */
function recordsBefore(ledgers: readonly Ledger[]): Map<string, RecordBefore> {
  return new Map(
    ledgers.flatMap(({ changes }) =>
      changes.map(({ id, evidence, certainty }) => [id, { reports: evidence.length, certainty }] as const),
    ),
  );
}

function report(outcome: RunOutcome, json: boolean, terminal: Terminal): void {
  const { summary } = outcome;
  for (const { feed, why } of summary.failed) terminal.note(`${feed}: ${why}`);
  if (!wasRead(summary) && summary.failed.length === 0)
    terminal.note('No item was read: every feed is empty; expected at least one entry, check the feeds');
  terminal.out(
    json
      ? JSON.stringify(runData(outcome), null, 2)
      : runView(outcome, { width: terminal.width, paint: terminal.colors }),
  );
}

import { type Baseline, hasEnded } from '../../model/baseline.ts';
import { InputError } from '../../model/input-error.ts';
import { readLedger } from '../../monitor/ledger.ts';
import type { KeptStory, Records } from '../../monitor/ports.ts';
import { isHosted } from '../../readers/named.ts';
import { withMaskedAddresses } from '../../text/masked.ts';
import { timeOf } from '../../view/dates.ts';
import type { Screen } from '../../view/layout.ts';
import { type RunOutcome, recordsBefore, runData, runView, wasRead } from '../../view/run.ts';
import { readBaselines } from '../baseline-file.ts';
import { command, flag, TABLE, text, time, ZONE } from '../command.ts';
import { openFeedSources } from '../feed-sources.ts';
import { rememberRun } from '../last-run.ts';
import { readByOf, readerNamed, readerOption } from '../reader.ts';
import { check, saveStory } from '../run-once.ts';
import { openRunReaders, readerNames } from '../run-readers.ts';
import { screenOf } from '../screen.ts';
import { readSettingsFile } from '../settings-file.ts';
import { openTable } from '../table.ts';
import type { Terminal } from '../terminal.ts';
import { UsageCount } from '../usage-count.ts';

export const run = command({
  name: 'run',
  about: 'read the feeds once and record what has changed',
  help: `Reads the feeds once, holds what is new in them against the claims of the baselines and records what has changed, by the very code that the deployed function runs.
Exit code: 0 done, 1 a feed or its reader failed or nothing could be read, 2 wrong usage.`,
  options: {
    baseline: { ...text('FILE', 'an article and its claims, JSON or YAML'), many: 'words', isRequired: true },
    feeds: {
      ...text(
        'SOURCE',
        'a URL, or a file or folder that is served on loopback and fetched from there; without it the feeds that the baselines name',
      ),
      many: 'words',
    },
    reader: readerOption,
    table: TABLE,
    ephemeral: flag(
      'an embedded table in memory that ends with the run; what a model answers is kept all the same',
    ),
    'as-of': time('replays an earlier time (2025-12-02 or 2025-12-02T09:00:00Z); items dated later wait'),
    clock: time('what the clock shows, for tests; items dated later than that are taken for undated'),
    zone: ZONE,
    json: flag('one JSON document: { "changes": […], "run": {…} }'),
  },
  choices: [
    { of: ['as-of', 'clock'], isRequired: false },
    { of: ['ephemeral', 'table'], isRequired: false },
  ],
  async run({ values }, terminal) {
    const { baseline: files, feeds: named, 'as-of': asOf = null } = values;
    const clock = values.clock ?? asOf;
    const settings = await readSettingsFile();
    const baselines = await readBaselines(files, terminal.note);
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
        const watched = watchedOf(stories, clock ?? new Date(), terminal);
        const ledgers = () => Promise.all(stories.map((story) => readLedger(records, story, asOf)));
        const tokens = new UsageCount();
        const readers = await openRunReaders(baselines, names, {
          settings,
          answers: kept?.records ?? records,
          budget: kept?.records ?? records,
          note: terminal.note,
          used: (used) => tokens.add(used),
        });
        const before = recordsBefore((await ledgers()).flatMap(({ changes }) => changes));
        const summary = await check(
          records,
          watched,
          watched.length > 0 ? feeds : { ...feeds, feeds: [] },
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
        report(outcome, values, screenOf(terminal, values, settings), terminal);
        if (watched.length === 0) return 0;
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
});

/** The stories whose watch goes on; of the others it is said that it doesn't. */
function watchedOf(stories: readonly KeptStory[], now: Date, { note }: Terminal): KeptStory[] {
  for (const { baseline } of stories) if (hasEnded(baseline, now)) note(endedNote(baseline));
  return stories.filter(({ baseline }) => !hasEnded(baseline, now));
}

function endedNote({ story, until }: Baseline): string {
  return `The story "${story}" was watched until ${until}: its feeds are not checked any more. Give its baseline a later "until" to go on.`;
}

/** The items of which a model made nothing in several tries. */
async function givenUp(stories: readonly KeptStory[], records: Records): Promise<number> {
  const waiting = await Promise.all(
    stories.map(({ baseline }) => records.waitingItems(baseline.story, new Date())),
  );
  return waiting.flat().filter(({ waitsFor }) => waitsFor === null).length;
}

function report(
  outcome: RunOutcome,
  {
    json = false,
    'as-of': asOf,
  }: { readonly json?: boolean | undefined; readonly 'as-of'?: Date | undefined },
  screen: Screen,
  terminal: Terminal,
): void {
  const { summary } = outcome;
  for (const { feed, why } of summary.failed) terminal.note(withMaskedAddresses(`${feed}: ${why}`));
  if (summary.items === 0 && summary.nextAt !== null && asOf)
    terminal.note(
      `No item was said by ${timeOf(asOf.toISOString(), screen.zone)}: the first one is of ${timeOf(summary.nextAt, screen.zone)}`,
    );
  if (!wasRead(summary) && summary.feeds > 0 && summary.failed.length === 0)
    terminal.note('No item was read: every feed is empty; expected at least one entry, check the feeds');
  terminal.out(json ? JSON.stringify(runData(outcome), null, 2) : runView(outcome, screen));
}

import type { Baseline } from '../model/baseline.ts';
import { InputError } from '../model/input-error.ts';
import type { KeptStory } from '../monitor/ports.ts';
import { readBaselines } from './baseline-file.ts';
import { openFeedSources } from './feed-sources.ts';
import { rememberRun } from './last-run.ts';
import { saveStory } from './run-once.ts';
import { readerNames } from './run-readers.ts';
import type { Settings } from './settings-file.ts';
import type { SharedTable } from './shared-table.ts';
import type { Terminal } from './terminal.ts';
import type { Round } from './watch-round.ts';

interface Named {
  readonly baseline: readonly string[];
  readonly feeds: readonly string[];
  readonly reader?: string | undefined;
  readonly table?: string | undefined;
}

/**
 * The stories that a watch is told to watch, saved, with their feeds.
 * @throws InputError where there is no story, or no feed
 */
export async function openWatched(
  { baseline: files, feeds: named, reader, table: name }: Named,
  settings: Settings,
  table: SharedTable,
  { note }: Terminal,
): Promise<{
  round: Round;
  feeds: Awaited<ReturnType<typeof openFeedSources>>['feeds'];
  close: () => Promise<void>;
}> {
  const given = files.length > 0 ? await readBaselines(files, note) : null;
  const stories = await table.use(async ({ records }): Promise<KeptStory[]> => {
    if (!given) return records.stories();
    const saved: KeptStory[] = [];
    for (const baseline of given) saved.push(await saveStory(records, baseline));
    return saved;
  });
  if (stories.length === 0)
    throw new InputError('There is no story to watch: give --baseline FILE, or put one first');
  const baselines: Baseline[] = stories.map(({ baseline }) => baseline);
  const readers = readerNames(baselines, reader, settings);
  const sources = named.length > 0 ? named : baselines.flatMap(({ feeds }) => feeds);
  if (sources.length === 0)
    throw new InputError('There are no feeds to read: give --feeds, or list "feeds" in the baseline');
  const opened = await openFeedSources([...new Set(sources)], named.length > 0);
  for (const [slug, by] of readers) await rememberRun([slug], { feeds: sources, reader: by });
  return {
    round: {
      stories,
      readers,
      settings,
      loopback: opened.loopback,
      isShared: name !== undefined,
      isLive: named.length === 0,
      clock: () => null,
    },
    feeds: opened.feeds,
    close: opened.close,
  };
}

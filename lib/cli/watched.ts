import { hasEnded } from '../model/baseline.ts';
import type { FeedRef } from '../model/feed.ts';
import { InputError } from '../model/input-error.ts';
import type { KeptStory, Records } from '../monitor/ports.ts';
import { readBaselines } from './baseline-file.ts';
import { openFeedSources } from './feed-sources.ts';
import { rememberRun } from './last-run.ts';
import { saveStory } from './run-once.ts';
import { readerNames } from './run-readers.ts';
import type { Settings } from './settings-file.ts';
import type { SharedTable } from './shared-table.ts';
import type { Terminal } from './terminal.ts';

/** What a watch is told to watch. */
export interface Named {
  readonly baseline: readonly string[];
  readonly feeds: readonly string[];
  readonly reader?: string | undefined;
}

/** The stories and feeds of one look. */
export interface Looked {
  readonly stories: readonly KeptStory[];
  readonly feeds: readonly FeedRef[];
  /** What judges each story, by its slug. */
  readonly readers: ReadonlyMap<string, string>;
}

/** What is watched, as it is kept at each look: stories may be put, edited and retired meanwhile. */
export interface Watched {
  readonly loopback: readonly string[];
  /** The feeds are the baselines' own. */
  readonly isLive: boolean;
  /** @returns null where nothing is left to watch */
  readonly at: (records: Records, now: Date) => Promise<Looked | null>;
  readonly close: () => Promise<void>;
}

/**
 * Saves the stories that a watch is told to watch.
 * @throws InputError where there is no story, or no feed
 */
export async function openWatched(
  named: Named,
  settings: Settings,
  table: SharedTable,
  { note }: Pick<Terminal, 'note'>,
): Promise<Watched> {
  const given = named.baseline.length > 0 ? await readBaselines(named.baseline, note) : null;
  // Before anything is saved: a baseline may name a reader that it may not.
  if (given) readerNames(given, named.reader, settings);
  await table.use(async ({ records }) => {
    for (const baseline of given ?? []) await saveStory(records, baseline);
  });
  const slugs = given?.map(({ story }) => story) ?? null;
  const typed = named.feeds.length > 0 ? await openFeedSources([...new Set(named.feeds)]) : null;

  const watched: Watched = {
    loopback: typed?.loopback ?? [],
    isLive: typed === null,
    async at(records, now) {
      const kept = slugs ? await records.storiesNamed(slugs) : await records.stories();
      const stories = kept.filter(({ baseline }) => !hasEnded(baseline, now));
      if (stories.length === 0) return null;
      const own = [...new Set(stories.flatMap(({ baseline }) => baseline.feeds))];
      return {
        stories,
        feeds: typed?.feeds ?? own.map((url) => ({ id: url, url })),
        readers: readerNames(
          stories.map(({ baseline }) => baseline),
          named.reader,
          settings,
        ),
      };
    },
    close: async () => typed?.close(),
  };
  const first = await table
    .use(({ records }) => watched.at(records, new Date()))
    .catch(async (error) => {
      await typed?.close();
      throw error;
    });
  if (first === null || first.feeds.length === 0) {
    await typed?.close();
    throw new InputError(
      first === null
        ? 'There is no story to watch: give --baseline FILE, or put one with stories put'
        : 'There are no feeds to read: give --feeds, or list "feeds" in the baseline',
    );
  }
  for (const [slug, by] of first.readers)
    await rememberRun([slug], { feeds: first.feeds.map(({ id }) => id), reader: by });
  return watched;
}

import { feedsTable, type KnownFeed } from '../../../view/feeds.ts';
import { openFeedSources } from '../../feed-sources.ts';
import { recallRun } from '../../last-run.ts';
import { storyNamed } from '../../ledger.ts';
import { readOptions } from '../../options.ts';
import { openTable, type TableChoice } from '../../table.ts';
import type { Terminal } from '../../terminal.ts';
import { UsageError } from '../../usage-error.ts';

/** The feeds of one story. */
export interface StoryFeeds {
  readonly story: string;
  readonly feeds: readonly KnownFeed[];
}

/** `feeds list`: what is kept of each feed. */
export async function listFeeds(argv: readonly string[], terminal: Terminal): Promise<0 | 1> {
  const { values, positionals } = readOptions(argv, {
    story: { type: 'string' },
    table: { type: 'string' },
    json: { type: 'boolean' },
  } as const);
  if (positionals.length > 0)
    throw new UsageError(`feeds list: found "${positionals[0]}" where no argument is expected`);
  const stories = await knownFeeds(values);
  const feeds = new Map(stories.flatMap(({ feeds: own }) => own).map((known) => [known.feed, known]));
  if (values.json) terminal.out(JSON.stringify({ feeds: [...feeds.values()] }, null, 2));
  else if (feeds.size === 0)
    terminal.note(
      'No story has a feed: list them under "feeds" in its baseline, or name them to run --feeds.',
    );
  else terminal.out(feedsTable([...feeds.values()], { width: terminal.width, paint: terminal.colors }));
  return 0;
}

/** The feeds of the stories in the table: those of their baselines, and on a laptop those that they were last run with. */
export async function knownFeeds({
  story,
  ...choice
}: TableChoice & { readonly story?: string | undefined }): Promise<StoryFeeds[]> {
  const { records, close } = await openTable(choice);
  try {
    const stories = story === undefined ? await records.stories() : [await storyNamed(records, story)];
    const found: StoryFeeds[] = [];
    for (const { baseline } of stories) {
      const last =
        choice.table === undefined ? await idsOf((await recallRun(baseline.story))?.feeds ?? []) : [];
      const ids = [...new Set([...baseline.feeds, ...last])];
      const states = await records.feedStates(ids);
      found.push({
        story: baseline.story,
        feeds: ids.map((feed) => ({ feed, state: states.get(feed) ?? null })),
      });
    }
    return found;
  } finally {
    await close();
  }
}

/** Feeds by their ids; none where a file or folder of the last run is gone. */
async function idsOf(sources: readonly string[]): Promise<string[]> {
  try {
    const { feeds, close } = await openFeedSources(sources);
    await close();
    return feeds.map(({ id }) => id);
  } catch {
    return [];
  }
}

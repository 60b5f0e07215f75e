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
  const feeds = joined(stories.flatMap(({ feeds: own }) => own));
  if (values.json) terminal.out(JSON.stringify({ feeds: [...feeds.values()].map(feedData) }, null, 2));
  else if (feeds.size === 0)
    terminal.note(
      'No story has a feed: list them under "feeds" in its baseline, or name them to run --feeds.',
    );
  else terminal.out(feedsTable([...feeds.values()], { width: terminal.width, paint: terminal.colors }));
  return 0;
}

function feedData({ waiting, ...known }: KnownFeed) {
  return { ...known, waiting: waiting.map(({ item, ...rest }) => ({ guid: item.guid, ...rest })) };
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
      const waiting = await records.waitingItems(baseline.story, new Date());
      const ofFeed = (feed: string) => waiting.filter(({ item }) => item.feeds?.[0] === feed);
      found.push({
        story: baseline.story,
        feeds: ids.map((feed) => ({ feed, state: states.get(feed) ?? null, waiting: ofFeed(feed) })),
      });
    }
    return found;
  } finally {
    await close();
  }
}

/** Each feed once, with what waits of it for any story. */
function joined(feeds: readonly KnownFeed[]): Map<string, KnownFeed> {
  const all = new Map<string, KnownFeed>();
  for (const known of feeds) {
    const waiting = [...(all.get(known.feed)?.waiting ?? []), ...known.waiting];
    all.set(known.feed, { ...known, waiting });
  }
  return all;
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

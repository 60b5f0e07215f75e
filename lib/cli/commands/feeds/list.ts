import { feedsTable, type KnownFeed } from '../../../view/feeds.ts';
import { command, JSON_OUT, STORY, TABLE, ZONE } from '../../command.ts';
import { openFeedSources } from '../../feed-sources.ts';
import { recallRun } from '../../last-run.ts';
import { storyNamed } from '../../ledger.ts';
import { screenOf } from '../../screen.ts';
import { readSettingsFile } from '../../settings-file.ts';
import { type TableChoice, usingTable } from '../../table.ts';

/** The feeds of one story. */
export interface StoryFeeds {
  readonly story: string;
  readonly feeds: readonly KnownFeed[];
}

/** What is kept of each feed. */
export const listFeeds = command({
  name: 'feeds list',
  about: 'the feeds of the stories, with their health',
  help: 'The feeds of the watched stories: health, last answer, next check, how often nothing had changed, what that saved, and what was cut or left out of what they carry.',
  options: { story: STORY, zone: ZONE, table: TABLE, json: JSON_OUT },
  async run({ values }, terminal) {
    const feeds = joined((await knownFeeds(values)).flatMap(({ feeds: own }) => own));
    if (values.json) terminal.out(JSON.stringify({ feeds: [...feeds.values()].map(feedData) }, null, 2));
    else if (feeds.size === 0)
      terminal.note(
        'No story has a feed: list them under "feeds" in its baseline, or name them to run --feeds.',
      );
    else terminal.out(feedsTable([...feeds.values()], screenOf(terminal, values, await readSettingsFile())));
    return 0;
  },
});

function feedData({ waiting, ...known }: KnownFeed) {
  return { ...known, waiting: waiting.map(({ item, ...rest }) => ({ guid: item.guid, ...rest })) };
}

/** The feeds of the stories in the table: those of their baselines, and on a laptop those that they were last run with. */
export async function knownFeeds({
  story,
  ...choice
}: TableChoice & { readonly story?: string | undefined }): Promise<StoryFeeds[]> {
  return usingTable(choice, async (records) => {
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
  });
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

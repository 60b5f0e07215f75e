import type { Story } from '../model/story.ts';
import { isAcknowledged } from '../monitor/operation.ts';
import type { Records } from '../monitor/ports.ts';
import type { KnownFeed } from '../view/feeds.ts';
import { openFeedSources } from './feed-sources.ts';
import { recallRun } from './last-run.ts';
import { storyNamed } from './story-named.ts';
import { type TableChoice, usingTable } from './table.ts';

/** The feeds of one story. */
export interface StoryFeeds {
  readonly story: string;
  readonly feeds: readonly KnownFeed[];
}

/** The feeds of the stories in a table, or of one of them. */
export async function knownFeeds({
  story,
  ...choice
}: TableChoice & { readonly story?: string | undefined }): Promise<StoryFeeds[]> {
  return usingTable(choice, async (records) =>
    feedsOf(
      records,
      story === undefined ? await records.stories() : [await storyNamed(records, story)],
      choice.table === undefined,
    ),
  );
}

/** The feeds of stories: those of their baselines, and on a laptop those that they were last run with. */
export async function feedsOf(
  records: Records,
  stories: readonly Pick<Story, 'baseline'>[],
  isLocal: boolean,
): Promise<StoryFeeds[]> {
  const found: StoryFeeds[] = [];
  for (const { baseline } of stories) {
    const last = isLocal ? await idsOf((await recallRun(baseline.story))?.feeds ?? []) : [];
    const ids = [...new Set([...baseline.feeds, ...last])];
    const states = await records.feedStates(ids);
    const notes = await records.failureNotes(ids.filter((id) => states.get(id)?.failure));
    const waiting = await records.waitingItems(baseline.story, new Date());
    const ofFeed = (feed: string) => waiting.filter(({ item }) => item.feeds?.[0] === feed);
    found.push({
      story: baseline.story,
      feeds: ids.map((feed) => {
        const [state, note] = [states.get(feed) ?? null, notes.get(feed)];
        const acknowledged = isAcknowledged(state, note) ? (note?.acknowledged ?? null) : null;
        return { feed, state, acknowledged, waiting: ofFeed(feed) };
      }),
    });
  }
  return found;
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

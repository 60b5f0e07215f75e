import type { Context } from 'aws-lambda';
import * as v from 'valibot';
import { hasEnded } from '../lib/model/baseline.ts';
import { dueFeeds, takeTurns } from '../lib/monitor/due.ts';
import { isStale } from '../lib/monitor/stale.ts';
import { readersOf } from '../lib/monitor/story-ref.ts';
import { askAll, FEEDS_OF_HOST, feedMessage } from './check-queue.ts';
import { openStores } from './clients.ts';
import { readerSettings, required } from './environment.ts';
import { judgedIn } from './story-reader.ts';
import { logger } from './telemetry.ts';

/** Rows of stories that were written, by the table's stream. */
const STORIES_WRITTEN = v.object({
  Records: v.array(v.object({ dynamodb: v.object({ Keys: v.object({ sk: v.object({ S: v.string() }) }) }) })),
});

const { records } = openStores();
const settings = readerSettings();
const maxFeeds = Number(required('MAX_FEEDS'));

/** Asks at once for what a story needs that was put or changed; of one that was only judged there is nothing to ask. */
export async function handler(event: unknown, context: Context): Promise<{ feeds: number; due: number }> {
  const runId = context.awsRequestId;
  const { Records } = v.parse(STORIES_WRITTEN, event);
  const slugs = Records.map(({ dynamodb }) => dynamodb.Keys.sk.S);
  const now = new Date();
  const stories = (await records.storiesNamed(slugs)).filter(
    (story) => !hasEnded(story.baseline, now) && isStale(story, judgedIn(story, settings).reader),
  );
  if (stories.length === 0) return { feeds: 0, due: 0 };
  const named = new Set(stories.map(({ baseline }) => baseline.story));
  const others = (await records.stories()).filter(
    ({ baseline }) => !named.has(baseline.story) && !hasEnded(baseline, now),
  );
  const readBy = readersOf([...stories, ...others]);
  const urls = [...new Set(stories.flatMap(({ baseline }) => baseline.feeds))];
  const wanted = dueFeeds(urls, await records.feedStates(urls), now, new Set(urls));
  const { now: due } = takeTurns(wanted, { most: maxFeeds, mostOfHost: FEEDS_OF_HOST });
  await askAll([
    ...stories.map(({ baseline: { story } }) => ({ runId, story })),
    ...due.map((url) => feedMessage(url, readBy, runId, now)),
  ]);
  logger.info('Asked for new stories', { stories: stories.length, feeds: urls.length, due: due.length });
  return { feeds: urls.length, due: due.length };
}

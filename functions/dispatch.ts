import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { Context } from 'aws-lambda';
import * as v from 'valibot';
import { hasEnded } from '../lib/model/baseline.ts';
import { isArticleDue } from '../lib/monitor/article.ts';
import { dueFeeds, hostOf, isWell, longestUnread, OWN_HOST, takeTurns } from '../lib/monitor/due.ts';
import { isStale } from '../lib/monitor/stale.ts';
import { readersOf, type StoryRef } from '../lib/monitor/story-ref.ts';
import { openStores } from './clients.ts';
import { readerSettings, required } from './environment.ts';
import { lookAtQueue } from './look-at-queue.ts';
import { lookAtWork } from './look-at-work.ts';
import type { FeedMessage, Nudge, QueueMessage } from './queue-message.ts';
import { sendMessages } from './send-messages.ts';
import { judgedIn } from './story-reader.ts';
import { logger, metrics, publishMetrics, tracer } from './telemetry.ts';

const DISPATCH_EVENT = v.object({
  /** Asks for every feed, due or not. */
  all: v.optional(v.boolean(), false),
});

/** Rows of stories that were written, by the table's stream. */
const STORIES_WRITTEN = v.object({
  Records: v.array(v.object({ dynamodb: v.object({ Keys: v.object({ sk: v.object({ S: v.string() }) }) }) })),
});

const { records } = openStores();
const sqs = tracer.captureAWSv3Client(new SQSClient({}));
const queueUrl = required('QUEUE_URL');
/** Where a deployment has a hosted reader. */
const readsUrl = process.env['READS_URL'];
const settings = readerSettings();
const maxFeeds = Number(required('MAX_FEEDS'));
/** Those that a receiver can switch off. */
const postedChannels = (process.env['POSTED_CHANNELS'] ?? '').split(',').filter(Boolean);
const everyMinutes = Number(required('EVERY_MINUTES'));

/** Asks for the feeds that are due, the stories that have changed, those with items to read, and the pages of articles once a day, each by one message; told by the schedule, by hand with `{ "all": true }`, or by the table's stream where stories were put. */
export async function handler(event: unknown, context: Context): Promise<{ feeds: number; due: number }> {
  const runId = context.awsRequestId;
  logger.appendKeys({ runId });
  const put = v.safeParse(STORIES_WRITTEN, event);
  if (put.success)
    return askFor(
      put.output.Records.map(({ dynamodb }) => dynamodb.Keys.sk.S),
      runId,
    );
  const { all } = v.parse(DISPATCH_EVENT, event ?? {});
  const now = new Date();
  const kept = await records.stories();
  const stories = kept.filter(({ baseline }) => !hasEnded(baseline, now));
  const readBy = readersOf(stories);
  const urls = [...readBy.keys()];
  const states = await records.feedStates(urls);
  const stale = stories
    .filter((story) => isStale(story, judgedIn(story, settings).reader))
    .map(({ baseline }) => baseline);
  const asked = new Set(stale.flatMap(({ feeds }) => feeds));
  const due = all ? longestUnread(urls, states) : dueFeeds(urls, states, now, asked);
  const { now: turn, later } = takeTurns(due, { most: maxFeeds, mostOfHost: FEEDS_OF_HOST });
  if (later.length > 0)
    logger.error(
      `${due.length} feeds are due, ${turn.length} are read now, the others in turn: at most ${maxFeeds} in all (maxFeeds in cdk.json) and ${FEEDS_OF_HOST} of one host`,
      { left: later.length, first: later.slice(0, 10) },
    );
  const articles = [...new Set(stories.map(({ baseline }) => baseline.article.url))];
  const pages = await records.articleStates(articles);
  await send([
    ...stale.map(({ story }) => ({ runId, story })),
    ...articles.filter((url) => isArticleDue(pages.get(url), now)).map((article) => ({ runId, article })),
    ...turn.map((url) => feedMessage(url, readBy, runId, now)),
  ]);

  const reading = readsUrl ? await lookAtQueue(stories, records, settings, now) : null;
  if (readsUrl && reading)
    await sendMessages(
      sqs,
      readsUrl,
      reading.toRead.map((story) => ({ body: { runId, story } satisfies Nudge })),
    );

  const failing = [...states.values()].filter(({ failure }) => failure).length;
  metrics.addMetric('FeedsFailing', MetricUnit.Count, failing);
  const well = urls.filter((url) => isWell(states.get(url), now, everyMinutes));
  metrics.addMetric('FeedsWell', MetricUnit.Count, well.length);
  metrics.addMetric('FeedsLate', MetricUnit.Count, later.length);
  publishMetrics();
  const turns = { read: turn.length, late: later.length };
  await lookAtWork({ urls, states, turns, reading, channels: postedChannels, everyMinutes }, records, now);
  logger.info('Dispatched', {
    stories: stories.length,
    ended: kept.length - stories.length,
    feeds: urls.length,
    due: due.length,
  });
  return { feeds: urls.length, due: due.length };
}

/** Asks at once for what a story needs that was put or changed; of one that was only judged there is nothing to ask. */
async function askFor(slugs: readonly string[], runId: string): Promise<{ feeds: number; due: number }> {
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
  await send([
    ...stories.map(({ baseline: { story } }) => ({ runId, story })),
    ...due.map((url) => feedMessage(url, readBy, runId, now)),
  ]);
  logger.info('Asked for new stories', { stories: stories.length, feeds: urls.length, due: due.length });
  return { feeds: urls.length, due: due.length };
}

/** A list of stories that takes more characters is left out: the check asks the table for it. */
const STORIES_LENGTH = 100_000;

function feedMessage(
  url: string,
  readBy: ReadonlyMap<string, readonly StoryRef[]>,
  runId: string,
  now: Date,
): FeedMessage {
  const stories = Object.fromEntries((readBy.get(url) ?? []).map(({ slug, revision }) => [slug, revision]));
  const isShort = JSON.stringify(stories).length <= STORIES_LENGTH;
  return { runId, feed: { id: url, url }, askedAt: now.toISOString(), ...(isShort && { stories }) };
}

/** @throws where SQS takes not all of them, so that the whole dispatch is made again: reading a feed twice does no harm */
async function send(messages: readonly QueueMessage[]): Promise<void> {
  const delays = delaysOf(messages);
  await sendMessages(
    sqs,
    queueUrl,
    messages.map((body, i) => ({ body, delay: delays[i] })),
  );
}

/** Feeds of one host are asked for one after another, so many seconds apart; SQS holds a message for 15 minutes at most. */
const HOST_PAUSE_SECONDS = 5;
const LONGEST_DELAY_SECONDS = 900;
/** So many feeds of one host are asked for at once: those beyond could not be held apart. */
const FEEDS_OF_HOST = LONGEST_DELAY_SECONDS / HOST_PAUSE_SECONDS;

function delaysOf(messages: readonly QueueMessage[]): number[] {
  const asked = new Map<string, number>();
  return messages.map((message) => {
    if ('story' in message) return 0;
    const host = hostOf('feed' in message ? message.feed.url : message.article);
    const before = asked.get(host) ?? 0;
    asked.set(host, before + 1);
    return host === OWN_HOST ? 0 : Math.min(before * HOST_PAUSE_SECONDS, LONGEST_DELAY_SECONDS);
  });
}

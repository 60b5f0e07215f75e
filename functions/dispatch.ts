import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { Context } from 'aws-lambda';
import * as v from 'valibot';
import { hasEnded } from '../lib/model/baseline.ts';
import { isArticleDue } from '../lib/monitor/article.ts';
import { dueFeeds, isWell, longestUnread, takeTurns } from '../lib/monitor/due.ts';
import { isStale } from '../lib/monitor/stale.ts';
import { readersOf } from '../lib/monitor/story-ref.ts';
import { askAll, FEEDS_OF_HOST, feedMessage } from './check-queue.ts';
import { openStores } from './clients.ts';
import { readerSettings, required } from './environment.ts';
import { lookAtQueue } from './look-at-queue.ts';
import { lookAtWork } from './look-at-work.ts';
import type { Nudge } from './queue-message.ts';
import { sendMessages } from './send-messages.ts';
import { judgedIn } from './story-reader.ts';
import { logger, metrics, publishMetrics, tracer } from './telemetry.ts';

const DISPATCH_EVENT = v.object({
  /** Asks for every feed, due or not. */
  all: v.optional(v.boolean(), false),
});

const { records } = openStores();
const sqs = tracer.captureAWSv3Client(new SQSClient({}));
/** Where a deployment has a hosted reader. */
const readsUrl = process.env['READS_URL'];
const settings = readerSettings();
const maxFeeds = Number(required('MAX_FEEDS'));
/** Those that a receiver can switch off. */
const postedChannels = (process.env['POSTED_CHANNELS'] ?? '').split(',').filter(Boolean);
const everyMinutes = Number(required('EVERY_MINUTES'));

/** Asks for the feeds that are due, the stories that have changed, those with items to read, and the pages of articles once a day, each by one message; told by the schedule, or by hand with `{ "all": true }`. */
export async function handler(event: unknown, context: Context): Promise<{ feeds: number; due: number }> {
  const runId = context.awsRequestId;
  logger.appendKeys({ runId });
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
  await askAll([
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
  const seen = { urls, states, turns, reading, channels: postedChannels, everyMinutes };
  // Where nobody can be told, feeds are read all the same, and the next dispatch tells.
  await lookAtWork(seen, records, now).catch((error: unknown) =>
    logger.error('Nobody could be told what is wrong', error as Error),
  );
  logger.info('Dispatched', {
    stories: stories.length,
    ended: kept.length - stories.length,
    feeds: urls.length,
    due: due.length,
  });
  return { feeds: urls.length, due: due.length };
}

import { channel } from 'node:diagnostics_channel';
import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import { MetricUnit } from '@aws-lambda-powertools/metrics';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import * as v from 'valibot';
import type { ReadFeed } from '../lib/feed/read-feed.ts';
import type { Baseline } from '../lib/model/baseline.ts';
import type { FeedRef } from '../lib/model/feed.ts';
import { check, type RunSummary } from '../lib/monitor/check.ts';
import { openStores } from './clients.ts';
import { QUEUE_MESSAGE } from './queue-message.ts';
import { openReader } from './reader.ts';
import { logger, metrics, toldWhenItFails } from './telemetry.ts';

/** What the function may be invoked with by hand. */
const CHECK_EVENT = v.object({
  /** Slugs of the stories to check; by default all that the table holds. */
  stories: v.optional(v.array(v.string())),
  /** The feeds to read; by default those that the stories name. */
  feeds: v.optional(v.pipe(v.array(v.object({ id: v.string(), url: v.string() })), v.readonly())),
  /** The time at which the check is made, ISO 8601; by default now. */
  asOf: v.optional(v.pipe(v.string(), v.isoTimestamp())),
});
const SQS_EVENT = v.object({ Records: v.array(v.object({ eventSource: v.literal('aws:sqs') })) });

/** Where a run's progress is told, to whoever listens in this process. */
export const PROGRESS = channel('claimwatch:progress');

/**
 * Reads feeds and holds what is new in them against the claims of the stories in the table `TABLE_NAME`.
 * @param event a batch of the queue, each message one feed; or by hand, also on a laptop, `CHECK_EVENT`
 */
export async function handler(event?: unknown, context?: Context): Promise<SQSBatchResponse | RunSummary> {
  return v.is(SQS_EVENT, event) && context
    ? checkQueued(event as unknown as SQSEvent, context)
    : checkNow(v.parse(CHECK_EVENT, event ?? {}));
}

/** One check of many feeds at once. */
export async function checkNow({
  stories: slugs,
  feeds,
  asOf,
}: v.InferOutput<typeof CHECK_EVENT>): Promise<RunSummary> {
  const { records, close } = openStores();
  try {
    const stories = (await records.stories()).filter(({ story }) => slugs?.includes(story) ?? true);
    const named = [...new Set(stories.flatMap((story) => story.feeds))].map((url) => ({ id: url, url }));
    const now = () => (asOf ? new Date(asOf) : new Date());
    return await checkFeeds(stories, feeds ?? named, { records, readFeed: openReader(), now });
  } finally {
    close();
  }
}

/** Kept for as long as the function's environment lives: what it knows of hosts serves the next batch. */
let queuePorts: CheckPorts | undefined;

/** The messages of a batch side by side: one that can not be worked off is given back, the others are done. */
async function checkQueued(event: SQSEvent, context: Context): Promise<SQSBatchResponse> {
  queuePorts ??= { records: openStores().records, readFeed: openReader(), now: () => new Date() };
  const ports = queuePorts;
  const stories = await ports.records.stories();
  try {
    return await processPartialResponse(
      event,
      toldWhenItFails(async ({ body, messageId, attributes }: SQSRecord) => {
        const { runId, feed } = v.parse(QUEUE_MESSAGE, JSON.parse(body));
        const summary = await checkFeeds(stories, [feed], ports);
        const { failed, lags, ...counts } = summary;
        logger.info('Checked', {
          runId,
          messageId,
          receives: Number(attributes.ApproximateReceiveCount),
          feed: feed.url,
          why: failed[0]?.why,
          ...counts,
        });
        measure(summary);
      }),
      new BatchProcessor(EventType.SQS),
      { context },
    );
  } finally {
    metrics.publishStoredMetrics();
  }
}

interface CheckPorts {
  readonly records: ReturnType<typeof openStores>['records'];
  readonly readFeed: ReadFeed;
  readonly now: () => Date;
}

function checkFeeds(
  stories: readonly Baseline[],
  feeds: readonly FeedRef[],
  ports: CheckPorts,
): Promise<RunSummary> {
  return check(stories, feeds, { ...ports, tell: (progress) => PROGRESS.publish(progress) });
}

function measure({ feeds, unchanged, failed, judged, changes, lags }: RunSummary): void {
  metrics.addMetric('FeedsPolled', MetricUnit.Count, feeds);
  metrics.addMetric('FeedsUnchanged', MetricUnit.Count, unchanged);
  metrics.addMetric('FeedsFailed', MetricUnit.Count, failed.length);
  metrics.addMetric('Items', MetricUnit.Count, judged);
  metrics.addMetric('Records', MetricUnit.Count, changes);
  for (const lag of lags) metrics.addMetric('RecordLag', MetricUnit.Seconds, lag);
}

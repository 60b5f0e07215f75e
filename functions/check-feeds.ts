import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import { MetricUnit } from '@aws-lambda-powertools/metrics';
import type { SQSClient } from '@aws-sdk/client-sqs';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import * as v from 'valibot';
import { checkArticle } from '../lib/monitor/article.ts';
import type { FeedToRead } from '../lib/monitor/ask.ts';
import { checkFeeds, type RunSummary } from '../lib/monitor/check.ts';
import type { KeptStory } from '../lib/monitor/ports.ts';
import { isStale } from '../lib/monitor/stale.ts';
import { readersOf } from '../lib/monitor/story-ref.ts';
import { openPorts, type Ports } from './check-ports.ts';
import { type FeedMessage, type Nudge, QUEUE_MESSAGE, type QueueMessage } from './queue-message.ts';
import { quietReads } from './quiet-reads.ts';
import { logger, metrics, publishMetrics, toldWhenItFails, tracer } from './telemetry.ts';

const SQS_EVENT = v.object({ Records: v.array(v.object({ eventSource: v.literal('aws:sqs') })) });

/** Kept for as long as the function's environment lives: prepared stories, and what is known of hosts, serve the next batch. */
let kept: Ports | undefined;
let sqs: SQSClient | undefined;

/**
 * Reads feeds and holds what is new in them against the claims of the stories in the table `TABLE_NAME`.
 * @param event a batch of the queue, each message a feed to read, a story to judge again or an article's page to look at; or by hand `{}`, for all
 */
export async function handler(event?: unknown, context?: Context): Promise<SQSBatchResponse | RunSummary> {
  kept ??= openPorts();
  const awaited = new Set<string>();
  try {
    return v.is(SQS_EVENT, event) && context
      ? await checkQueued(event as unknown as SQSEvent, context, kept, awaited)
      : await checkAll(kept, awaited);
  } finally {
    await nudge(awaited, context?.awsRequestId ?? 'by hand');
  }
}

async function checkAll(ports: Ports, awaited: Set<string>): Promise<RunSummary> {
  const stories = await ports.stories.all();
  for (const story of stories)
    if (isStale(story, ports.judgeOf(story).reader)) await again(story, ports, awaited);
  const readBy = readersOf(stories);
  return check(
    [...readBy].map(([url, refs]) => ({ feed: { id: url, url }, stories: refs })),
    ports,
    awaited,
  );
}

async function check(feeds: readonly FeedToRead[], ports: Ports, awaited: Set<string>): Promise<RunSummary> {
  const summary = await checkFeeds(feeds, { ...ports, storiesOf: ports.stories.of });
  for (const slug of summary.awaited) awaited.add(slug);
  return summary;
}

async function again(story: KeptStory, ports: Ports, awaited: Set<string>) {
  if (ports.judgeOf(story).waits) awaited.add(story.baseline.story);
  const { judgeAgain } = await import('../lib/monitor/judge-again.ts');
  return judgeAgain(story, ports);
}

/** Tells `read-items` of stories with items that wait. Where that fails nothing is lost: the next dispatch tells of them. */
async function nudge(stories: ReadonlySet<string>, runId: string): Promise<void> {
  const readsUrl = process.env['READS_URL'];
  if (!readsUrl || stories.size === 0) return;
  try {
    const { SQSClient } = await import('@aws-sdk/client-sqs');
    const { sendMessages } = await import('./send-messages.ts');
    sqs ??= tracer.captureAWSv3Client(new SQSClient({}));
    await sendMessages(
      sqs,
      readsUrl,
      [...stories].map((story) => ({ body: { runId, story } satisfies Nudge })),
    );
  } catch (error) {
    logger.warn('Stories with items to read could not be told of: the next dispatch does', error as Error);
  }
}

/** The messages of a batch side by side: one that cannot be worked off is given back, the others are done. */
async function checkQueued(
  event: SQSEvent,
  context: Context,
  kept: Ports,
  awaited: Set<string>,
): Promise<SQSBatchResponse> {
  const ports = { ...kept, readFeed: quietReads(kept.readFeed) };
  ports.begin(context.getRemainingTimeInMillis());
  try {
    return await processPartialResponse(
      event,
      toldWhenItFails(async ({ body, messageId, attributes }: SQSRecord) => {
        const message = v.parse(QUEUE_MESSAGE, JSON.parse(body));
        const receives = Number(attributes.ApproximateReceiveCount);
        await workOff(message, { messageId, receives }, ports, awaited);
      }),
      new BatchProcessor(EventType.SQS),
      { context },
    );
  } finally {
    publishMetrics();
  }
}

async function workOff(
  message: QueueMessage,
  told: { readonly messageId: string; readonly receives: number },
  ports: Ports,
  awaited: Set<string>,
): Promise<void> {
  const { runId } = message;
  if ('story' in message) {
    const story = await ports.stories.one(message.story);
    // What was done meanwhile, or is not watched any more, needs nothing.
    if (!story || !isStale(story, ports.judgeOf(story).reader)) return;
    const { lags, ...counts } = await again(story, ports, awaited);
    logger.info('Judged again', { runId, ...told, story: message.story, ...counts });
    metrics.addMetric('Records', MetricUnit.Count, counts.changes);
    return;
  }
  if ('article' in message) {
    await checkArticle(message.article, ports);
    return;
  }
  const summary = await check([await feedToRead(message, ports)], ports, awaited);
  const { failed, left, lags, unread, ...counts } = summary;
  const [why] = [...failed, ...left].map((each) => each.why);
  logger.info('Checked', { runId, ...told, feed: message.feed.url, why, ...counts });
  measure(summary);
}

/** What a message asks for; where it does not name the stories, an older dispatch sent it. */
async function feedToRead({ feed, stories, askedAt }: FeedMessage, ports: Ports): Promise<FeedToRead> {
  if (!stories) return { feed, stories: readersOf(await ports.stories.all()).get(feed.url) ?? [] };
  return {
    feed,
    stories: Object.entries(stories).map(([slug, revision]) => ({ slug, revision })),
    askedAt: askedAt === undefined ? undefined : new Date(askedAt),
  };
}

function measure({ feeds, unchanged, failed, judged, changes, lags }: RunSummary): void {
  metrics.addMetric('FeedsPolled', MetricUnit.Count, feeds);
  metrics.addMetric('FeedsUnchanged', MetricUnit.Count, unchanged);
  metrics.addMetric('FeedsFailed', MetricUnit.Count, failed.length);
  metrics.addMetric('Items', MetricUnit.Count, judged);
  metrics.addMetric('Records', MetricUnit.Count, changes);
  for (const lag of lags) metrics.addMetric('RecordLag', MetricUnit.Seconds, lag);
}

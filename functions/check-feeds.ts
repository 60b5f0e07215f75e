import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import * as v from 'valibot';
import { createGate } from '../lib/compare/gate.ts';
import { hasEnded } from '../lib/model/baseline.ts';
import { KEEP_DAYS } from '../lib/model/item.ts';
import { type ArticlePorts, checkArticle } from '../lib/monitor/article.ts';
import { type CheckPorts, createCheck, type RunSummary } from '../lib/monitor/check.ts';
import { type JudgeAgainPorts, judgeAgain } from '../lib/monitor/judge-again.ts';
import type { KeptStory } from '../lib/monitor/ports.ts';
import { isStale } from '../lib/monitor/stale.ts';
import { createDeadline } from '../lib/readers/deadline.ts';
import { rulesReader } from '../lib/readers/rules/reader.ts';
import { openStores } from './clients.ts';
import { readerSettings } from './environment.ts';
import { type Nudge, QUEUE_MESSAGE, type QueueMessage } from './queue-message.ts';
import { openReads } from './reads.ts';
import { sendMessages } from './send-messages.ts';
import { judgedIn } from './story-reader.ts';
import { logger, metrics, toldWhenItFails, tracer } from './telemetry.ts';

const SQS_EVENT = v.object({ Records: v.array(v.object({ eventSource: v.literal('aws:sqs') })) });

/** Kept for as long as the function's environment lives: prepared stories, and what is known of hosts, serve the next batch. */
let kept: Ports | undefined;
let sqs: SQSClient | undefined;
type Ports = CheckPorts & ArticlePorts & JudgeAgainPorts;

function openPorts(): Ports {
  const keepDays = Number(process.env['KEEP_DAYS'] ?? KEEP_DAYS);
  const { records } = openStores();
  const settings = readerSettings();
  const deadline = createDeadline();
  const rules = rulesReader(deadline);
  return {
    records,
    ...openReads(),
    gate: createGate(),
    deadline,
    judgeOf: (story) => {
      const { waits, reader } = judgedIn(story, settings);
      return waits ? { waits, reader } : { waits, reader: rules };
    },
    reads: ({ baseline }, { url }) => baseline.feeds.includes(url),
    now: () => new Date(),
    keepDays,
  };
}

/**
 * Reads feeds and holds what is new in them against the claims of the stories in the table `TABLE_NAME`.
 * @param event a batch of the queue, each message a feed to read, a story to judge again or an article's page to look at; or by hand `{}`, for all
 */
export async function handler(event?: unknown, context?: Context): Promise<SQSBatchResponse | RunSummary> {
  kept ??= openPorts();
  const stories = await currentStories(kept);
  const awaited = new Set<string>();
  try {
    return v.is(SQS_EVENT, event) && context
      ? await checkQueued(event as unknown as SQSEvent, context, stories, kept, awaited)
      : await checkAll(stories, kept, awaited);
  } finally {
    await nudge(awaited, context?.awsRequestId ?? 'by hand');
  }
}

/** The stories whose watch has not ended; those that an older version left are brought up. */
async function currentStories({ records, now }: CheckPorts): Promise<KeptStory[]> {
  const stories = await records.stories();
  const older = stories.filter(({ isOlder }) => isOlder);
  for (const story of older) await records.saveStory(story);
  const current = older.length > 0 ? await records.stories() : stories;
  return current.filter(({ baseline }) => !hasEnded(baseline, now()));
}

async function checkAll(
  stories: readonly KeptStory[],
  ports: Ports,
  awaited: Set<string>,
): Promise<RunSummary> {
  for (const story of stories)
    if (isStale(story, ports.judgeOf(story).reader)) await again(story, ports, awaited);
  const urls = new Set(stories.flatMap(({ baseline }) => baseline.feeds));
  const summary = await createCheck(ports)(
    stories,
    [...urls].map((url) => ({ id: url, url })),
  );
  for (const slug of summary.awaited) awaited.add(slug);
  return summary;
}

async function again(story: KeptStory, ports: Ports, awaited: Set<string>) {
  if (ports.judgeOf(story).waits) awaited.add(story.baseline.story);
  return judgeAgain(story, ports);
}

/** Tells `read-items` of stories with items that wait. Where that fails nothing is lost: the next dispatch tells of them. */
async function nudge(stories: ReadonlySet<string>, runId: string): Promise<void> {
  const readsUrl = process.env['READS_URL'];
  if (!readsUrl || stories.size === 0) return;
  sqs ??= tracer.captureAWSv3Client(new SQSClient({}));
  try {
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
  stories: readonly KeptStory[],
  ports: Ports,
  awaited: Set<string>,
): Promise<SQSBatchResponse> {
  try {
    return await processPartialResponse(
      event,
      toldWhenItFails(async ({ body, messageId, attributes }: SQSRecord) => {
        const message = v.parse(QUEUE_MESSAGE, JSON.parse(body));
        const receives = Number(attributes.ApproximateReceiveCount);
        await workOff(message, { messageId, receives }, stories, ports, awaited);
      }),
      new BatchProcessor(EventType.SQS),
      { context },
    );
  } finally {
    metrics.publishStoredMetrics();
  }
}

async function workOff(
  message: QueueMessage,
  told: { readonly messageId: string; readonly receives: number },
  stories: readonly KeptStory[],
  ports: Ports,
  awaited: Set<string>,
): Promise<void> {
  const { runId } = message;
  if ('story' in message) {
    const story = stories.find(({ baseline }) => baseline.story === message.story);
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
  const summary = await createCheck(ports)(stories, [message.feed]);
  for (const slug of summary.awaited) awaited.add(slug);
  const { failed, lags, unread, ...counts } = summary;
  logger.info('Checked', { runId, ...told, feed: message.feed.url, why: failed[0]?.why, ...counts });
  measure(summary);
}

function measure({ feeds, unchanged, failed, judged, changes, lags }: RunSummary): void {
  metrics.addMetric('FeedsPolled', MetricUnit.Count, feeds);
  metrics.addMetric('FeedsUnchanged', MetricUnit.Count, unchanged);
  metrics.addMetric('FeedsFailed', MetricUnit.Count, failed.length);
  metrics.addMetric('Items', MetricUnit.Count, judged);
  metrics.addMetric('Records', MetricUnit.Count, changes);
  for (const lag of lags) metrics.addMetric('RecordLag', MetricUnit.Seconds, lag);
}

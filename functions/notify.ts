import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { SNSClient } from '@aws-sdk/client-sns';
import type { Context, DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { hasEnded } from '../lib/model/baseline.ts';
import { announce, ORIGINS_TO_CHECK } from '../lib/monitor/announce.ts';
import type { KeptStory } from '../lib/monitor/ports.ts';
import { busChannel } from './bus-channel.ts';
import { openStores } from './clients.ts';
import { required } from './environment.ts';
import { mailChannel } from './mail-channel.ts';
import { logger, metrics, toldWhenItFails, tracer } from './telemetry.ts';

const { records, notices } = openStores();
const channels = [
  mailChannel(tracer.captureAWSv3Client(new SNSClient({})), required('TOPIC_ARN')),
  busChannel(tracer.captureAWSv3Client(new EventBridgeClient({})), required('BUS_NAME')),
];

/**
 * Announces what is new of a watched story whenever a change record of it is written.
 * @param event a batch of the table's stream; or the daily sweep, `{}`, which looks at every story, so that a claim
 *   whose time went by is announced as well, and what could not be delivered before
 */
export async function handler(
  event: Partial<DynamoDBStreamEvent>,
  context: Context,
): Promise<DynamoDBBatchResponse> {
  try {
    return event.Records ? await announceChanged({ Records: event.Records }, context) : await announceAll();
  } finally {
    metrics.publishStoredMetrics();
  }
}

async function announceChanged(event: DynamoDBStreamEvent, context: Context): Promise<DynamoDBBatchResponse> {
  // Many reports of one story often come together: it is looked at once.
  const done = new Map<string, Promise<void>>();
  const watched = new Map((await currentStories()).map((story) => [story.baseline.story, story]));
  return processPartialResponse(
    event,
    toldWhenItFails(async ({ dynamodb }: DynamoDBRecord) => {
      const slug = dynamodb?.Keys?.['pk']?.S?.replace(/^CHANGE#/, '') ?? '';
      const story = watched.get(slug);
      if (!story) return;
      const work = done.get(slug) ?? announceStory(story);
      done.set(slug, work);
      await work;
    }),
    new BatchProcessor(EventType.DynamoDBStreams),
    { context },
  );
}

/** @throws AggregateError where a story's deliveries failed, after all stories were looked at */
async function announceAll(): Promise<DynamoDBBatchResponse> {
  const failures: unknown[] = [];
  const now = new Date();
  // Where nobody listens any more, time that goes by says nothing.
  const stories = (await currentStories()).filter(({ baseline }) => !hasEnded(baseline, now));
  for (const story of stories) {
    try {
      await announceStory(story);
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} stories could not be announced`);
  return { batchItemFailures: [] };
}

/** The stories that are watched, without those that a deployment has still to bring up: writing their rows tells of them. */
async function currentStories(): Promise<KeptStory[]> {
  return (await records.stories()).filter(({ isOlder }) => !isOlder);
}

async function announceStory(story: KeptStory): Promise<void> {
  const made = await announce(story, {
    records,
    notices,
    channels,
    now: () => new Date(),
    toCheck: ORIGINS_TO_CHECK,
  });
  metrics.addMetric('Announcements', MetricUnit.Count, made);
  logger.info('Announced', { story: story.baseline.story, deliveries: made });
}

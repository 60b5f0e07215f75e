import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { SNSClient } from '@aws-sdk/client-sns';
import type { Context, DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { prepareStory } from '../lib/compare/claims.ts';
import type { Baseline } from '../lib/model/baseline.ts';
import { announce } from '../lib/monitor/announce.ts';
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
  const watched = new Map((await records.stories()).map((baseline) => [baseline.story, baseline]));
  return processPartialResponse(
    event,
    toldWhenItFails(async ({ dynamodb }: DynamoDBRecord) => {
      const slug = dynamodb?.Keys?.['pk']?.S?.replace(/^STORY#/, '') ?? '';
      const baseline = watched.get(slug);
      if (!baseline) return;
      const work = done.get(slug) ?? announceStory(baseline);
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
  for (const baseline of await records.stories()) {
    try {
      await announceStory(baseline);
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} stories could not be announced`);
  return { batchItemFailures: [] };
}

async function announceStory(baseline: Baseline): Promise<void> {
  const made = await announce(prepareStory(baseline), { records, notices, channels, now: () => new Date() });
  metrics.addMetric('Announcements', MetricUnit.Count, made);
  logger.info('Announced', { story: baseline.story, deliveries: made });
}

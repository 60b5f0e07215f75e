import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import { MetricUnit } from '@aws-lambda-powertools/metrics';
import type { Context, DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import * as v from 'valibot';
import { hasEnded } from '../lib/model/baseline.ts';
import { announce, announceDigest, type Channel } from '../lib/monitor/announce.ts';
import type { KeptStory } from '../lib/monitor/ports.ts';
import { type OpenChannel, openChannels } from './channels.ts';
import { openStores } from './clients.ts';
import { required } from './environment.ts';
import { logger, metrics, toldWhenItFails } from './telemetry.ts';

const { records, notices } = openStores();
const opened = openChannels();
const stack = required('STACK');
const ports = { records, notices, now: () => new Date() };

/** The channels, each with when this deployment got it. */
async function currentChannels(): Promise<readonly (OpenChannel & Channel)[]> {
  const known = (await records.deployments()).find((each) => each.stack === stack)?.channels ?? [];
  return opened.map((channel) => ({
    ...channel,
    since: () => known.find(({ name }) => name === channel.name)?.since ?? null,
  }));
}

/** Asks for the digest of a channel, told by its schedule. */
const DIGEST_EVENT = v.object({ digest: v.string() });

/**
 * Announces what is new of a watched story whenever a change record of it is written.
 * @param event a batch of the table's stream; the time of a channel's digest; or the daily sweep, `{}`, which looks at every story, so that a claim
 *   whose time went by is announced as well, and what could not be delivered before
 */
export async function handler(
  event: Partial<DynamoDBStreamEvent> | v.InferOutput<typeof DIGEST_EVENT>,
  context: Context,
): Promise<DynamoDBBatchResponse> {
  try {
    if (v.is(DIGEST_EVENT, event)) return await sendDigest(event.digest);
    return event.Records ? await announceChanged({ Records: event.Records }, context) : await announceAll();
  } finally {
    metrics.publishStoredMetrics();
  }
}

async function announceChanged(event: DynamoDBStreamEvent, context: Context): Promise<DynamoDBBatchResponse> {
  // Many reports of one story often come together: it is looked at once.
  const done = new Map<string, Promise<void>>();
  const watched = new Map((await currentStories()).map((story) => [story.baseline.story, story]));
  const channels = await currentChannels();
  return processPartialResponse(
    event,
    toldWhenItFails(async ({ dynamodb }: DynamoDBRecord) => {
      const slug = dynamodb?.Keys?.['pk']?.S?.replace(/^CHANGE#/, '') ?? '';
      const story = watched.get(slug);
      if (!story) return;
      const work = done.get(slug) ?? announceStory(story, channels);
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
  const channels = await currentChannels();
  for (const story of stories) {
    try {
      await announceStory(story, channels);
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

async function announceStory(
  story: KeptStory,
  channels: Awaited<ReturnType<typeof currentChannels>>,
): Promise<void> {
  const atOnce = channels.filter(({ isDigest }) => !isDigest);
  const made = await announce(story, atOnce, ports);
  metrics.addMetric('Announcements', MetricUnit.Count, made);
  logger.info('Announced', { story: story.baseline.story, deliveries: made });
}

/** One message with all that is new of all stories; where nothing is, none. */
async function sendDigest(name: string): Promise<DynamoDBBatchResponse> {
  const channel = (await currentChannels()).find((each) => each.isDigest && each.name === name);
  if (!channel)
    throw new Error(`There is no channel "${name}" with a digest, expected one of this deployment`);
  const made = await announceDigest(await currentStories(), channel, ports);
  metrics.addMetric('Announcements', MetricUnit.Count, made);
  logger.info('Digest', { channel: name, announcements: made });
  return { batchItemFailures: [] };
}

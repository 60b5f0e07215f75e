import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import { MetricUnit } from '@aws-lambda-powertools/metrics';
import type { LambdaClient } from '@aws-sdk/client-lambda';
import type { Context, DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import * as v from 'valibot';
import { hasEnded } from '../lib/model/baseline.ts';
import { CANARY } from '../lib/model/canary.ts';
import { announce, announceDigest, type Channel } from '../lib/monitor/announce.ts';
import type { KeptStory } from '../lib/monitor/ports.ts';
import { type OpenChannel, openChannels } from './channels.ts';
import { openStores } from './clients.ts';
import { required } from './environment.ts';
import { logger, metrics, publishMetrics, toldWhenItFails, tracer } from './telemetry.ts';

const { records, notices } = openStores();
const opened = openChannels();
const stack = required('STACK');
const ports = { records, notices, now: () => new Date() };

let lambda: LambdaClient | undefined;

type Channels = readonly (OpenChannel & Channel)[];

/** The channels, each with when this deployment got it. */
async function currentChannels(): Promise<Channels> {
  const known = (await records.deployments()).find((each) => each.stack === stack)?.channels ?? [];
  return opened.map((channel) => ({
    ...channel,
    since: () => known.find(({ name }) => name === channel.name)?.since ?? null,
  }));
}

/** Asks for the digest of a channel, told by its schedule. */
const DIGEST_EVENT = v.object({ digest: v.string() });
/** Asks for all that is still to be told of one story. */
const STORY_EVENT = v.object({ story: v.string() });

/**
 * Announces what is new of a watched story whenever a change record of it is written.
 * @param event a batch of the table's stream; the time of a channel's digest; one story, `{ "story": … }`; or the daily sweep,
 *   `{}`, which asks for every story, each by a call of its own, so that a claim whose time went by is announced as well, and
 *   what could not be delivered before
 */
export async function handler(
  event:
    | Partial<DynamoDBStreamEvent>
    | v.InferOutput<typeof DIGEST_EVENT>
    | v.InferOutput<typeof STORY_EVENT>,
  context: Context,
): Promise<DynamoDBBatchResponse> {
  try {
    if (v.is(DIGEST_EVENT, event)) return await sendDigest(event.digest);
    if (v.is(STORY_EVENT, event)) return await announceOne(event.story);
    return event.Records ? await announceChanged({ Records: event.Records }, context) : await sweep(context);
  } finally {
    publishMetrics();
  }
}

async function announceChanged(event: DynamoDBStreamEvent, context: Context): Promise<DynamoDBBatchResponse> {
  // Many reports of one story often come together: it is looked at once.
  const done = new Map<string, Promise<void>>();
  const slugs = event.Records.map(slugIn);
  const watched = new Map((await storiesNamed(slugs)).map((story) => [story.baseline.story, story]));
  const channels = await currentChannels();
  return processPartialResponse(
    event,
    toldWhenItFails(async (record: DynamoDBRecord) => {
      const slug = slugIn(record);
      const story = watched.get(slug);
      if (!story) return;
      const work = done.get(slug) ?? announceOrAskAgain(story, channels, context);
      done.set(slug, work);
      await work;
    }),
    new BatchProcessor(EventType.DynamoDBStreams),
    { context },
  );
}

function slugIn({ dynamodb }: DynamoDBRecord): string {
  return dynamodb?.Keys?.['pk']?.S?.replace(/^CHANGE#/, '') ?? '';
}

/** A story that fails is asked for again by a call of its own: the stream, which goes on only where a batch is done, waits for none. */
async function announceOrAskAgain(story: KeptStory, channels: Channels, context: Context): Promise<void> {
  try {
    await announceStory(story, channels);
  } catch (error) {
    const { story: slug } = story.baseline;
    logger.error('A story could not be announced: it is tried again by itself', { story: slug, error });
    await askFor(slug, context);
  }
}

async function announceOne(slug: string): Promise<DynamoDBBatchResponse> {
  const channels = await currentChannels();
  for (const story of await storiesNamed([slug])) await announceStory(story, channels);
  return { batchItemFailures: [] };
}

/** Where nobody listens any more, time that goes by says nothing. */
async function sweep(context: Context): Promise<DynamoDBBatchResponse> {
  const now = new Date();
  const stories = (await currentStories()).filter(({ baseline }) => !hasEnded(baseline, now));
  for (const { baseline } of stories) await askFor(baseline.story, context);
  logger.info('Swept', { stories: stories.length });
  return { batchItemFailures: [] };
}

/** Lambda tries such a call three times in all, and keeps what fails. */
async function askFor(story: string, { functionName }: Context): Promise<void> {
  const { InvokeCommand, LambdaClient } = await import('@aws-sdk/client-lambda');
  lambda ??= tracer.captureAWSv3Client(new LambdaClient({}));
  const Payload = JSON.stringify({ story } satisfies v.InferOutput<typeof STORY_EVENT>);
  await lambda.send(new InvokeCommand({ FunctionName: functionName, InvocationType: 'Event', Payload }));
}

/** The stories that are watched, without those that a deployment has still to bring up: writing their rows tells of them. */
async function currentStories(): Promise<KeptStory[]> {
  return (await records.stories()).filter(({ isOlder }) => !isOlder);
}

async function storiesNamed(slugs: readonly string[]): Promise<KeptStory[]> {
  // Of a canary nobody is told.
  const named = await records.storiesNamed(slugs.filter((slug) => slug !== CANARY));
  return named.filter(({ isOlder }) => !isOlder);
}

async function announceStory(story: KeptStory, channels: Channels): Promise<void> {
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

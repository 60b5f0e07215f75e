import { setTimeout as pause } from 'node:timers/promises';
import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { DeleteObjectCommand, GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { CANARY } from '../lib/model/canary.ts';
import { canaryBaseline, canaryFeed } from '../lib/monitor/canary.ts';
import { storyOf } from '../lib/monitor/story.ts';
import { openStores } from './clients.ts';
import { required } from './environment.ts';
import { logger, metrics, publishMetrics, tracer } from './telemetry.ts';

const { records } = openStores();
const s3 = tracer.captureAWSv3Client(new S3Client({}));
const object = { Bucket: required('BUCKET'), Key: 'canary.xml' };
/** Between two looks for its record, in milliseconds. */
const LOOK_MS = 2_000;
/** The check that made the record notes what it read after that. */
const NOTING_MS = 3_000;
/** How long the feed can be read, in seconds. */
const READABLE_SECONDS = 900;

/**
 * Tries the whole chain: puts a feed of one item and a story that reads it, waits for the record, and removes all again. The
 * metric `CanarySeconds` is the time from the item to its record; where there is no record there is no metric.
 */
export async function handler(): Promise<{ seconds: number | null }> {
  try {
    await removeLast();
    const now = new Date();
    await s3.send(
      new PutObjectCommand({ ...object, Body: canaryFeed(now), ContentType: 'application/rss+xml' }),
    );
    const feed = await getSignedUrl(s3, new GetObjectCommand(object), { expiresIn: READABLE_SECONDS });
    await records.saveStory(storyOf(canaryBaseline(feed, now)), { by: 'canary', quietSince: null });
    const seconds = await recorded(now);
    await pause(NOTING_MS);
    await removeLast();
    if (seconds === null) logger.error('The canary has no record: see what of the chain stands still');
    else {
      metrics.addMetric('CanarySeconds', MetricUnit.Seconds, seconds);
      logger.info('The canary has its record', { seconds });
    }
    return { seconds };
  } finally {
    publishMetrics();
  }
}

/** From the item to its record, in seconds; null where there is none in time. */
async function recorded(from: Date): Promise<number | null> {
  const waitMs = 1_000 * Number(required('WAIT_SECONDS'));
  const story = await records.story(CANARY);
  if (!story) throw new Error('The canary’s story was put and is not there');
  while (Date.now() - from.getTime() < waitMs) {
    const [change] = await records.changes(story);
    // What a check of the last hour has left is none.
    if (change?.recordedAt && change.recordedAt >= from.toISOString())
      return Math.round((Date.parse(change.recordedAt) - from.getTime()) / 1_000);
    await pause(LOOK_MS);
  }
  return null;
}

/** All that a canary has left, whether or not its story is there still: its object, its rows, and what is kept of its feed. */
async function removeLast(): Promise<void> {
  const left = await records.story(CANARY);
  const story = left ?? { baseline: canaryBaseline('', new Date()), judged: null };
  await records.deleteStory(story);
  for (const feed of left?.baseline.feeds ?? []) await records.deleteFeed(feed);
  await s3.send(new DeleteObjectCommand(object));
}

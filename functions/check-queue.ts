import { SQSClient } from '@aws-sdk/client-sqs';
import { hostOf, OWN_HOST } from '../lib/monitor/due.ts';
import type { StoryRef } from '../lib/monitor/story-ref.ts';
import { required } from './environment.ts';
import type { FeedMessage, QueueMessage } from './queue-message.ts';
import { sendMessages } from './send-messages.ts';
import { tracer } from './telemetry.ts';

const sqs = tracer.captureAWSv3Client(new SQSClient({}));
const queueUrl = required('QUEUE_URL');

/** A list of stories that takes more characters is left out: the check asks the table for it. */
const STORIES_LENGTH = 100_000;

/** What asks for a feed. @param readBy the stories that read each feed */
export function feedMessage(
  url: string,
  readBy: ReadonlyMap<string, readonly StoryRef[]>,
  runId: string,
  now: Date,
): FeedMessage {
  const stories = Object.fromEntries((readBy.get(url) ?? []).map(({ slug, revision }) => [slug, revision]));
  const isShort = JSON.stringify(stories).length <= STORIES_LENGTH;
  return { runId, feed: { id: url, url }, askedAt: now.toISOString(), ...(isShort && { stories }) };
}

/** @throws where SQS takes not all of them, so that all is asked for again: a feed that was read meanwhile is left */
export async function askAll(messages: readonly QueueMessage[]): Promise<void> {
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
export const FEEDS_OF_HOST = LONGEST_DELAY_SECONDS / HOST_PAUSE_SECONDS;

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

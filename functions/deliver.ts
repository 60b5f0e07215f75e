import { createHash } from 'node:crypto';
import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { ChangeMessageVisibilityCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import * as v from 'valibot';
import type { PostedChannel } from '../lib/model/deployed-channel.ts';
import { openStores } from './clients.ts';
import { DELIVERY } from './delivery-message.ts';
import { required } from './environment.ts';
import { addressOf, post } from './post.ts';
import { logger, metrics, publishMetrics, tracer } from './telemetry.ts';

const { records } = openStores();
const sqs = tracer.captureAWSv3Client(new SQSClient({}));
const queueUrl = required('DELIVERIES_URL');
const channels = new Map(
  (JSON.parse(required('CHANNELS')) as PostedChannel[]).map((channel) => [channel.name, channel]),
);

/** After the nth try in vain so many seconds go by; with the last one a day is over, and the queue gives the message to its failure queue. */
const WAITS = [5, 60, 300, 900, 1_800, 3_600, 7_200, 14_400, 28_800, 28_800];
/** SQS hides a message for twelve hours at the most, from when it gave it to this function; in seconds. */
const LONGEST_WAIT = 43_000;

/** Posts messages to channels: again and again for a day, until the receiver takes them or says that it wants no more. */
export async function handler(event: SQSEvent, context: Context): Promise<SQSBatchResponse> {
  try {
    return await processPartialResponse(event, deliver, new BatchProcessor(EventType.SQS), {
      context,
      // That receivers are down is no failure of this function.
      throwOnFullBatchFailure: false,
    });
  } finally {
    publishMetrics();
  }
}

/** @throws where the message is to be tried again, which the queue does when it is seen again */
async function deliver(message: SQSRecord): Promise<void> {
  const delivery = v.parse(DELIVERY, JSON.parse(message.body));
  const channel = channels.get(delivery.channel);
  if (!channel) {
    logger.warn('A message is of a channel that this deployment has no more', { channel: delivery.channel });
    return;
  }
  const now = new Date();
  const address = await addressOf(channel);
  if ('why' in address)
    return tryLater(message, { channel, id: delivery.id, why: address.why, notBefore: null });
  const digest = createHash('sha256').update(address.url).digest('hex').slice(0, 16);
  const off = await records.channelState(channel.name);
  if (off?.address === digest) {
    logger.warn('A message was dropped: its receiver wants no more', {
      channel: channel.name,
      id: delivery.id,
    });
    return;
  }
  const posted = await post(channel, address.url, delivery, now);
  switch (posted.outcome) {
    case 'taken':
      metrics.addMetric('Deliveries', MetricUnit.Count, 1);
      // It has another address than the one whose receiver switched it off.
      if (off) await records.deleteChannelState(channel.name);
      return;
    case 'gone':
      await records.saveChannelState({
        name: channel.name,
        address: digest,
        disabledAt: now.toISOString(),
        why: posted.why,
      });
      metrics.addMetric('ChannelsDisabled', MetricUnit.Count, 1);
      logger.error('A channel wants no more messages: give it another address', { channel: channel.name });
      return;
    case 'failed':
      return tryLater(message, { channel, id: delivery.id, ...posted });
    default:
      return posted satisfies never;
  }
}

interface Refusal {
  readonly channel: PostedChannel;
  readonly id: string;
  readonly why: string;
  readonly notBefore: string | null;
}

/** Hides a message for as long as it is to wait. @throws always: it stays in its queue */
async function tryLater(
  { attributes, receiptHandle }: SQSRecord,
  { channel, id, why, notBefore }: Refusal,
): Promise<never> {
  const tries = Number(attributes.ApproximateReceiveCount);
  const asked = notBefore === null ? 0 : (Date.parse(notBefore) - Date.now()) / 1_000;
  const wait = Math.min(Math.max(WAITS[tries - 1] ?? 0, Math.ceil(asked)), LONGEST_WAIT);
  logger.warn('A message was not taken', { channel: channel.name, id, tries, why, wait });
  await sqs.send(
    new ChangeMessageVisibilityCommand({
      QueueUrl: queueUrl,
      ReceiptHandle: receiptHandle,
      VisibilityTimeout: wait,
    }),
  );
  throw new Error(`${channel.name}: message ${id} was not taken (${why})`);
}

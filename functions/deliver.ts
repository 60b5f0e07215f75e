import { createHash } from 'node:crypto';
import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import * as v from 'valibot';
import type { PostedChannel } from '../lib/model/deployed-channel.ts';
import { openStores } from './clients.ts';
import { DELIVERY, type Delivery } from './delivery-message.ts';
import { required } from './environment.ts';
import { addressOf, post } from './post.ts';
import { sendMessages } from './send-messages.ts';
import { logger, metrics, toldWhenItFails, tracer } from './telemetry.ts';

const { records } = openStores();
const sqs = tracer.captureAWSv3Client(new SQSClient({}));
const queueUrl = required('DELIVERIES_URL');
const channels = new Map(
  (JSON.parse(required('CHANNELS')) as PostedChannel[]).map((channel) => [channel.name, channel]),
);

/** After the nth try in vain so many seconds go by; with the last one a day is over. */
const WAITS = [5, 60, 300, 900, 1_800, 3_600, 7_200, 14_400, 28_800, 28_800];
/** SQS holds a message back for so many seconds at the most. */
const LONGEST_DELAY = 900;

/** Posts messages to channels: again and again for a day, until the receiver takes them or says that it wants no more. */
export async function handler(event: SQSEvent, context: Context): Promise<SQSBatchResponse> {
  try {
    return await processPartialResponse(
      event,
      toldWhenItFails(async ({ body }: SQSRecord) => deliver(v.parse(DELIVERY, JSON.parse(body)))),
      new BatchProcessor(EventType.SQS),
      { context },
    );
  } finally {
    metrics.publishStoredMetrics();
  }
}

/** @throws where it was tried for a day, so that it ends in the failure queue */
async function deliver(message: Delivery): Promise<void> {
  const channel = channels.get(message.channel);
  if (!channel) {
    logger.warn('A message is of a channel that this deployment has no more', { channel: message.channel });
    return;
  }
  const now = new Date();
  if (message.notBefore > now.toISOString()) return holdBack(message, now);
  const url = await addressOf(channel);
  const address = createHash('sha256').update(url).digest('hex').slice(0, 16);
  const state = await records.channelState(channel.name);
  if (state?.address === address) return;
  const posted = await post(channel, url, message, now);
  switch (posted.outcome) {
    case 'taken':
      metrics.addMetric('Deliveries', MetricUnit.Count, 1);
      return;
    case 'gone':
      await records.saveChannelState({
        name: channel.name,
        address,
        disabledAt: now.toISOString(),
        why: posted.why,
      });
      metrics.addMetric('ChannelsDisabled', MetricUnit.Count, 1);
      logger.error('A channel wants no more messages: give it another address and deploy', {
        channel: channel.name,
      });
      return;
    case 'failed': {
      const wait = WAITS[message.tries];
      logger.warn('A message was not taken', {
        channel: channel.name,
        id: message.id,
        tries: message.tries + 1,
        why: posted.why,
      });
      if (wait === undefined)
        throw new Error(
          `${channel.name}: message ${message.id} of ${message.since} was not taken in ${WAITS.length} tries over a day (${posted.why}): expected a receiver that answers 2xx`,
        );
      const seconds = Math.max(wait, Math.min(posted.waitSeconds ?? 0, WAITS.at(-1) ?? 0));
      const notBefore = new Date(now.getTime() + seconds * 1_000).toISOString();
      return holdBack({ ...message, tries: message.tries + 1, notBefore }, now);
    }
    default:
      return posted satisfies never;
  }
}

/** Puts a message back, for as long as SQS holds one. */
async function holdBack(message: Delivery, now: Date): Promise<void> {
  const seconds = Math.ceil((Date.parse(message.notBefore) - now.getTime()) / 1_000);
  await sendMessages(sqs, queueUrl, [
    { body: message, delay: Math.min(Math.max(0, seconds), LONGEST_DELAY) },
  ]);
}

import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import { ALL, wantedBy } from '../lib/model/channels.ts';
import type { DeployedChannel } from '../lib/model/deployed-channel.ts';
import type { Channel, Telling } from '../lib/monitor/announce.ts';
import type { MessageSettings } from '../lib/view/announcement/words.ts';
import { busChannel } from './bus-channel.ts';
import { required } from './environment.ts';
import { postedDelivery } from './posted-channel.ts';
import { senderDelivery } from './sender-channel.ts';
import { tracer } from './telemetry.ts';
import { topicDelivery } from './topic-channel.ts';

/** How one channel delivers. */
export type Deliver = (tellings: readonly Telling[]) => Promise<void>;

/** A channel of this deployment; since when it has it is told for each call. */
export type OpenChannel = Omit<Channel, 'since'> & { readonly isDigest: boolean };

/** The channels of this deployment, by the environment. */
export function openChannels(): readonly OpenChannel[] {
  const told: readonly DeployedChannel[] = JSON.parse(required('CHANNELS'));
  const settings: MessageSettings = {
    zone: required('ZONE'),
    pages: process.env['PAGES_URL'] ?? null,
    table: required('TABLE_NAME'),
  };
  const sns = tracer.captureAWSv3Client(new SNSClient({}));
  const sqs = tracer.captureAWSv3Client(new SQSClient({}));
  const deliveryOf = (channel: DeployedChannel): Deliver => {
    switch (channel.type) {
      case 'topic':
        return topicDelivery(sns, channel.topicArn, settings);
      case 'sender':
        return senderDelivery(channel, settings);
      case 'slack':
      case 'teams':
      case 'webhook':
        return postedDelivery(sqs, required('DELIVERIES_URL'), channel, settings);
      default:
        return channel satisfies never;
    }
  };
  const bus = tracer.captureAWSv3Client(new EventBridgeClient({}));
  return [
    ...told.map((channel) => ({
      name: channel.name,
      isDigest: channel.isDigest,
      wants: (story: Telling['story']) => wantedBy(channel.name, channel, story),
      deliver: deliveryOf(channel),
    })),
    // Machines are told everything, and choose by rules of the bus.
    {
      name: 'bus',
      isDigest: false,
      wants: () => ALL,
      deliver: busChannel(bus, required('BUS_NAME')),
    },
  ];
}

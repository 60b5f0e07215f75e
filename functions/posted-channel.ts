import { createHash } from 'node:crypto';
import type { SQSClient } from '@aws-sdk/client-sqs';
import type { PostedChannel } from '../lib/model/deployed-channel.ts';
import type { Telling } from '../lib/monitor/announce.ts';
import { slackMessages } from '../lib/view/announcement/slack.ts';
import { teamsMessages } from '../lib/view/announcement/teams.ts';
import { webhookMessage } from '../lib/view/announcement/webhook.ts';
import { announcementWords, type MessageSettings } from '../lib/view/announcement/words.ts';
import type { Deliver } from './channels.ts';
import type { Delivery } from './delivery-message.ts';
import { sendMessages } from './send-messages.ts';

/** Announcements that are posted to an address: they go by a queue, from which they are tried for a day. */
export function postedDelivery(
  sqs: SQSClient,
  queueUrl: string,
  channel: PostedChannel,
  settings: MessageSettings,
): Deliver {
  return async (tellings) => {
    const messages = messagesOf(channel, tellings, settings, new Date().toISOString());
    await sendMessages(
      sqs,
      queueUrl,
      messages.map((body, i) => ({
        body: {
          channel: channel.name,
          id: idOf(channel.name, tellings, i),
          body: JSON.stringify(body),
        } satisfies Delivery,
      })),
    );
  };
}

function messagesOf(
  { type }: PostedChannel,
  tellings: readonly Telling[],
  settings: MessageSettings,
  now: string,
): readonly object[] {
  const words = () => tellings.map((each) => announcementWords(each, settings));
  switch (type) {
    case 'slack':
      return slackMessages(words());
    case 'teams':
      return teamsMessages(words());
    case 'webhook':
      return tellings.map((each) => webhookMessage(each, now));
    default:
      return type satisfies never;
  }
}

/** Of what is told, not of when: a message that is made anew has the same. Full stops part what is signed. */
function idOf(channel: string, tellings: readonly Telling[], part: number): string {
  const told = tellings.map(({ announcement, story }) => `${story.baseline.story} ${announcement.id}`);
  const text = [channel, part, ...told].join('\n');
  return `msg_${createHash('sha256').update(text).digest('hex').slice(0, 32)}`;
}

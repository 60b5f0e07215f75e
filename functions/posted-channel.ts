import { createHash } from 'node:crypto';
import type { SQSClient } from '@aws-sdk/client-sqs';
import type { PostedChannel } from '../lib/model/deployed-channel.ts';
import type { Telling } from '../lib/monitor/announce.ts';
import { idsOf } from '../lib/monitor/announcement.ts';
import { announcementData } from '../lib/view/announcement/data.ts';
import { slackMessage } from '../lib/view/announcement/slack.ts';
import { teamsMessage } from '../lib/view/announcement/teams.ts';
import { announcementWords, type MessageSettings } from '../lib/view/announcement/words.ts';
import type { Deliver } from './channels.ts';
import type { Delivery } from './delivery-message.ts';
import { sendMessages } from './send-messages.ts';

/** A webhook’s message has less than 20 kB, by Standard Webhooks, in bytes. */
const WEBHOOK_BYTES = 18_000;

/** Announcements that are posted to an address: they go by a queue, from which they are tried for a day. */
export function postedDelivery(
  sqs: SQSClient,
  queueUrl: string,
  channel: PostedChannel,
  settings: MessageSettings,
): Deliver {
  return async (tellings) => {
    const now = new Date().toISOString();
    const message: Delivery = {
      channel: channel.name,
      id: idOf(channel.name, tellings),
      body: JSON.stringify(bodyOf(channel, tellings, settings, now)),
      since: now,
      tries: 0,
      notBefore: now,
    };
    await sendMessages(sqs, queueUrl, [{ body: message }]);
  };
}

function bodyOf(
  { type }: PostedChannel,
  tellings: readonly Telling[],
  settings: MessageSettings,
  now: string,
): object {
  const words = () => tellings.map((each) => announcementWords(each, settings));
  switch (type) {
    case 'slack':
      return slackMessage(words());
    case 'teams':
      return teamsMessage(words());
    case 'webhook': {
      const [only] = tellings;
      if (!only) throw new Error('A webhook is sent one announcement, found none');
      const { type: about, ...data } = announcementData(only, WEBHOOK_BYTES);
      return { type: about, timestamp: now, data };
    }
    default:
      return type satisfies never;
  }
}

/** Of what is told, not of when: a message that is made anew has the same. Full stops part what is signed. */
function idOf(channel: string, tellings: readonly Telling[]): string {
  const told = tellings.flatMap(({ announcement, story }) =>
    idsOf(announcement).map((id) => `${story.baseline.story} ${id}`),
  );
  return `msg_${createHash('sha256')
    .update([channel, ...told].join('\n'))
    .digest('hex')
    .slice(0, 32)}`;
}

import { PublishCommand, type SNSClient } from '@aws-sdk/client-sns';
import { asciiSubject, textMessage } from '../lib/view/announcement/text.ts';
import { announcementWords, type MessageSettings } from '../lib/view/announcement/words.ts';
import type { Deliver } from './channels.ts';

/** Announcements for people, as plain text by e-mail from an SNS topic. */
export function topicDelivery(sns: SNSClient, topicArn: string, settings: MessageSettings): Deliver {
  return async (tellings) => {
    const { subject, text } = textMessage(tellings.map((each) => announcementWords(each, settings)));
    await sns.send(
      new PublishCommand({ TopicArn: topicArn, Subject: asciiSubject(subject), Message: withinTopic(text) }),
    );
  };
}

/** SNS takes 256 KB with what is around it, in bytes. */
const MOST_BYTES = 250_000;

/** A text that fits into a message; of a longer one the beginning, to a whole line. */
function withinTopic(text: string): string {
  const bytes = Buffer.from(text);
  if (bytes.length <= MOST_BYTES) return text;
  const cut = bytes.subarray(0, MOST_BYTES).toString('utf8');
  return `${cut.slice(0, cut.lastIndexOf('\n'))}\n\nThis message was cut: the pages and claimwatch changes show all.`;
}

import { PublishCommand, type SNSClient } from '@aws-sdk/client-sns';
import type { Channel } from '../lib/monitor/announce.ts';
import { announcementMail } from '../lib/view/announcement.ts';

/** Announcements for people, by e-mail from an SNS topic. */
export function mailChannel(sns: SNSClient, topicArn: string): Channel {
  return {
    name: 'mail',
    async deliver(announcement, story) {
      const { subject, text } = announcementMail(announcement, story);
      await sns.send(new PublishCommand({ TopicArn: topicArn, Subject: subject, Message: text }));
    },
  };
}

import type { DeployedChannel } from '../lib/model/deployed-channel.ts';
import { htmlMessage } from '../lib/view/announcement/html.ts';
import { textMessage } from '../lib/view/announcement/text.ts';
import { announcementWords, type MessageSettings } from '../lib/view/announcement/words.ts';
import type { Deliver } from './channels.ts';
import { tracer } from './telemetry.ts';

/** Announcements for people, as HTML and plain text by e-mail from an address of their own, by Amazon SES. */
export function senderDelivery(
  { from, to }: Extract<DeployedChannel, { type: 'sender' }>,
  settings: MessageSettings,
): Deliver {
  return async (tellings) => {
    // The client is loaded where there is something to send.
    const { SESv2Client, SendEmailCommand } = await import('@aws-sdk/client-sesv2');
    const ses = tracer.captureAWSv3Client(new SESv2Client({}));
    const words = tellings.map((each) => announcementWords(each, settings));
    const { subject, text } = textMessage(words);
    const content = (data: string) => ({ Data: data, Charset: 'UTF-8' });
    const body = { Text: content(text), Html: content(await htmlMessage(words)) };
    await ses.send(
      new SendEmailCommand({
        FromEmailAddress: from,
        Destination: { ToAddresses: [...to] },
        Content: { Simple: { Subject: content(`claimwatch: ${subject}`.slice(0, 200)), Body: body } },
      }),
    );
  };
}

import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';

/** A message and after how many seconds it may be received. */
export interface Outgoing {
  readonly body: unknown;
  readonly delay?: number | undefined;
}

/** So many messages SQS takes in one request. */
const MESSAGES_AT_ONCE = 10;

/** @throws where SQS takes not all of them */
export async function sendMessages(
  sqs: SQSClient,
  queueUrl: string,
  messages: readonly Outgoing[],
): Promise<void> {
  for (let i = 0; i < messages.length; i += MESSAGES_AT_ONCE) {
    const { Failed = [] } = await sqs.send(
      new SendMessageBatchCommand({
        QueueUrl: queueUrl,
        Entries: messages.slice(i, i + MESSAGES_AT_ONCE).map(({ body, delay }, k) => ({
          Id: String(k),
          MessageBody: JSON.stringify(body),
          DelaySeconds: delay,
        })),
      }),
    );
    if (Failed.length > 0)
      throw new Error(
        `The queue refused ${Failed.length} of ${messages.length} messages (${Failed[0]?.Code}: ${Failed[0]?.Message}), expected it to take all: they are sent again`,
      );
  }
}

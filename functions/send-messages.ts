import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';

/** A message and after how many seconds it may be received. */
export interface Outgoing {
  readonly body: unknown;
  readonly delay?: number | undefined;
}

/** So many messages, and bytes of them, go into one request; SQS takes 262,144. */
const MESSAGES_AT_ONCE = 10;
const BYTES_AT_ONCE = 200_000;

/** @throws where SQS takes not all of them */
export async function sendMessages(
  sqs: SQSClient,
  queueUrl: string,
  messages: readonly Outgoing[],
): Promise<void> {
  for (const batch of batchesOf(messages)) {
    const { Failed = [] } = await sqs.send(
      new SendMessageBatchCommand({
        QueueUrl: queueUrl,
        Entries: batch.map(({ text, delay }, k) => ({
          Id: String(k),
          MessageBody: text,
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

interface Written extends Pick<Outgoing, 'delay'> {
  readonly text: string;
}

function batchesOf(messages: readonly Outgoing[]): Written[][] {
  const batches: Written[][] = [];
  let bytes = 0;
  for (const { body, delay } of messages) {
    const text = JSON.stringify(body);
    const size = Buffer.byteLength(text);
    const batch = batches.at(-1);
    if (batch && batch.length < MESSAGES_AT_ONCE && bytes + size <= BYTES_AT_ONCE) {
      batch.push({ text, delay });
      bytes += size;
    } else {
      batches.push([{ text, delay }]);
      bytes = size;
    }
  }
  return batches;
}

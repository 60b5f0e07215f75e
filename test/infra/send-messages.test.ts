import type { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { expect, test } from 'vitest';
import { sendMessages } from '../../functions/send-messages.ts';

/** What SQS takes in one request. */

const batchesOf = async (sizes: readonly number[]) => {
  const batches: number[] = [];
  const send = async ({ input }: SendMessageBatchCommand) => {
    batches.push(input.Entries?.length ?? 0);
    return { Failed: [] };
  };
  await sendMessages(
    { send } as unknown as SQSClient,
    'https://queue.example',
    sizes.map((size) => ({ body: 'я'.repeat(size) })),
  );
  return batches;
};

test.each<[string, number[], number[]]>([
  ['small ones ten at once', Array(12).fill(5), [10, 2]],
  ['large ones as many as have room, by bytes', Array(5).fill(40_000), [2, 2, 1]],
  ['one that fills a request goes alone', [5, 110_000, 5], [1, 1, 1]],
  ['none without a request', [], []],
])('%s', async (_what, sizes, expected) => expect(await batchesOf(sizes)).toEqual(expected));

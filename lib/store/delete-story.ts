import { BatchWriteCommand, DeleteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Baseline } from '../model/baseline.ts';
import type { KeptStory } from '../monitor/ports.ts';
import { readerIdOf } from '../monitor/stale.ts';
import { storyTextDigest } from '../readers/digests.ts';
import { type ChangeRow, evidenceOf } from './change-row.ts';
import { ifHolds, partition, type TableClient } from './client.ts';
import { KEYS } from './table.ts';

/** So many rows DynamoDB deletes in one BatchWriteItem. */
const ROWS_AT_ONCE = 25;

interface Key {
  readonly pk: string;
  readonly sk: string;
}

/** Marks a story as watched by nobody. @throws ConditionalCheckFailedException where there is none */
export async function retireStory({ client, table }: TableClient, slug: string): Promise<void> {
  await client.send(
    new UpdateCommand({
      TableName: table,
      Key: KEYS.story(slug),
      UpdateExpression: 'SET retired = :yes',
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeValues: { ':yes': true },
    }),
  );
}

/**
 * Deletes all rows of a story: its items, records, superseded reports, notices and the answers of its readers, its own row
 * last. What is kept of feeds and of spending stays. One that breaks off is made again.
 * @returns how many rows
 */
export async function deleteStory(
  tables: TableClient,
  { baseline, judged }: Pick<KeptStory, 'baseline' | 'judged'>,
): Promise<number> {
  const { client, table, queryAll } = tables;
  const slug = baseline.story;
  // From here on nobody checks it.
  await ifHolds(retireStory(tables, slug));
  const changes = await queryAll<ChangeRow>(partition(KEYS.change(slug, '').pk));
  const readers = new Set(changes.flatMap((row) => evidenceOf(row).map(({ reader }) => reader)));
  const last = readerIdOf({ judged });
  const text = storyTextDigest(baseline);
  // Another story of the same article and claims goes on by the same answers.
  const others = await queryAll<{ readonly baseline: Baseline }>(partition(KEYS.story('').pk));
  const isShared = others.some(
    (row) => row.baseline.story !== slug && storyTextDigest(row.baseline) === text,
  );
  const partitions = [
    KEYS.item(slug, '', '').pk,
    KEYS.change(slug, '').pk,
    KEYS.superseded(slug, '', '', '').pk,
    KEYS.notice(slug, '').pk,
    ...(isShared ? [] : [...readers, ...(last ? [last] : [])]).map(
      (reader) => KEYS.answer(reader, text, { text: '', source: '' }).pk,
    ),
  ];
  let count = 0;
  for (const pk of new Set(partitions)) {
    const keys = await queryAll<Key>({ ...partition(pk), ProjectionExpression: 'pk, sk' });
    await deleteAll(tables, keys);
    count += keys.length;
  }
  await client.send(new DeleteCommand({ TableName: table, Key: KEYS.story(slug) }));
  return count + 1;
}

async function deleteAll({ client, table }: TableClient, keys: readonly Key[]): Promise<void> {
  let left = keys.map(({ pk, sk }) => ({ DeleteRequest: { Key: { pk, sk } } }));
  while (left.length > 0) {
    const { UnprocessedItems } = await client.send(
      new BatchWriteCommand({ RequestItems: { [table]: left.slice(0, ROWS_AT_ONCE) } }),
    );
    const unprocessed = (UnprocessedItems?.[table] ?? []) as typeof left;
    left = [...unprocessed, ...left.slice(ROWS_AT_ONCE)];
  }
}

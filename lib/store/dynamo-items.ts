import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { type Item, SUMMARY_LENGTH, TITLE_LENGTH } from '../model/item.ts';
import type { Items } from '../monitor/ports.ts';
import { holds, partition, type TableClient } from './client.ts';
import { EXPIRES_AT, expiryOf, KEYS } from './table.ts';
import { refuseNewer, VERSION, VERSIONS } from './versions.ts';

interface ItemRow {
  readonly version: number;
  readonly item: Item;
  readonly expiresAt: number;
  /** It has still to be judged. */
  readonly waits?: boolean;
  /** So often it was tried in vain, and why the last time. */
  readonly tries?: number;
  readonly why?: string;
}

/** The items that stories' gates let through: a row for each version of one, in the partition of its story. */
export function dynamoItems({ client, table, queryAll }: TableClient): Items {
  return {
    async keepItem(story, item, until, waits) {
      const key = KEYS.item(story, item.id, item.version);
      const title = item.title.slice(0, TITLE_LENGTH);
      const summary = item.summary.slice(0, SUMMARY_LENGTH);
      const row = {
        [VERSION]: VERSIONS.item,
        item: { ...item, title, summary },
        ...(waits && { waits }),
      };
      // Of two feeds that date one text differently the earlier date holds.
      const isKept = await holds(
        client.send(
          new PutCommand({
            TableName: table,
            Item: { ...key, ...row, [EXPIRES_AT]: expiryOf(until) },
            ConditionExpression: 'attribute_not_exists(pk) OR (#version <= :version AND #item.#said > :said)',
            ExpressionAttributeNames: { '#item': 'item', '#said': 'saidAt', '#version': VERSION },
            ExpressionAttributeValues: { ':said': item.saidAt, ':version': VERSIONS.item },
          }),
        ),
      );
      if (isKept) return;
      await holds(
        client.send(
          new UpdateCommand({
            TableName: table,
            Key: key,
            UpdateExpression: 'SET #until = :until',
            ConditionExpression: '#until < :until',
            ExpressionAttributeNames: { '#until': EXPIRES_AT },
            ExpressionAttributeValues: { ':until': expiryOf(until) },
          }),
        ),
      );
    },

    keptItems: async (story, now) => (await rowsOf(story, now)).map(({ item }) => item),

    waitingItems: async (story, now) =>
      (await rowsOf(story, now)).flatMap(({ item, waits, tries = 0, why = '' }) =>
        waits ? [{ item, tries, why }] : [],
      ),

    async noteRead(story, item) {
      await update(story, item, 'REMOVE waits, tries, why', {});
    },

    async noteUnread(story, item, why, tries) {
      const values = { ':yes': true, ':why': why, ':tries': tries };
      await update(story, item, 'SET waits = :yes, why = :why, tries = :tries', values);
    },
  };

  async function rowsOf(story: string, now: Date): Promise<ItemRow[]> {
    const rows = await queryAll<ItemRow>(partition(KEYS.item(story, '', '').pk));
    for (const row of rows) refuseNewer('item', row);
    // DynamoDB may take days to delete what has expired.
    return rows.filter(({ expiresAt }) => expiresAt > expiryOf(now));
  }

  /** Where the item was let go meanwhile nothing is left to note. */
  async function update(story: string, { id, version }: Item, expression: string, values: object) {
    const write = new UpdateCommand({
      TableName: table,
      Key: KEYS.item(story, id, version),
      UpdateExpression: expression,
      ConditionExpression: 'attribute_exists(pk)',
      ...(Object.keys(values).length > 0 && { ExpressionAttributeValues: values }),
    });
    await holds(client.send(write));
  }
}

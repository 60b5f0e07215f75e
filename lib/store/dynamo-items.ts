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
}

/** The items that stories' gates let through: a row for each version of one, in the partition of its story. */
export function dynamoItems({ client, table, queryAll }: TableClient): Items {
  return {
    async keepItem(story, item, until) {
      const key = KEYS.item(story, item.id, item.version);
      const title = item.title.slice(0, TITLE_LENGTH);
      const summary = item.summary.slice(0, SUMMARY_LENGTH);
      const row = { [VERSION]: VERSIONS.item, item: { ...item, title, summary } };
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

    async keptItems(story, now) {
      const rows = await queryAll<ItemRow>(partition(KEYS.item(story, '', '').pk));
      return rows.flatMap((row) => {
        refuseNewer('item', row);
        // DynamoDB may take days to delete what has expired.
        return row.expiresAt > expiryOf(now) ? [row.item] : [];
      });
    },
  };
}

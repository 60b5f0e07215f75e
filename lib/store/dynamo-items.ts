import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Item } from '../model/item.ts';
import type { WaitsFor } from '../model/waiting.ts';
import type { Items } from '../monitor/ports.ts';
import { holds, partition, type TableClient } from './client.ts';
import { conditionalUpdate } from './conditional-update.ts';
import { EXPIRES_AT, expiryOf, KEYS, queued } from './table.ts';
import { refuseNewer, VERSION, VERSIONS } from './versions.ts';

export interface ItemRow {
  readonly version: number;
  readonly item: Item;
  readonly expiresAt: number;
  /** It has still to be judged; the attributes that follow are there then (dynamo-waiting.ts). */
  readonly waits?: boolean;
  readonly waitsFor?: WaitsFor;
  /** So often it was tried in vain by what may be its own fault, and why the last time. */
  readonly tries?: number;
  readonly why?: string;
  readonly again?: boolean;
  readonly alone?: boolean;
  /** Until when it is in somebody's hands, ISO 8601. */
  readonly lease?: string;
}

/** The items that stories' gates let through: a row for each version of one, in the partition of its story. */
export function dynamoItems(tables: TableClient): Items {
  const { client, table, queryAll } = tables;
  return {
    async keepItem(story, item, until, waitsSince) {
      const key = KEYS.item(story, item.id, item.version);
      const since = waitsSince?.toISOString();
      const kept = { item, [VERSION]: VERSIONS.item };
      const waiting = since && {
        waits: true,
        waitsFor: 'reading',
        ...queued(story, since, 'reading', key.sk),
      };
      const isNew = await holds(
        client.send(
          new PutCommand({
            TableName: table,
            Item: { ...key, ...kept, ...waiting, [EXPIRES_AT]: expiryOf(until) },
            ConditionExpression: 'attribute_not_exists(pk)',
          }),
        ),
      );
      if (isNew) return true;
      // Of two feeds that date one text differently the earlier date holds: it is another question.
      const isEarlier = await conditionalUpdate(
        tables,
        key,
        { set: { ...kept, ...(waiting && { ...waiting, again: true }) }, remove: waiting ? ['lease'] : [] },
        '#version <= :version AND #item.#said > :said',
        {
          names: { '#item': 'item', '#said': 'saidAt', '#version': VERSION },
          values: { ':said': item.saidAt, ':version': VERSIONS.item },
        },
      );
      await conditionalUpdate(tables, key, { set: { [EXPIRES_AT]: expiryOf(until) } }, '#until < :until', {
        names: { '#until': EXPIRES_AT },
        values: { ':until': expiryOf(until) },
      });
      return isEarlier !== null;
    },

    keptItems: async (story, now) => {
      const rows = await queryAll<ItemRow>(partition(KEYS.item(story, '', '').pk));
      return living(rows, now).map(({ item }) => item);
    },

    async judgedVersions(story, itemId, now) {
      const { pk, sk } = KEYS.item(story, itemId, '');
      const rows = await queryAll<ItemRow>({
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
        ExpressionAttributeValues: { ':pk': pk, ':sk': sk },
      });
      return living(rows, now).flatMap(({ item, waits }) => (waits ? [] : [item]));
    },
  };
}

/** DynamoDB may take days to delete what has expired. */
export function living(rows: readonly ItemRow[], now: Date): ItemRow[] {
  for (const row of rows) refuseNewer('item', row);
  return rows.filter(({ expiresAt }) => expiresAt > expiryOf(now));
}

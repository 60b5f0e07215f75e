import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Notice, Notices } from '../monitor/notices.ts';
import { holds, partition, tableClient } from './client.ts';
import { KEYS } from './table.ts';
import { NOT_NEWER, newer, refuseNewer, VERSION, VERSIONS } from './versions.ts';

/** What a channel's attribute holds once the announcement is delivered; before that, until when it is taken. */
const DELIVERED = 'delivered';

/** The attribute with the time at which a channel delivered it. No channel's name has a blank. */
function timeOf(channel: string): string {
  return `${channel} at`;
}

interface NoticeRow {
  readonly sk: string;
  readonly version?: number;
  /** By channel: `delivered`, or until when it is taken. */
  readonly [channel: string]: string | number | undefined;
}

/** The notices on the one table: a row for each announcement, an attribute for each channel. */
export function dynamoNotices(dynamo: DynamoDBClient, table: string): Notices {
  const { client, get, queryAll } = tableClient(dynamo, table);
  const update = ({ story, id, channel }: Notice) => ({
    TableName: table,
    Key: KEYS.notice(story, id),
    ExpressionAttributeNames: { '#channel': channel, '#version': VERSION },
  });

  return {
    async delivered(story) {
      const rows = await queryAll<NoticeRow>({
        ...partition(KEYS.notice(story, '').pk),
        ConsistentRead: true,
      });
      return new Map(
        rows.flatMap(({ sk, ...row }) => {
          refuseNewer('notice', row);
          const channels = Object.entries(row).filter(([, value]) => value === DELIVERED);
          return channels.map(([channel]): [string, string | null] => {
            const at = row[timeOf(channel)];
            return [`${channel} ${sk}`, typeof at === 'string' ? at : null];
          });
        }),
      );
    },

    async take(notice, now, until) {
      const write = new UpdateCommand({
        ...update(notice),
        UpdateExpression: 'SET #channel = :until, #version = :version',
        ConditionExpression: `(${NOT_NEWER}) AND (attribute_not_exists(#channel) OR (#channel <> :delivered AND #channel < :now))`,
        ExpressionAttributeValues: {
          ':until': until,
          ':now': now,
          ':delivered': DELIVERED,
          ':version': VERSIONS.notice,
        },
      });
      if (await holds(client.send(write))) return 'mine';
      const row = await get<NoticeRow>(KEYS.notice(notice.story, notice.id), { consistent: true });
      refuseNewer('notice', row);
      return row?.[notice.channel] === DELIVERED ? 'delivered' : 'another';
    },

    async settle(notice, outcome, at) {
      const isDelivered = outcome === 'delivered';
      const { ExpressionAttributeNames: names, ...row } = update(notice);
      const write = new UpdateCommand({
        ...row,
        UpdateExpression: isDelivered
          ? 'SET #channel = :delivered, #at = :at, #version = :version'
          : 'REMOVE #channel',
        ConditionExpression: NOT_NEWER,
        ExpressionAttributeNames: { ...names, ...(isDelivered && { '#at': timeOf(notice.channel) }) },
        ExpressionAttributeValues: {
          ':version': VERSIONS.notice,
          ...(isDelivered && { ':delivered': DELIVERED, ':at': at }),
        },
      });
      if (!(await holds(client.send(write)))) throw newer('notice');
    },
  };
}

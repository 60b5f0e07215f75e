import { ConditionalCheckFailedException, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, paginateQuery, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Notice, Notices } from '../monitor/ports.ts';
import { KEYS } from './table.ts';

/** What a channel's attribute holds once the announcement is delivered; before that, until when it is taken. */
const DELIVERED = 'delivered';

/** The notices on the one table: a row for each announcement, an attribute for each channel. */
export function dynamoNotices(dynamo: DynamoDBClient, table: string): Notices {
  const client = DynamoDBDocumentClient.from(dynamo);
  const update = ({ story, id, channel }: Notice) => ({
    TableName: table,
    Key: KEYS.notice(story, id),
    ExpressionAttributeNames: { '#channel': channel },
  });

  return {
    async delivered(story) {
      const delivered = new Set<string>();
      const pages = paginateQuery(
        { client },
        {
          TableName: table,
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
          ExpressionAttributeValues: { ':pk': `STORY#${story}`, ':sk': 'NOTICE#' },
          ConsistentRead: true,
        },
      );
      for await (const { Items = [] } of pages)
        for (const { sk, ...row } of Items)
          for (const [channel, value] of Object.entries(row))
            if (value === DELIVERED) delivered.add(`${channel} ${String(sk).slice('NOTICE#'.length)}`);
      return delivered;
    },

    async take(notice, now, until) {
      try {
        await client.send(
          new UpdateCommand({
            ...update(notice),
            UpdateExpression: 'SET #channel = :until',
            ConditionExpression:
              'attribute_not_exists(#channel) OR (#channel <> :delivered AND #channel < :now)',
            ExpressionAttributeValues: { ':until': until, ':now': now, ':delivered': DELIVERED },
          }),
        );
        return 'mine';
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
        const { Item } = await client.send(
          new GetCommand({
            TableName: table,
            Key: KEYS.notice(notice.story, notice.id),
            ConsistentRead: true,
          }),
        );
        return Item?.[notice.channel] === DELIVERED ? 'delivered' : 'another';
      }
    },

    async settle(notice, outcome) {
      await client.send(
        new UpdateCommand(
          outcome === 'delivered'
            ? {
                ...update(notice),
                UpdateExpression: 'SET #channel = :delivered',
                ExpressionAttributeValues: { ':delivered': DELIVERED },
              }
            : { ...update(notice), UpdateExpression: 'REMOVE #channel' },
        ),
      );
    },
  };
}

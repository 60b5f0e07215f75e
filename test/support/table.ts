import { randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Notices, Records } from '../../lib/monitor/ports.ts';
import { dynamoNotices } from '../../lib/store/dynamo-notices.ts';
import { dynamoRecords } from '../../lib/store/dynamo-records.ts';
import { createTable } from '../../lib/store/local-table.ts';

export function clientAt(endpoint: string): DynamoDBClient {
  return new DynamoDBClient({
    endpoint,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
}

/** A fresh, empty table at an endpoint. */
export async function freshTable(
  client: DynamoDBClient,
): Promise<{ name: string; records: Records; notices: Notices }> {
  const name = `test-${randomUUID()}`;
  await createTable(client, name);
  return { name, records: dynamoRecords(client, name), notices: dynamoNotices(client, name) };
}

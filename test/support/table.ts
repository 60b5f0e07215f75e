import { randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll } from 'vitest';
import type { Notices } from '../../lib/monitor/notices.ts';
import type { Records } from '../../lib/monitor/ports.ts';
import { dynamoNotices } from '../../lib/store/dynamo-notices.ts';
import { dynamoRecords } from '../../lib/store/dynamo-records.ts';
import { createTable, type LocalTable, openLocalTable } from '../../lib/store/local-table.ts';

export function clientAt(endpoint: string): DynamoDBClient {
  return new DynamoDBClient({
    endpoint,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
}

/** An embedded DynamoDB for the tests of a file. @returns a client of it, once they run */
export function useLocalTable(): () => DynamoDBClient {
  let local: LocalTable;
  beforeAll(async () => {
    local = await openLocalTable('claimwatch', null);
  });
  afterAll(() => local.close());
  return () => clientAt(local.endpoint);
}

/** A fresh, empty table at an endpoint. */
export async function freshTable(
  client: DynamoDBClient,
): Promise<{ name: string; records: Records; notices: Notices }> {
  const name = `test-${randomUUID()}`;
  await createTable(client, name);
  return { name, records: dynamoRecords(client, name), notices: dynamoNotices(client, name) };
}

import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dynamoNotices } from '../lib/store/dynamo-notices.ts';
import { dynamoRecords } from '../lib/store/dynamo-records.ts';
import { required } from './environment.ts';
import { tracer } from './telemetry.ts';

/** The stores on the table `TABLE_NAME`, on one client. */
export function openStores() {
  const client = tracer.captureAWSv3Client(new DynamoDBClient({}));
  const table = required('TABLE_NAME');
  return {
    records: dynamoRecords(client, table),
    notices: dynamoNotices(client, table),
    close: () => client.destroy(),
  };
}

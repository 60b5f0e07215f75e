import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { handle } from 'hono/aws-lambda';
import { servedAddress } from '../lib/page/address.ts';
import { pageApp } from '../lib/page/app.ts';
import { linkVisitors } from '../lib/page/links.ts';
import { tableClient } from '../lib/store/client.ts';
import { dynamoLinks } from '../lib/store/dynamo-links.ts';
import { dynamoRecords } from '../lib/store/dynamo-records.ts';
import { required } from './environment.ts';
import { parameter } from './parameter.ts';
import { logger, metrics, tracer } from './telemetry.ts';

const client = tracer.captureAWSv3Client(new DynamoDBClient({}));
const table = required('TABLE_NAME');
const records = dynamoRecords(client, table);
const now = () => new Date();

/** A key is asked for anew after so many milliseconds. */
const KEY_MS = 60_000;
let known: { readonly key: Promise<string>; readonly until: number } | null = null;

async function pageKey(): Promise<string> {
  if (!known || known.until < Date.now())
    known = {
      key: parameter(
        required('PAGE_KEY_PARAMETER'),
        'the key of the pages',
        'claimwatch page link --for NAME',
      ),
      until: Date.now() + KEY_MS,
    };
  try {
    return await known.key;
  } catch (error) {
    known = null;
    throw error;
  }
}

const app = pageApp({
  records: (work) => work(records),
  visitors: linkVisitors(dynamoLinks(tableClient(client, table)), pageKey, now),
  zone: required('ZONE'),
  now,
  // A function's address leads to it under its own name alone.
  hosts: null,
  address: servedAddress,
  feeds: (origin) => origin,
  since: null,
  explain: (error) => {
    logger.error('A page could not be made', error as Error);
    return 'It is logged. Load the page again in a minute.';
  },
  refused: (why) => {
    logger.warn('A request was refused', { why });
    metrics.addMetric('PageRefused', MetricUnit.Count, 1);
    metrics.publishStoredMetrics();
  },
});

/** Answers requests that come by the function's own address. */
export const handler = handle(app);

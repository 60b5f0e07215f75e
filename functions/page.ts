import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { handle } from 'hono/aws-lambda';
import { InputError } from '../lib/model/input-error.ts';
import { servedAddress } from '../lib/page/address.ts';
import { pageApp } from '../lib/page/app.ts';
import { linkVisitors } from '../lib/page/links.ts';
import { tableClient } from '../lib/store/client.ts';
import { dynamoLinks } from '../lib/store/dynamo-links.ts';
import { dynamoRecords } from '../lib/store/dynamo-records.ts';
import { required } from './environment.ts';
import { parameter } from './parameter.ts';
import { logger, metrics, publishMetrics, tracer } from './telemetry.ts';

const client = tracer.captureAWSv3Client(new DynamoDBClient({}));
const table = required('TABLE_NAME');
const records = dynamoRecords(client, table);
const now = () => new Date();

/** The key is asked for anew after so many milliseconds, sooner where it could not be had. */
const KEY_MS = 60_000;
const NO_KEY_MS = 5_000;
let known: { readonly key: Promise<string>; until: number } | null = null;

function pageKey(): Promise<string> {
  if (known && known.until > Date.now()) return known.key;
  const key = parameter(
    required('PAGE_KEY_PARAMETER'),
    'the key of the pages',
    'claimwatch page link --for NAME',
  );
  const asked = { key, until: Date.now() + KEY_MS };
  known = asked;
  key.catch(() => {
    asked.until = Date.now() + NO_KEY_MS;
  });
  return key;
}

/** Rows of an older version are brought up by whoever may write them: the pages may not. */
const saveStory = () =>
  Promise.reject(
    new InputError('The story is still being brought up to this version: try again in a minute'),
  );

const app = pageApp({
  records: (work) => work({ ...records, saveStory }),
  visitors: linkVisitors(dynamoLinks(tableClient(client, table)), pageKey, now),
  zone: required('ZONE'),
  now,
  // A function's address leads to it under its own name alone.
  hosts: null,
  address: servedAddress,
  feeds: (origin) => origin,
  since: null,
  seenCookie: 'seen',
  failed: (error) => {
    logger.error('A page could not be made', error as Error);
    metrics.addMetric('PageFailed', MetricUnit.Count, 1);
    publishMetrics();
    return 'It is logged. Load the page again in a minute.';
  },
  refused: (why) => {
    logger.warn('A request was refused', { why });
    metrics.addMetric('PageRefused', MetricUnit.Count, 1);
    publishMetrics();
  },
});

/** Answers requests that come by the function's own address. */
export const handler = handle(app);

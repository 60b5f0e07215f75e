import type { ServerResponse } from 'node:http';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { SQSBatchResponse } from 'aws-lambda';
import { afterAll, beforeAll, beforeEach, vi } from 'vitest';
import type { FeedState } from '../../lib/model/feed.ts';
import type { Records } from '../../lib/monitor/ports.ts';
import { storyOf } from '../../lib/monitor/story.ts';
import { dynamoRecords } from '../../lib/store/dynamo-records.ts';
import { createTable, deleteTable } from '../../lib/store/local-table.ts';
import { type Call, type FakeAws, fakeAws } from './aws.ts';
import { bundledDeployment, type Deployment } from './deployment.ts';
import { environmentOf, keepEnvironment } from './environment.ts';
import { feedStateAt } from './feed.ts';
import { type Loopback, loopback } from './loopback.ts';
import { rss } from './rss.ts';
import { BRIDGE, BRIDGE_COVERAGE } from './story.ts';

/** The modules that are deployed, driven with the events that AWS sends, against the wire of AWS. */

const TABLE = 'bundled';
export type FunctionName =
  | 'Dispatch'
  | 'AskForStories'
  | 'CheckFeeds'
  | 'ReadItems'
  | 'Notify'
  | 'Deliver'
  | 'Load'
  | 'Serve'
  | 'Sing';

/** What the tests of one file share; there from `beforeAll` on. */
export const at = {} as {
  deployment: Deployment;
  aws: FakeAws;
  client: DynamoDBClient;
  records: Records;
  feeds: Loopback;
};
/** How each path of the feeds' server is answered. */
export let answers: Map<string, (response: ServerResponse) => void>;
/** What was logged and measured since the last look, each line an object. */
export let told: Record<string, unknown>[] = [];
/** So many files had functions here. */
let file = 0;

/** What each function asked of AWS in all these tests. */
export const asked = new Map<FunctionName, Call[]>();

/** Calls that a function makes for itself, by what it sends, and what is expected of it. */
// biome-ignore lint/suspicious/noExplicitAny: each handler answers in its own way
export async function invoke(name: FunctionName, event: unknown, leftMs = 300_000): Promise<any> {
  const from = at.aws.calls.length;
  // Each file has functions of its own: they keep state between calls, as they do where they are deployed.
  const { handler } = await import(`${at.deployment.bundle(name)}?${file}`);
  try {
    return await handler(event, {
      awsRequestId: 'run-1',
      functionName: name,
      getRemainingTimeInMillis: () => leftMs,
    });
  } finally {
    asked.set(name, [...(asked.get(name) ?? []), ...at.aws.calls.slice(from)]);
  }
}

/**
 * Prepares the wire, a server of feeds and a fresh table for each test of a file.
 * @param settings of the deployment
 * @param environment that functions have besides, once the wire is there
 */
export function useDeployed(
  settings: object = {},
  environment: (aws: FakeAws) => Promise<Record<string, string>> = async () => ({}),
): void {
  let restore = () => {};
  beforeAll(async () => {
    file += 1;
    asked.clear();
    restore = keepEnvironment();
    at.deployment = bundledDeployment(settings);
    const aws = await fakeAws(TABLE);
    Object.assign(process.env, environmentOf(TABLE), {
      AWS_ENDPOINT_URL: aws.endpoint,
      QUEUE_URL: `${aws.endpoint}/1/checks`,
      ...(await environment(aws)),
    });
    const hear = (line: unknown) => {
      try {
        told.push(JSON.parse(String(line)));
      } catch {
        told.push({ line });
      }
    };
    for (const level of ['log', 'info', 'warn', 'error'] as const)
      vi.spyOn(console, level).mockImplementation(hear);
    const client = new DynamoDBClient({});
    const feeds = await loopback(({ url = '' }, response) => {
      const answer = answers.get(url);
      if (answer) answer(response);
      else response.writeHead(404).end();
    });
    process.env['LOCAL_FEEDS'] = feeds.url;
    Object.assign(at, { aws, client, records: dynamoRecords(client, TABLE), feeds });
  }, 60_000);

  afterAll(async () => {
    at.client.destroy();
    await at.feeds.close();
    await at.aws.close();
    vi.restoreAllMocks();
    restore();
  });

  beforeEach(async () => {
    at.aws.fault = () => null;
    await emptyTable();
    at.aws.calls.length = 0;
    answers = new Map([
      ['/a', serve('A', [0, 2, 4])],
      ['/b', serve('B', [1, 3, 5])],
    ]);
    told = [];
  });
}

export async function emptyTable(): Promise<void> {
  await deleteTable(at.client, TABLE);
  await createTable(at.client, TABLE);
}

export const serve = (title: string, items: readonly number[]) => (response: ServerResponse) => {
  response.setHeader('etag', `"${title}"`).end(
    rss(
      title,
      items.flatMap((i) => BRIDGE_COVERAGE[i] ?? []),
    ),
  );
};
export const refuse =
  (status: number, headers: Record<string, string> = {}) =>
  (response: ServerResponse) =>
    void response.writeHead(status, headers).end();

/** The bridge story as a baseline that names these feeds of the server. */
export const baselineWith = (paths: readonly string[]) => ({
  ...BRIDGE,
  feeds: paths.map((path) => `${at.feeds.url}${path}`),
});
export const story = (paths: readonly string[]) => storyOf(baselineWith(paths));
export const stateOf = (path: string, change: Partial<FeedState>): FeedState =>
  feedStateAt(`${at.feeds.url}${path}`, change);

export const queued = (body: object, messageId: string) => ({
  messageId,
  receiptHandle: 'r',
  body: JSON.stringify({ runId: 'run-1', ...body }),
  attributes: {
    ApproximateReceiveCount: '1',
    SentTimestamp: '1767225600000',
    SenderId: 'AIDA',
    ApproximateFirstReceiveTimestamp: '1767225600000',
  },
  messageAttributes: {},
  md5OfBody: '',
  eventSource: 'aws:sqs',
  eventSourceARN: 'arn:aws:sqs:eu-central-1:1:checks',
  awsRegion: 'eu-central-1',
});
/** The queue's message that asks for a feed, or for a story to be judged again. */
export const message = (path: string, n = 0) => {
  const url = `${at.feeds.url}${path}`;
  return queued({ feed: { id: url, url } }, `message${path}${n}`);
};
export const storyMessage = (slug: string, n = 0) => queued({ story: slug }, `message ${slug}${n || ''}`);
export const failedOf = ({ batchItemFailures }: SQSBatchResponse) =>
  batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);

/** The records as they are kept, whatever the order in which they came. */
export const kept = async () => {
  return (await at.records.changes({ baseline: BRIDGE, isOlder: false }))
    .filter(({ claimId }) => claimId !== null)
    .map(({ id, evidence }) => `${id} ${evidence.map(({ guid }) => guid).toSorted()}`)
    .toSorted();
};
/** The sum of a metric in what was told. */
export const measured = (name: string) =>
  told
    .flatMap((line) => (line['_aws'] && line[name] !== undefined ? [line[name]] : []))
    .flat()
    .reduce<number>((sum, n) => sum + Number(n), 0);
/** What was sent to the queue. */
export const sentBodies = () =>
  at.aws.calls
    .filter(({ action }) => action === 'sqs:SendMessageBatch')
    .flatMap(({ body }) => JSON.parse(body).Entries)
    .map(({ MessageBody }: { MessageBody: string }) => JSON.parse(MessageBody));

export const UNTIL = new Date('2030-01-01T00:00:00Z');
export const UNAVAILABLE = { status: 500, error: 'InternalServerError' };

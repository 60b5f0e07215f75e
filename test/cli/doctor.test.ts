import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { storyOf } from '../../lib/monitor/story.ts';
import { dynamoRecords } from '../../lib/store/dynamo-records.ts';
import { type LocalTable, openLocalTable } from '../../lib/store/local-table.ts';
import { claimwatch } from '../support/cli.ts';
import { keepEnvironment } from '../support/environment.ts';
import { feedStateAt } from '../support/feed.ts';
import { BRIDGE } from '../support/story.ts';

/** `claimwatch doctor` against the wire of AWS: a stack, its queues and topics, and a real table. */

const FEED = 'https://paper.example/rss?token=abc';
let table: LocalTable;
let status = 'UPDATE_COMPLETE';
let failed = 0;
let subscriptions: readonly (readonly [arn: string, address: string])[] = [];
let restore = () => {};

const xml = (action: string, inner: string) =>
  `<${action}Response><${action}Result>${inner}</${action}Result></${action}Response>`;
const resource = (id: string, type: string, physical: string) =>
  `<member><LogicalResourceId>${id}</LogicalResourceId><ResourceType>${type}</ResourceType><PhysicalResourceId>${physical}</PhysicalResourceId><ResourceStatus>CREATE_COMPLETE</ResourceStatus><LastUpdatedTimestamp>2026-03-01T00:00:00Z</LastUpdatedTimestamp></member>`;

const server = createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request) body += chunk;
  const form = new URLSearchParams(body);
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  if (request.headers['x-amz-target'] === 'AmazonSQS.GetQueueAttributes') {
    response.setHeader('content-type', 'application/x-amz-json-1.0');
    const { QueueUrl } = JSON.parse(body);
    const count = QueueUrl.endsWith('FailedChecks') ? failed : 0;
    return response.end(JSON.stringify({ Attributes: { ApproximateNumberOfMessages: String(count) } }));
  }
  const action = form.get('Action') ?? '';
  if (form.get('StackName') === 'None') {
    response.statusCode = 400;
    return response.end(
      '<ErrorResponse><Error><Code>ValidationError</Code><Message>Stack with id None does not exist</Message></Error></ErrorResponse>',
    );
  }
  const outputs =
    form.get('StackName') === 'Other'
      ? ''
      : '<member><OutputKey>TableName</OutputKey><OutputValue>desk</OutputValue></member>';
  const answers: Record<string, string> = {
    DescribeStacks: `<Stacks><member><StackName>Desk</StackName><CreationTime>2026-03-01T00:00:00Z</CreationTime><StackStatus>${status}</StackStatus><Outputs>${outputs}</Outputs></member></Stacks>`,
    ListStackResources: `<StackResourceSummaries>${[
      resource('PollerFailedChecks0AB12CD3', 'AWS::SQS::Queue', `${url}/1/FailedChecks`),
      resource('PollerChecks0AB12CD3', 'AWS::SQS::Queue', `${url}/1/Checks`),
      resource('OperationsAlarms0AB12CD3', 'AWS::SNS::Topic', 'arn:aws:sns:eu-central-1:1:alarms'),
      resource('NotifierAnnouncements0AB', 'AWS::SNS::Topic', 'arn:aws:sns:eu-central-1:1:mail'),
    ].join('')}</StackResourceSummaries>`,
    ListSubscriptionsByTopic: `<Subscriptions>${subscriptions
      .map(
        ([arn, address]) =>
          `<member><SubscriptionArn>${arn}</SubscriptionArn><Endpoint>${address}</Endpoint><Protocol>email</Protocol></member>`,
      )
      .join('')}</Subscriptions>`,
  };
  response.end(xml(action, answers[action] ?? ''));
});

beforeAll(async () => {
  restore = keepEnvironment();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  table = await openLocalTable('desk', null);
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    AWS_ENDPOINT_URL_DYNAMODB: table.endpoint,
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
  });
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  await table.close();
  restore();
});

const doctor = (stack: string, ...more: string[]) => claimwatch(['doctor', '--stack', stack, ...more]);

test('says what is wrong, in order, with the cure, and nothing where all is well', async () => {
  const client = new DynamoDBClient({});
  const records = dynamoRecords(client, 'desk');
  status = 'UPDATE_ROLLBACK_COMPLETE';
  failed = 3;
  subscriptions = [['PendingConfirmation', 'ops@paper.example']];
  const ill = await doctor('Desk');
  expect(ill.code).toBe(1);
  expect(ill.out.split('\n').filter((line) => /^\d/.test(line))).toEqual([
    '1. The last deployment did not end well (UPDATE_ROLLBACK_COMPLETE)',
    '2. No check was started yet',
    '3. 3 messages in the queue FailedChecks',
    '4. No story is watched',
    '5. ops@paper.example has not confirmed, and gets no mail',
    '6. Nobody gets the alarms',
  ]);

  status = 'UPDATE_COMPLETE';
  failed = 0;
  subscriptions = [['arn:aws:sns:eu-central-1:1:alarms:1', 'ops@paper.example']];
  await records.saveStory(storyOf({ ...BRIDGE, feeds: [FEED] }));
  const until = new Date('2099-01-01T00:00:00Z');
  const now = new Date();
  const at = (hours: number) => new Date(now.getTime() + hours * 3_600_000).toISOString();
  await records.saveOperationState('Desk', { held: [], checkedAt: now.toISOString(), everyMinutes: 15 });
  const well = { checkedAt: at(-0.1), nextCheckAt: at(0.1) };
  const failure = { cause: 'broken' as const, why: 'timed out', since: at(-30), times: 9 };
  await records.saveFeedState(feedStateAt(FEED, { ...well, failure }), until);
  const failing = await doctor('Desk', '--json');
  expect(JSON.parse(failing.out).wrong.map(({ kind }: { kind: string }) => kind)).toEqual(['feed fails']);
  expect(failing.out).toContain('rss?token=***');
  expect(failing.out).not.toContain('abc');
  await records.saveFeedState(feedStateAt(FEED, well), until);
  client.destroy();
  expect(await doctor('Desk')).toEqual({ code: 0, out: 'Nothing is wrong with Desk.', err: '' });
});

test('a stack that is not there, or is another one, is said so', async () => {
  expect(await doctor('None')).toMatchObject({
    code: 1,
    err: 'There is no stack "None" in eu-central-1: check --stack and AWS_REGION',
  });
  expect((await doctor('Other')).err).toContain('has no output TableName');
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { parseBaseline } from '../../lib/model/parse-baseline.ts';
import { storyOf } from '../../lib/monitor/story.ts';
import { dynamoRecords } from '../../lib/store/dynamo-records.ts';
import { fakeAws } from '../support/aws.ts';
import { deploymentOf } from '../support/deployment.ts';
import { loopback } from '../support/loopback.ts';
import { reportPages } from './pages.ts';
import { PRICES } from './prices.ts';
import { reportReading } from './reading.ts';
import { type Amounts, report } from './report.ts';

/**
 * What a month of 100 feeds every 15 minutes costs. The deployed modules run three checks against the wire of AWS:
 * the first, in which everything is new, one in which a tenth of the feeds have news, and an idle one. Requests and
 * consumed units are counted there; what the platform does by itself is added by rule. Every feed is asked in every
 * check, though the schedule leaves slow ones alone: what is counted is the most that it can be.
 */

const FEEDS = 100;
const CHECKS_A_MONTH = 30 * 24 * 4;
/** The share of checks that find news in a tenth of the feeds; the others are idle. */
const BUSY_SHARE = 0.25;
/** Lambda keeps five pollers on a queue, each asking anew after 20 seconds without a message. */
const IDLE_POLLS_A_MONTH = (5 * (30 * 24 * 3600)) / 20;
/** What a feed's server takes to answer, in seconds; the feeds of a batch wait side by side. */
const SERVER_SECONDS = 1.5;
const BATCH = 10;
const MEMORY_GB = { dispatch: 0.25, check: 0.5, notify: 0.25 };
/** A function of 1769 MB has one core. */
const GB_A_CORE = 1.769;
const E_MAILS_TO = 2;
const STORED_GB = 0.05;
/** New sure records and changed standings of a lively month, all stories together. */
const ANNOUNCEMENTS_A_MONTH = 200;

const NOTHING = Object.fromEntries(Object.keys(PRICES).map((key) => [key, 0])) as Amounts;

const files = readdirSync('test/cases/ukraine-peace-plan/feeds').filter((name) => name.endsWith('.xml'));
let edition = 0;
const server = await loopback(({ url = '', headers }, response) => {
  const n = Number(url.slice(1));
  const etag = `"${n % 10 === 0 ? edition : 0}"`;
  if (headers['if-none-match'] === etag) return void response.writeHead(304).end();
  const file = readFileSync(
    join('test/cases/ukraine-peace-plan/feeds', files[n % files.length] ?? ''),
    'utf8',
  );
  // Every edition brings new items in each feed that has news.
  const text = n % 10 === 0 ? file.replaceAll(/<\/(guid|link)>/g, `-${edition}</$1>`) : file;
  response.setHeader('etag', etag).end(text);
});

const aws = await fakeAws('cost', { countUnits: true });
let logged = 0;
for (const level of ['log', 'info', 'warn', 'error'] as const)
  console[level] = (line: unknown) => {
    logged += String(line).length;
  };
Object.assign(process.env, {
  AWS_ENDPOINT_URL: aws.endpoint,
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'test',
  AWS_SECRET_ACCESS_KEY: 'test',
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  TABLE_NAME: 'cost',
  QUEUE_URL: `${aws.endpoint}/1/checks`,
  MAX_FEEDS: '500',
  EVERY_MINUTES: '15',
  LOCAL_FEEDS: server.url,
  TOPIC_ARN: 'arn:aws:sns:us-east-1:1:announcements',
  BUS_NAME: 'bus',
  POWERTOOLS_DEV: 'true',
  POWERTOOLS_METRICS_DISABLED: 'false',
  POWERTOOLS_SERVICE_NAME: 'claimwatch',
  POWERTOOLS_METRICS_NAMESPACE: 'Claimwatch',
});
const deployment = deploymentOf({}, true);
const baseline = parseBaseline(
  {
    ...JSON.parse(readFileSync('baseline/ukraine-peace-plan.json', 'utf8')),
    feeds: Array.from({ length: FEEDS }, (_, n) => `${server.url}/${n}`),
  },
  'the shipped story',
);
const client = new DynamoDBClient({});
await dynamoRecords(client, 'cost').saveStory(storyOf(baseline));

/** One invocation: what it costs in time by its memory, with the time for which it waits for feeds. */
async function invoke(name: string, gb: number, event: unknown, waits: number): Promise<Partial<Amounts>> {
  const { handler } = await import(deployment.bundle(name));
  const before = process.cpuUsage();
  await handler(event, { awsRequestId: 'run', functionName: name });
  const { user, system } = process.cpuUsage(before);
  const seconds = waits + ((user + system) / 1e6) * (GB_A_CORE / gb);
  return { lambdaRequests: 1, lambdaTime: gb * seconds };
}

async function oneCheck(): Promise<Amounts> {
  aws.calls.length = 0;
  aws.units.read = 0;
  aws.units.write = 0;
  logged = 0;
  const parts: Partial<Amounts>[] = [await invoke('Dispatch', MEMORY_GB.dispatch, { all: true }, 0)];
  const bodies = aws.calls
    .filter(({ action }) => action === 'sqs:SendMessageBatch')
    .flatMap(({ body }) =>
      JSON.parse(body).Entries.map(({ MessageBody }: { MessageBody: string }) => MessageBody),
    );
  for (let i = 0; i < bodies.length; i += BATCH) {
    const records = bodies.slice(i, i + BATCH).map((body: string, k: number) => ({
      messageId: String(i + k),
      body,
      attributes: { ApproximateReceiveCount: '1' },
      eventSource: 'aws:sqs',
    }));
    parts.push(await invoke('CheckFeeds', MEMORY_GB.check, { Records: records }, SERVER_SECONDS));
    // Lambda receives the batch and deletes it.
    parts.push({ sqs: 2 });
  }
  if (aws.calls.some(({ action, body }) => action === 'dynamodb:UpdateItem' && body.includes('CHANGE#')))
    parts.push(
      await invoke(
        'Notify',
        MEMORY_GB.notify,
        {
          Records: [
            {
              dynamodb: { Keys: { pk: { S: `CHANGE#${baseline.story}` } }, SequenceNumber: '1' },
              eventName: 'MODIFY',
            },
          ],
        },
        0.2,
      ),
    );
  const count = (prefix: string) => aws.calls.filter(({ action }) => action.startsWith(prefix)).length;
  parts.push({
    dynamoRead: aws.units.read,
    dynamoWrite: aws.units.write,
    sqs: count('sqs:'),
    schedules: 1,
    logs: logged / 1e9,
    traces: 1 + Math.ceil(bodies.length / BATCH),
  });
  return parts.reduce<Amounts>(add, NOTHING);
}

function add(sum: Amounts, part: Partial<Amounts>): Amounts {
  return Object.fromEntries(
    Object.entries(sum).map(([key, value]) => [key, value + (part[key as keyof Amounts] ?? 0)]),
  ) as Amounts;
}

function times(amounts: Amounts, factor: number): Amounts {
  return Object.fromEntries(Object.entries(amounts).map(([key, value]) => [key, value * factor])) as Amounts;
}

const first = await oneCheck();
const requests = new Map<string, number[]>();
const countRequests = (column: number) => {
  for (const { action } of aws.calls) {
    const counts = requests.get(action) ?? [0, 0];
    counts[column] = (counts[column] ?? 0) + 1;
    requests.set(action, counts);
  }
};
edition += 1;
const busy = await oneCheck();
countRequests(0);
const idle = await oneCheck();
countRequests(1);
client.destroy();
await server.close();

const templateCount = (type: string) => Object.keys(deployment.template.findResources(type)).length;
const OWN_METRICS = 9;
const standing: Partial<Amounts> = {
  sqs: IDLE_POLLS_A_MONTH,
  sns: ANNOUNCEMENTS_A_MONTH,
  snsMail: E_MAILS_TO * ANNOUNCEMENTS_A_MONTH,
  events: ANNOUNCEMENTS_A_MONTH,
  metrics: OWN_METRICS,
  alarms: templateCount('AWS::CloudWatch::Alarm'),
  dashboards: templateCount('AWS::CloudWatch::Dashboard'),
  dynamoStorage: STORED_GB,
  dynamoBackup: STORED_GB,
};
const month = [
  times(busy, CHECKS_A_MONTH * BUSY_SHARE),
  times(idle, CHECKS_A_MONTH * (1 - BUSY_SHARE)),
  standing,
].reduce<Amounts>(add, NOTHING);

report({ feeds: FEEDS, busyShare: BUSY_SHARE, first, busy, idle, month, requests });
await reportPages(aws, baseline.story);
await aws.close();
reportReading();

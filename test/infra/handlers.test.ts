import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { SQSBatchResponse } from 'aws-lambda';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { FeedState } from '../../lib/model/feed.ts';
import type { Item } from '../../lib/model/item.ts';
import type { Records } from '../../lib/monitor/ports.ts';
import { dynamoRecords } from '../../lib/store/dynamo-records.ts';
import { createTable, deleteTable } from '../../lib/store/local-table.ts';
import { type FakeAws, fakeAws } from '../support/aws.ts';
import { deploymentOf } from '../support/deployment.ts';
import { feedStateAt } from '../support/feed.ts';
import { type Loopback, loopback } from '../support/loopback.ts';
import { rss } from '../support/rss.ts';
import { BRIDGE, BRIDGE_COVERAGE } from '../support/story.ts';

/** The modules that are deployed, driven with the events that AWS sends, against the wire of AWS. */

const TABLE = 'bundled';
const FUNCTIONS = ['Dispatch', 'CheckFeeds', 'Notify', 'Load'] as const;
type FunctionName = (typeof FUNCTIONS)[number];

const deployment = deploymentOf({}, true);
let aws: FakeAws;
let client: DynamoDBClient;
let records: Records;
let feeds: Loopback;
/** How each path of the feeds' server is answered. */
let answers: Map<string, (response: ServerResponse) => void>;
/** What each function asked of AWS in all these tests. */
const asked = new Map<FunctionName, Set<string>>();
/** What was logged and measured since the last look, each line an object. */
let told: Record<string, unknown>[] = [];

// biome-ignore lint/suspicious/noExplicitAny: each handler answers in its own way
async function invoke(name: FunctionName, event: unknown): Promise<any> {
  const from = aws.calls.length;
  const { handler } = await import(deployment.bundle(name));
  try {
    return await handler(event, { awsRequestId: 'run-1', functionName: name });
  } finally {
    const seen = asked.get(name) ?? new Set();
    for (const { action } of aws.calls.slice(from)) seen.add(action);
    asked.set(name, seen);
  }
}

beforeAll(async () => {
  aws = await fakeAws(TABLE);
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: aws.endpoint,
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    TABLE_NAME: TABLE,
    QUEUE_URL: `${aws.endpoint}/1/checks`,
    MAX_FEEDS: '10',
    EVERY_MINUTES: '15',
    TOPIC_ARN: 'arn:aws:sns:eu-central-1:1:announcements',
    BUS_NAME: 'bus',
    // Logs and metrics by the console, where they can be heard.
    POWERTOOLS_DEV: 'true',
    POWERTOOLS_METRICS_DISABLED: 'false',
    POWERTOOLS_SERVICE_NAME: 'claimwatch',
    POWERTOOLS_METRICS_NAMESPACE: 'Claimwatch',
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
  client = new DynamoDBClient({});
  records = dynamoRecords(client, TABLE);
  feeds = await loopback(({ url = '' }, response) => {
    const answer = answers.get(url);
    if (answer) answer(response);
    else response.writeHead(404).end();
  });
  process.env['LOCAL_FEEDS'] = feeds.url;
}, 60_000);

afterAll(async () => {
  client.destroy();
  await feeds.close();
  await aws.close();
});

beforeEach(async () => {
  aws.fault = () => null;
  await deleteTable(client, TABLE);
  await createTable(client, TABLE);
  aws.calls.length = 0;
  answers = new Map([
    ['/a', serve('A', [0, 2, 4])],
    ['/b', serve('B', [1, 3, 5])],
  ]);
  told = [];
});

const serve = (title: string, items: readonly number[]) => (response: ServerResponse) => {
  response.setHeader('etag', `"${title}"`).end(
    rss(
      title,
      items.flatMap((i) => BRIDGE_COVERAGE[i] ?? []),
    ),
  );
};
const refuse =
  (status: number, headers: Record<string, string> = {}) =>
  (response: ServerResponse) =>
    void response.writeHead(status, headers).end();
const story = (paths: readonly string[]) => ({
  ...BRIDGE,
  feeds: paths.map((path) => `${feeds.url}${path}`),
});

const message = (path: string, n = 0) => ({
  messageId: `message${path}${n}`,
  receiptHandle: 'r',
  body: JSON.stringify({ runId: 'run-1', feed: { id: `${feeds.url}${path}`, url: `${feeds.url}${path}` } }),
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
const failedOf = ({ batchItemFailures }: SQSBatchResponse) =>
  batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
/** The records as they are kept, whatever the order in which they came. */
const kept = async () => {
  const changes = (await records.changes(BRIDGE.story)).filter(({ claimId }) => claimId !== null);
  return changes.map(({ id, evidence }) => `${id} ${evidence.map(({ guid }) => guid).toSorted()}`).toSorted();
};
/** The sum of a metric in what was told. */
const measured = (name: string) =>
  told
    .flatMap((line) => (line['_aws'] && line[name] !== undefined ? [line[name]] : []))
    .flat()
    .reduce<number>((sum, n) => sum + Number(n), 0);

const SCHEDULED = {};
const UNTIL = new Date('2030-01-01T00:00:00Z');
const UNAVAILABLE = { status: 500, error: 'InternalServerError' };

describe('dispatch', () => {
  test('asks for each feed once, by one message', async () => {
    await records.saveStory(story(['/a', '/b']));
    expect(await invoke('Dispatch', SCHEDULED)).toEqual({ feeds: 2, due: 2 });
    const [sent] = aws.calls.filter(({ action }) => action === 'sqs:SendMessageBatch');
    const bodies = JSON.parse(sent?.body ?? '').Entries.map(({ MessageBody }: { MessageBody: string }) =>
      JSON.parse(MessageBody),
    );
    expect(bodies).toEqual(
      ['/a', '/b'].map((path) => ({
        runId: 'run-1',
        feed: { id: `${feeds.url}${path}`, url: `${feeds.url}${path}` },
      })),
    );
  });

  test('feeds of one host are asked for five seconds apart', async () => {
    const urls = ['https://a.example/1', 'https://b.example/1', 'https://a.example/2', 'https://a.example/3'];
    await records.saveStory({ ...BRIDGE, feeds: urls });
    await invoke('Dispatch', SCHEDULED);
    const [sent] = aws.calls.filter(({ action }) => action === 'sqs:SendMessageBatch');
    const delays = JSON.parse(sent?.body ?? '').Entries.map(
      ({ DelaySeconds }: { DelaySeconds: number }) => DelaySeconds,
    );
    expect(delays).toEqual([0, 0, 5, 10]);
  });

  test('leaves out what is not due, unless all are asked for', async () => {
    await records.saveStory(story(['/a', '/b']));
    await records.saveFeedState(stateOf('/a', { nextCheckAt: 'never' }), UNTIL);
    expect(await invoke('Dispatch', SCHEDULED)).toEqual({ feeds: 2, due: 1 });
    expect(await invoke('Dispatch', { all: true })).toEqual({ feeds: 2, due: 2 });
  });

  test('asks for no more feeds than the settings allow, and says so', async () => {
    await records.saveStory(story(Array.from({ length: 12 }, (_, i) => `/${i}`)));
    await invoke('Dispatch', SCHEDULED);
    const sent = aws.calls.filter(({ action }) => action === 'sqs:SendMessageBatch');
    expect(sent.flatMap(({ body }) => JSON.parse(body).Entries)).toHaveLength(10);
    expect(told.find(({ level }) => level === 'ERROR')?.['message']).toContain('raise maxFeeds');
  });

  test('counts feeds that have failed for a day', async () => {
    await records.saveStory(story(['/a', '/b']));
    const since = new Date(Date.now() - 25 * 3_600_000).toISOString();
    await records.saveFeedState(
      stateOf('/a', {
        failure: { cause: 'broken', why: 'broken', since, times: 9 },
      }),
      UNTIL,
    );
    await invoke('Dispatch', SCHEDULED);
    expect(measured('FeedsFailingForADay')).toBe(1);
  });

  test('fails where the queue does, so that it is started again', async () => {
    await records.saveStory(story(['/a']));
    aws.fault = ({ action }) => (action.startsWith('sqs:') ? UNAVAILABLE : null);
    await expect(invoke('Dispatch', SCHEDULED)).rejects.toThrow();
  });
});

describe('check-feeds', () => {
  test('a poisoned message goes back alone', async () => {
    await records.saveStory(story(['/a', '/b']));
    const poisoned = { ...message('/x'), body: '{"runId":' };
    const answer = await invoke('CheckFeeds', { Records: [message('/a'), poisoned, message('/b')] });
    expect(failedOf(answer)).toEqual(['message/x0']);
    expect(await kept()).not.toEqual([]);
    expect(measured('FeedsPolled')).toBe(2);
  });

  test('one feed of ten hangs, others answer 500, 429, 410 or garbage: the rest is read, each fault is kept with its feed', async () => {
    const faults = new Map<string, (response: ServerResponse) => void>([
      ['/hangs', () => {}],
      ['/500', refuse(500)],
      ['/429', refuse(429, { 'retry-after': '3600' })],
      ['/410', refuse(410)],
      ['/garbage', (response) => void response.end(Buffer.from([0, 1, 2, 254, 255]))],
    ]);
    answers = new Map([...answers, ...faults]);
    const paths = [...answers.keys(), '/c', '/d', '/e'];
    for (const path of ['/c', '/d', '/e']) answers.set(path, serve(path, [6, 7]));
    await records.saveStory(story(paths));
    const answer = await invoke('CheckFeeds', { Records: paths.map((path) => message(path)) });
    expect(failedOf(answer)).toEqual([]);
    expect([measured('FeedsPolled'), measured('FeedsFailed')]).toEqual([10, 5]);
    const whys = await Promise.all(
      [...faults.keys()].map(async (path) => (await records.feedState(`${feeds.url}${path}`))?.failure?.why),
    );
    expect(whys).toEqual([
      'timed out after 20 s',
      'the server answered 500 Internal Server Error',
      expect.stringMatching(/^the server answered 429 Too Many Requests and asks to be left alone until 20/),
      'the server answered 410 Gone: the feed is no more, take it out of the baseline',
      expect.stringContaining('it is neither RSS nor Atom'),
    ]);
    expect(await kept()).not.toEqual([]);
    // The next dispatch leaves alone the host that asked for it, with all its feeds.
    expect(await invoke('Dispatch', SCHEDULED)).toEqual({ feeds: 10, due: 0 });
  }, 30_000);

  test('a large document is parsed apart, by the module beside it', async () => {
    const other = {
      ...BRIDGE_COVERAGE[0],
      title: 'Chess final',
      summary: 'The chess final went on. '.repeat(2_000),
    };
    const large = Array.from({ length: 8 }, (_, i) => ({ ...other, guid: `chess-${i}` }) as Item);
    answers.set('/large', (response) => void response.end(rss('Large', large)));
    await records.saveStory(story(['/large']));
    await invoke('CheckFeeds', { Records: [message('/large')] });
    expect(measured('Items')).toBe(8);
    expect((await records.feedState(`${feeds.url}/large`))?.counts.size).toBeGreaterThan(256_000);
  });

  test('a message delivered twice, also at the same time, records once', async () => {
    await records.saveStory(story(['/a', '/b']));
    await invoke('CheckFeeds', { Records: [message('/a'), message('/b')] });
    const once = await kept();
    await invoke('CheckFeeds', { Records: [message('/a'), message('/b')] });
    expect(await kept()).toEqual(once);
    await deleteTable(client, TABLE);
    await createTable(client, TABLE);
    await records.saveStory(story(['/a', '/b']));
    await invoke('CheckFeeds', { Records: [message('/a', 1), message('/b', 1), message('/a', 2)] });
    expect(await kept()).toEqual(once);
  });

  test('a throttled table gives the messages back; the next delivery loses nothing and doubles nothing', async () => {
    await records.saveStory(story(['/a', '/b']));
    await invoke('CheckFeeds', { Records: [message('/a'), message('/b')] });
    const undisturbed = await kept();
    await deleteTable(client, TABLE);
    await createTable(client, TABLE);
    await records.saveStory(story(['/a', '/b']));
    let writes = 0;
    aws.fault = ({ action }) => {
      if (action !== 'dynamodb:UpdateItem') return null;
      writes += 1;
      return writes > 2 ? { status: 400, error: 'ThrottlingException' } : null;
    };
    // Where all of a batch fails the function does, so that its alarm rings; the queue keeps every message.
    await expect(invoke('CheckFeeds', { Records: [message('/a'), message('/b')] })).rejects.toThrow(
      'All records failed processing',
    );
    aws.fault = () => null;
    expect(failedOf(await invoke('CheckFeeds', { Records: [message('/a'), message('/b')] }))).toEqual([]);
    expect(await kept()).toEqual(undisturbed);
  }, 30_000);

  test('a function that dies half-way is made good by the next delivery', async () => {
    await records.saveStory(story(['/a', '/b']));
    await invoke('CheckFeeds', { Records: [message('/a'), message('/b')] });
    const undisturbed = await kept();
    for (const deadly of [1, 2, 3]) {
      await deleteTable(client, TABLE);
      await createTable(client, TABLE);
      await records.saveStory(story(['/a', '/b']));
      const dying = spawn(
        process.execPath,
        [
          '--input-type=module',
          '-e',
          `const { handler } = await import(${JSON.stringify(deployment.bundle('CheckFeeds'))}); await handler(${JSON.stringify({ Records: [message('/a'), message('/b')] })}, {});`,
        ],
        { stdio: 'ignore' },
      );
      let writes = 0;
      aws.fault = ({ action }) => {
        if (action !== 'dynamodb:UpdateItem') return null;
        writes += 1;
        if (writes >= deadly) dying.kill('SIGKILL');
        return null;
      };
      const [, signal] = await once(dying, 'exit');
      expect(signal).toBe('SIGKILL');
      aws.fault = () => null;
      await invoke('CheckFeeds', { Records: [message('/a'), message('/b')] });
      expect(await kept()).toEqual(undisturbed);
    }
  }, 30_000);

  test('logs what was read and never what a feed holds', async () => {
    await records.saveStory(story(['/a']));
    await invoke('CheckFeeds', { Records: [message('/a')] });
    const logged = told.filter(({ message: text }) => text === 'Checked');
    expect(logged).toMatchObject([{ runId: 'run-1', feed: `${feeds.url}/a`, items: 3 }]);
    expect(JSON.stringify(told)).not.toContain('Brandt');
  });
});

const change = (sequence: number, slug = BRIDGE.story) => ({
  eventID: String(sequence),
  eventName: 'MODIFY',
  eventSource: 'aws:dynamodb',
  awsRegion: 'eu-central-1',
  eventSourceARN: 'arn:aws:dynamodb:eu-central-1:1:table/bundled/stream/1',
  dynamodb: {
    Keys: { pk: { S: `STORY#${slug}` }, sk: { S: 'CHANGE#x' } },
    SequenceNumber: String(sequence),
    StreamViewType: 'KEYS_ONLY',
  },
});
const mails = () => aws.calls.filter(({ action }) => action === 'sns:Publish');
const events = () =>
  aws.calls
    .filter(({ action }) => action === 'events:PutEvents')
    .flatMap(({ body }) => JSON.parse(body).Entries)
    .map(({ DetailType, Detail }) => ({ type: DetailType, ...JSON.parse(Detail) }));
const readAll = async (slugs: readonly string[] = [BRIDGE.story]) => {
  answers.set('/all', serve('All', [0, 1, 2, 3, 4, 5, 6, 7]));
  for (const slug of slugs) await records.saveStory({ ...story(['/all']), story: slug });
  await invoke('CheckFeeds', { Records: [message('/all')] });
  aws.calls.length = 0;
};

describe('notify', () => {
  test('one message and one event for each sure record and each claim that stands otherwise, in words', async () => {
    await readAll();
    expect(await invoke('Notify', { Records: [change(1), change(2)] })).toEqual({ batchItemFailures: [] });
    expect(mails()).toHaveLength(events().length);
    const text = mails()
      .map(({ body }) => new URLSearchParams(body).get('Message'))
      .join('\n');
    expect(text).toContain('At least 7 people were killed and 20 injured');
    expect(text).toContain('7 dead -> 9 dead');
    expect(text).toContain('"Storm killed 9 people on Norhaven, police say"');
    expect(text).toContain('https://paper.example/c');
    const subjects = mails().map(({ body }) => new URLSearchParams(body).get('Subject'));
    expect(subjects).toContain('claimwatch: revised: storm-toll: 9 dead');
    expect(subjects).toContain('claimwatch: storm-toll is overtaken');
    expect(events()).toContainEqual(
      expect.objectContaining({
        type: 'Change Recorded',
        story: BRIDGE.story,
        record: expect.objectContaining({ claimId: 'storm-toll', kind: 'revised', after: '9 dead' }),
      }),
    );
    expect(events()).toContainEqual(
      expect.objectContaining({ type: 'Standing Changed', before: 'stands', after: 'overtaken' }),
    );
  });

  test('a stream record delivered twice announces nothing twice', async () => {
    await readAll();
    await invoke('Notify', { Records: [change(1)] });
    const sent = [mails().length, events().length];
    await invoke('Notify', { Records: [change(1)] });
    await invoke('Notify', {});
    expect([mails().length, events().length]).toEqual(sent);
  });

  test('while the topic is down the record goes back and the bus still hears; afterwards each is sent once', async () => {
    await readAll();
    aws.fault = ({ action }) => (action === 'sns:Publish' ? UNAVAILABLE : null);
    await expect(invoke('Notify', { Records: [change(1), change(2)] })).rejects.toThrow('All records failed');
    const heard = events().length;
    expect(heard).toBeGreaterThan(0);
    aws.fault = () => null;
    aws.calls.length = 0;
    expect(failedOf(await invoke('Notify', { Records: [change(1), change(2)] }))).toEqual([]);
    expect([mails().length, events().length]).toEqual([heard, 0]);
  }, 60_000);

  test('a bus that takes a request and refuses its entries is asked again', async () => {
    await readAll();
    aws.fault = ({ action }) => (action === 'events:PutEvents' ? UNAVAILABLE : null);
    await expect(invoke('Notify', { Records: [change(1)] })).rejects.toThrow('All records failed');
    aws.fault = () => null;
    expect(failedOf(await invoke('Notify', { Records: [change(1)] }))).toEqual([]);
    expect(events().length).toBeGreaterThan(0);
  }, 60_000);

  test('two batches of one story at the same time announce each once', async () => {
    await readAll();
    await Promise.allSettled([invoke('Notify', { Records: [change(1)] }), invoke('Notify', {})]);
    const ids = events().map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(0);
    expect([new Set(ids).size, mails().length]).toEqual([ids.length, ids.length]);
  });

  test('a story that is not watched any more is silent', async () => {
    await readAll();
    await records.retireStory(BRIDGE.story);
    await invoke('Notify', { Records: [change(1)] });
    await invoke('Notify', {});
    expect([mails(), events()]).toEqual([[], []]);
  });

  test('the daily sweep announces what the stream could not', async () => {
    await readAll();
    await invoke('Notify', {});
    expect(mails().length).toBeGreaterThan(0);
    expect(measured('Announcements')).toBe(mails().length + events().length);
  });

  test('a failing story does not hold up another one', async () => {
    await readAll([BRIDGE.story, 'second-story']);
    aws.fault = ({ action, body }) =>
      action === 'dynamodb:Query' && body.includes('second-story') ? UNAVAILABLE : null;
    const answer = await invoke('Notify', { Records: [change(1), change(2, 'second-story'), change(3)] });
    expect(failedOf(answer)).toContain('2');
    expect(events().every(({ story: slug }) => slug === BRIDGE.story)).toBe(true);
    expect(events().length).toBeGreaterThan(0);
  }, 60_000);
});

describe('load-stories', () => {
  const deployed = async (type: string, stories: readonly object[]) => {
    const heard: Record<string, unknown>[] = [];
    const cloudFormation = await loopback(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      heard.push(JSON.parse(Buffer.concat(chunks).toString()));
      response.end();
    });
    await invoke('Load', {
      RequestType: type,
      ResponseURL: `${cloudFormation.url}/answer`,
      StackId: 'stack',
      RequestId: 'request',
      LogicalResourceId: 'Stories',
      ResourceType: 'Custom::Stories',
      ResourceProperties: { ServiceToken: 'arn', Stories: JSON.stringify(stories) },
    });
    await cloudFormation.close();
    return heard;
  };

  test('loads stories, keeps the records of changed ones, and retires those that are gone', async () => {
    expect(await deployed('Create', [story(['/a']), { ...story(['/b']), story: 'other' }])).toMatchObject([
      {
        Status: 'SUCCESS',
        RequestId: 'request',
        LogicalResourceId: 'Stories',
        PhysicalResourceId: 'stories',
      },
    ]);
    await invoke('CheckFeeds', { Records: [message('/a')] });
    const before = await kept();
    await deployed('Update', [{ ...story(['/a']), claims: BRIDGE.claims.slice(1) }]);
    expect((await records.stories()).map(({ story: slug }) => slug)).toEqual([BRIDGE.story]);
    expect((await records.story(BRIDGE.story))?.claims).toHaveLength(BRIDGE.claims.length - 1);
    expect(await records.story('other')).not.toBeNull();
    expect(await kept()).toEqual(before);
    await deployed('Update', [story(['/a']), { ...story(['/b']), story: 'other' }]);
    expect(await records.stories()).toHaveLength(2);
  });

  test('tells CloudFormation why it could not', async () => {
    const [answer] = await deployed('Create', [{ story: 'No Slug' }]);
    expect(answer).toMatchObject({
      Status: 'FAILED',
      Reason: expect.stringContaining('story 1 of the deployment'),
    });
  });

  test('leaves everything alone when the stack is deleted', async () => {
    await records.saveStory(story(['/a']));
    expect(await deployed('Delete', [])).toMatchObject([{ Status: 'SUCCESS' }]);
    expect(await records.stories()).toHaveLength(1);
  });
});

const stateOf = (path: string, change: Partial<FeedState>): FeedState =>
  feedStateAt(`${feeds.url}${path}`, change);

/** What AWS does in a function's name: its code never asks for it. */
const BY_THE_PLATFORM = [
  /^logs:/,
  /^xray:/,
  /^sqs:(?:ReceiveMessage|DeleteMessage|ChangeMessageVisibility|GetQueueUrl|GetQueueAttributes)$/,
  /^dynamodb:(?:DescribeStream|GetRecords|GetShardIterator|ListStreams)$/,
];
/** Requests whose permission has another name. */
const PERMISSIONS = new Map([['sqs:SendMessageBatch', 'sqs:SendMessage']]);

describe('each function may do what it does on the wire, and nothing beyond', () => {
  test.each(FUNCTIONS)('%s', (name) => {
    const { template } = deployment;
    const roles = Object.entries(template.findResources('AWS::Lambda::Function'))
      .filter(([id]) => id.includes(name))
      .map(([, { Properties }]) => Properties.Role['Fn::GetAtt'][0]);
    const granted = Object.values(template.findResources('AWS::IAM::Policy'))
      .filter(({ Properties }) => Properties.Roles.some(({ Ref }: { Ref: string }) => roles.includes(Ref)))
      .flatMap(({ Properties }) => Properties.PolicyDocument.Statement)
      // Where failures go, Lambda itself sends them.
      .filter(({ Resource }) => !JSON.stringify(Resource).includes('Failures'))
      .flatMap(({ Action }) => Action as string[]);
    const own = granted.filter((action) => !BY_THE_PLATFORM.some((pattern) => pattern.test(action)));
    const used = [...(asked.get(name) ?? [])].map((action) => PERMISSIONS.get(action) ?? action);
    expect([...new Set(own)].toSorted()).toEqual([...new Set(used)].toSorted());
  });
});

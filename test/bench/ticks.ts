import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { judgedBy } from '../../lib/monitor/stale.ts';
import { storyOf } from '../../lib/monitor/story.ts';
import { BY_RULES } from '../../lib/readers/rules/id.ts';
import { dynamoRecords } from '../../lib/store/dynamo-records.ts';
import { fakeAws } from '../support/aws.ts';
import { deploymentOf } from '../support/deployment.ts';
import { batchOf, environmentFor } from './environments.ts';
import { teamOf } from './team.ts';

/**
 * Ticks of 200 stories with 5,000 feeds, each story with 25 of its own and 10 that all read: the deployed `dispatch` and
 * `check-feeds`, each environment a process, on a virtual clock. What a call takes there is its CPU by the share of a
 * core that its memory has, and the wait for the feeds' servers. Prints figures, asserts nothing.
 */

const [STORIES, FEEDS, SHARED] = [200, Number(process.env['FEEDS'] ?? 5_000), 10];
const START = Date.parse('2026-06-01T00:07:00Z');
const MINUTE = 60_000;
const EVERY = 15 * MINUTE;
/** A function of 1769 MB has one core. */
const MB_A_CORE = 1_769;
const SERVER_MS = 1_500;
const BATCH = 10;
const ENVIRONMENTS = Number(process.env['CONCURRENCY'] ?? 2);
/** Played at their own pace, of which the last ones are counted. */
const TICKS = Number(process.env['TICKS'] ?? 6);
const COUNTED = 2;

const { bundle, template } = deploymentOf({}, true);
const memoryOf = (name: string): number => {
  const [, found] =
    Object.entries(template.findResources('AWS::Lambda::Function')).find(([id]) => id.includes(name)) ?? [];
  return found?.['Properties'].MemorySize;
};
const own = Math.floor((FEEDS - SHARED) / STORIES);
const aws = await fakeAws('bench', { countUnits: true });
Object.assign(process.env, {
  AWS_ENDPOINT_URL: aws.endpoint,
  AWS_REGION: 'eu-central-1',
  AWS_ACCESS_KEY_ID: 'test',
  AWS_SECRET_ACCESS_KEY: 'test',
});
const team = await teamOf(
  STORIES,
  (story) => [
    ...Array.from({ length: SHARED }, (_, n) => n),
    ...Array.from(
      { length: own + (story < (FEEDS - SHARED) % STORIES ? 1 : 0) },
      (_, n) => SHARED + story + n * STORIES,
    ),
  ],
  START,
);
const client = new DynamoDBClient({});
const records = dynamoRecords(client, 'bench');
for (const baseline of team.stories) {
  const story = storyOf(baseline);
  await records.saveStory(story);
  await records.noteJudged(story, judgedBy(story, BY_RULES));
}
const local = { LOCAL_FEEDS: team.server.url };
const dispatch = environmentFor(bundle('Dispatch'), aws, 'bench', local);
const checks = Array.from({ length: ENVIRONMENTS }, () =>
  environmentFor(bundle('CheckFeeds'), aws, 'bench', local),
);

interface Tick {
  readonly asked: number;
  /** From the dispatch to the end of the last batch, in virtual minutes. */
  readonly minutes: number;
  readonly cpuSeconds: number;
  readonly gbSeconds: number;
  readonly read: number;
  readonly write: number;
  readonly logKb: number;
  readonly peakMb: number;
}

async function tick(event: object, at: number): Promise<Tick> {
  team.now = at;
  aws.calls.length = 0;
  aws.units.read = 0;
  aws.units.write = 0;
  const asked = await dispatch.call(event, at);
  const asking = (asked.cpuMs * MB_A_CORE) / memoryOf('Dispatch');
  const messages = aws.calls
    .filter(({ action }) => action === 'sqs:SendMessageBatch')
    .flatMap(({ body }) => JSON.parse(body).Entries as { MessageBody: string; DelaySeconds?: number }[])
    .filter(({ MessageBody }) => 'feed' in JSON.parse(MessageBody))
    .map(({ MessageBody, DelaySeconds = 0 }) => ({
      body: MessageBody,
      at: at + asking + DelaySeconds * 1000,
    }))
    .toSorted((a, b) => a.at - b.at);
  const free = checks.map(() => at);
  let [cpu, busy, logged, peak] = [asked.cpuMs, 0, asked.logged, 0];
  while (messages.length > 0) {
    // Two at a time, as there are cores: each environment works through its own.
    const turns = checks.flatMap((environment, i) => {
      const batch = messages.splice(0, BATCH);
      if (batch.length === 0) return [];
      const begins = Math.max(free[i] ?? at, batch.at(-1)?.at ?? at);
      return [{ environment, i, batch, begins }];
    });
    for (const { environment, i, batch, begins } of turns) {
      const called = await environment.call(
        batchOf(
          batch.map(({ body }) => body),
          at,
        ),
        begins,
      );
      const took = ((called.startMs + called.cpuMs) * MB_A_CORE) / memoryOf('CheckFeeds') + SERVER_MS;
      free[i] = begins + took;
      cpu += called.startMs + called.cpuMs;
      busy += took;
      logged += called.logged;
      peak = Math.max(peak, called.heapMb);
    }
  }
  return {
    asked: asked.result.due,
    minutes: (Math.max(...free) - at) / MINUTE,
    cpuSeconds: cpu / 1000,
    gbSeconds:
      (asking / 1000) * (memoryOf('Dispatch') / 1024) + (busy / 1000) * (memoryOf('CheckFeeds') / 1024),
    ...aws.units,
    logKb: logged / 1000,
    peakMb: peak,
  };
}

const out = (text: string) => process.stdout.write(`${text}\n`);
const NAMES = ['feeds', 'minutes', 'CPU s', 'GB-s', 'read units', 'write units', 'log KB', 'MB'];
function row(name: string, each: Tick): void {
  const figures = [
    each.asked,
    each.minutes,
    each.cpuSeconds,
    each.gbSeconds,
    each.read,
    each.write,
    each.logKb,
    each.peakMb,
  ];
  out(
    `${name.padEnd(26)}${figures.map((n) => (n < 100 ? n.toFixed(1) : String(Math.round(n))).padStart(12)).join('')}`,
  );
}

out(
  `\na tick of ${FEEDS} feeds with ${STORIES} stories, ${ENVIRONMENTS} batches at a time, on a virtual clock`,
);
out(`${''.padEnd(26)}${NAMES.map((name) => name.padStart(12)).join('')}`);
row('all due, all new', await tick({ all: true }, START));
let at = START;
for (let i = 1; i <= TICKS; i++) {
  at += EVERY;
  const paced = await tick({}, at);
  if (i > TICKS - COUNTED) row(`at their own pace, tick ${i}`, paced);
}
row('all due, an hour and more', await tick({ all: true }, at + EVERY));
for (const each of [dispatch, ...checks]) each.close();
client.destroy();
await team.server.close();
await aws.close();

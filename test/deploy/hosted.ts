import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Records } from '../../lib/monitor/ports.ts';
import { tableClient } from '../../lib/store/client.ts';
import { dynamoRecords } from '../../lib/store/dynamo-records.ts';
import { KEYS } from '../../lib/store/table.ts';
import { type Answering, startProvider } from '../support/provider.ts';
import { answerByRecord, askedCounts, KEY, killAfterAnswer, PRICE, REQUEST_COST } from './hosted-provider.ts';
import type { Outputs } from './listen.ts';
import { changesOf, kindsOf, settled } from './looks.ts';

/**
 * The deployment reads by a hosted model: a provider on loopback, down at first, then within a budget that is spent, by
 * functions side by side, one of which dies between answer and write.
 */

const PARAMETER = '/claimwatch/provider-key';
/** In millionths of a dollar: a request may cost some 50,000 at the most. */
const SMALL_LIMIT = 70_000;
const DOWN: Answering = {
  status: 503,
  headers: { 'retry-after': '3600' },
  body: { error: { message: 'down' } },
};

const run = promisify(execFile);

interface Deployed {
  readonly outputs: Outputs;
  readonly story: string;
  readonly deploy: (settings: object) => Promise<Outputs>;
  readonly dispatch: () => Promise<unknown>;
  readonly tell: (text: string) => void;
}

export async function readByModel({ outputs, story, deploy, dispatch, tell }: Deployed): Promise<void> {
  const client = new DynamoDBClient({});
  const records = dynamoRecords(client, outputs.TableName);
  const byRules = await changesOf(outputs, '--possible');
  const provider = await startProvider();
  const answer = await answerByRecord(records, story);
  const settings = (dollars: number) => ({
    reader: `openai:${provider.url}/v1#scripted`,
    keyParameter: PARAMETER,
    dailyBudget: dollars,
    models: { scripted: { price: PRICE, measured: { sure: 96, possible: 70 } } },
  });
  try {
    await new SSMClient({}).send(
      new PutParameterCommand({ Name: PARAMETER, Value: KEY, Type: 'SecureString' }),
    );
    provider.script = [DOWN];
    await deploy(settings(SMALL_LIMIT / 1e6));
    tell('deployed again with a hosted model, whose provider is down');

    await dispatch();
    const waiting = async () =>
      (await records.waitingItems(story, new Date())).filter(({ waitsFor }) => waitsFor);
    await until(
      async () => (await waiting()).some(({ waitsFor }) => waitsFor === 'provider'),
      'items wait for the provider',
    );
    await dispatch();
    const kept = await waiting();
    assert.deepEqual(
      (await changesOf(outputs, '--possible')).map(({ id }) => id).toSorted(),
      byRules.map(({ id }) => id).toSorted(),
      'what the rules found stands until the model has read the items',
    );
    tell(`${kept.length} items wait for it; what the rules found stands`);

    provider.sent.length = 0;
    provider.respond = answer;
    await dispatch();
    await until(
      async () => (await waiting()).every(({ waitsFor }) => waitsFor === 'budget'),
      'the budget is spent',
    );
    const spent = provider.sent.length * REQUEST_COST;
    assert.ok(spent > 0 && spent <= SMALL_LIMIT, `${spent} of ${SMALL_LIMIT} were spent`);
    const costs = await run('npx', [
      'tsx',
      'bin/claimwatch.ts',
      'costs',
      '--table',
      outputs.TableName,
      '--json',
    ]);
    const [today] = JSON.parse(costs.stdout).days;
    assert.deepEqual([today.all.spent, today.all.held, today.all.limit], [spent / 1e6, 0, SMALL_LIMIT / 1e6]);
    tell(
      `up again: ${provider.sent.length} requests, then the budget of the day is spent; ${(await waiting()).length} items wait for it`,
    );

    const before = new Map(askedCounts(provider));
    await deploy(settings(5));
    const died = killAfterAnswer(provider, answer);
    await dispatch();
    const inFlight = await died;
    await endLeases(client, outputs.TableName, story, records);
    provider.respond = answer;
    await Promise.all([dispatch(), dispatch()]);
    await until(async () => (await waiting()).length === 0, 'all items are read');
    tell(
      `the limit raised, the function killed between answer and write, two nudges side by side: all items are read by ${provider.sent.length} requests`,
    );
    for (const [title, count] of askedCounts(provider)) {
      const most = inFlight.has(title) ? 2 : 1;
      assert.ok(count - (before.get(title) ?? 0) <= most, `"${title}" was asked about ${count} times`);
    }

    const sure = await settled(() => changesOf(outputs));
    const expected = await localRecords(outputs, records, story);
    assert.deepEqual(sure.map(({ id }) => id).toSorted(), expected, 'the records are those of a local run');
    tell(`${sure.length} sure records, those of a local run by the same answers: ${kindsOf(sure)}`);
    assert.ok(provider.sent.every(({ headers }) => headers.authorization === `Bearer ${KEY}`));
  } finally {
    await provider.close();
    client.destroy();
  }
}

/** The time of the leases goes by at once. */
async function endLeases(
  client: DynamoDBClient,
  table: string,
  story: string,
  records: Records,
): Promise<void> {
  const { client: documents } = tableClient(client, table);
  for (const { itemId, version } of await records.waitingKeys(story))
    await documents.send(
      new UpdateCommand({
        TableName: table,
        Key: KEYS.item(story, itemId, version),
        UpdateExpression: 'REMOVE lease',
        ConditionExpression: 'attribute_exists(pk)',
      }),
    );
}

/** The sure records of a run here, by the answers that the table keeps. */
async function localRecords(outputs: Outputs, records: Records, story: string): Promise<string[]> {
  assert.ok((await records.keptItems(story, new Date())).length > 0, outputs.TableName);
  const { stdout } = await run('npm', ['start', '--silent', '--', '--ephemeral', '--json'], {
    maxBuffer: 1e8,
  });
  const changes: { id: string; certainty: string }[] = JSON.parse(stdout).changes;
  return changes
    .filter(({ certainty }) => certainty === 'sure')
    .map(({ id }) => id)
    .toSorted();
}

const PATIENCE = 180_000;

async function until(holds: () => Promise<boolean>, what: string): Promise<void> {
  const end = Date.now() + PATIENCE;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`It did not come to pass within ${PATIENCE / 1000} s that ${what}`);
    await new Promise((later) => setTimeout(later, 2_000));
  }
}

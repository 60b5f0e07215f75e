import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DescribeTableCommand, DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { type FeedSources, openFeedSources } from '../../lib/cli/feed-sources.ts';
import { createTable } from '../../lib/store/local-table.ts';
import { LEGACY, loadLegacyTable } from '../support/legacy-table.ts';
import { type Emulator, hasPython, startEmulator } from './emulator.ts';
import { listen, type Outputs } from './listen.ts';

/**
 * A whole deployment on an emulator of AWS, by the real CDK and the real command line: bootstrap, deploy, read the
 * fixture feeds, look at the records, see what is announced, deploy a changed claim, remove. Prints its timeline.
 */

const FEEDS = 'test/cases/ukraine-peace-plan/feeds';
const BASELINE = 'baseline/ukraine-peace-plan.json';
const STACK = 'Claimwatch';
/** How long work may take to go round by queue and stream, in milliseconds. */
const PATIENCE = 180_000;

const run = promisify(execFile);
const started = Date.now();

function tell(text: string): void {
  process.stdout.write(`${((Date.now() - started) / 1000).toFixed(1).padStart(6)} s  ${text}\n`);
}

if (hasPython()) {
  const feeds = await openFeedSources([FEEDS]);
  // The functions of the emulator are processes with its environment: they may read what is served here.
  process.env['LOCAL_FEEDS'] = feeds.loopback.join(' ');
  const emulator = await startEmulator();
  Object.assign(process.env, emulator.env, { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' });
  tell(`the emulator answers on ${emulator.endpoint}`);
  try {
    await deployAndRemove(emulator, feeds);
    tell('passed');
    process.stdout.write(
      'Not run by the emulator: permissions are not enforced (test/infra/handlers.test.ts holds them), e-mail is not sent, alarms do not ring, X-Ray keeps nothing.\n',
    );
  } catch (error) {
    process.stderr.write(`${emulator.log().slice(-4000)}\n`);
    throw error;
  } finally {
    emulator.stop();
    await feeds.close();
  }
} else {
  process.stdout.write('Skipped: python3 with venv is not here, and the emulator needs it.\n');
}

async function deployAndRemove({ env }: Emulator, { feeds }: FeedSources): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'claimwatch-stories-'));
  const file = join(folder, 'story.json');
  const baseline = JSON.parse(readFileSync(BASELINE, 'utf8'));
  const save = (change: object) =>
    writeFileSync(file, JSON.stringify({ ...baseline, feeds: feeds.map(({ url }) => url), ...change }));
  const context = ['-c', `claimwatch=${JSON.stringify({ stories: [file], onRemoval: 'destroy' })}`];
  const cdk = (...args: string[]) =>
    run('npx', ['cdk', ...args, '--output', join(folder, 'cdk.out')], {
      env: { ...process.env, ...env },
      maxBuffer: 1e8,
    });
  const deploy = async (): Promise<Outputs> => {
    const outputs = join(folder, 'outputs.json');
    await cdk('deploy', '--require-approval', 'never', '--outputs-file', outputs, ...context);
    return JSON.parse(readFileSync(outputs, 'utf8'))[STACK];
  };
  save({});
  await cdk('bootstrap', `aws://000000000000/${env['AWS_REGION']}`);
  tell('bootstrapped');
  const outputs = await deploy();
  tell('deployed');
  const { mails, events } = await listen(outputs);
  tell(`listening to ${outputs.TopicArn} and ${outputs.BusName}`);

  assert.equal((await dispatch(outputs)).due, feeds.length);
  tell(`a check of ${feeds.length} feeds was asked for`);
  const sure = await settled(() => changesOf(outputs));
  const records = [...sure, ...(await changesOf(outputs, '--possible'))];
  tell(`${records.length} records, ${sure.length} of them sure: ${kindsOf(records)}`);
  expectDevelopments(records);

  const mailed = await settled(() => mails());
  const sent = await settled(() => events());
  tell(`${mailed.length} mails and ${sent.length} events for ${sure.length} sure records`);
  const changed = sent.filter((event) => event['detail-type'] === 'Change Recorded');
  assert.deepEqual(
    changed.map(({ detail }) => detail.record.id).toSorted(),
    sure.map(({ id }) => id).toSorted(),
    'each sure record is an event, once',
  );
  assert.equal(mailed.length, sent.length, 'each event is a mail as well');
  tell(`the first mail: ${mailed[0]?.Subject}`);

  await dispatch(outputs);
  await settled(() => changesOf(outputs));
  assert.equal((await mails()).length + (await events()).length, mailed.length + sent.length);
  tell('a second check of the same feeds recorded and announced nothing');

  save({ claims: baseline.claims.slice(1) });
  await deploy();
  assert.equal(await claimsIn(outputs, baseline.story), baseline.claims.length - 1);
  tell('deployed again with a claim less: the table has the new claims');
  save({ story: 'another-story' });
  await deploy();
  assert.equal(await isRetired(outputs, baseline.story), true);
  assert.ok((await changesOf(outputs, '--story', baseline.story)).length > 0);
  tell('deployed again without the story: it is retired, its records are there');

  await readLegacyTable();
  tell('a table of version 0.1.0 is read as it stands, and brought up by an editor’s first word');

  await cdk('destroy', '--force', ...context);
  await assert.rejects(
    new DynamoDBClient({}).send(new DescribeTableCommand({ TableName: outputs.TableName })),
    { name: 'ResourceNotFoundException' },
  );
  tell('removed');
}

/** What version 0.1.0 kept, on the emulator: read without a write, then written. */
async function readLegacyTable(): Promise<void> {
  const client = new DynamoDBClient({});
  const TableName = 'legacy';
  await createTable(client, TableName);
  await loadLegacyTable(client, TableName);
  const idsOf = (changes: readonly Pick<Change, 'id'>[]) => changes.map(({ id }) => id).toSorted();
  const told = { sure: idsOf(LEGACY.told.sure), possible: idsOf(LEGACY.told.possible) };
  const read = async () => ({
    sure: idsOf(await changesOf({ TableName })),
    possible: idsOf(await changesOf({ TableName }, '--possible')),
  });
  assert.deepEqual(await read(), told);
  const [id = ''] = told.sure;
  await run('npx', ['tsx', 'bin/claimwatch.ts', 'accept', id, '--table', TableName]);
  assert.deepEqual(await read(), told);
}

async function dispatch({ DispatchName }: Outputs): Promise<{ due: number }> {
  const answer = await fetch(
    `${process.env['AWS_ENDPOINT_URL']}/2015-03-31/functions/${DispatchName}/invocations`,
    { method: 'POST', body: JSON.stringify({ all: true }) },
  );
  const text = await answer.text();
  assert.equal(answer.headers.get('x-amz-function-error'), null, text);
  return JSON.parse(text);
}

interface Change {
  readonly id: string;
  readonly claimId: string | null;
  readonly kind: string;
  readonly value: string;
}

async function changesOf({ TableName }: Pick<Outputs, 'TableName'>, ...options: string[]): Promise<Change[]> {
  const { stdout } = await run('npx', [
    'tsx',
    'bin/claimwatch.ts',
    'changes',
    '--table',
    TableName,
    '--format',
    'json',
    ...options,
  ]);
  const found = JSON.parse(stdout);
  return Array.isArray(found) ? found : found.changes;
}

/** What `look` sees once it has stayed the same, and not empty, for a while. */
async function settled<T>(look: () => Promise<readonly T[]>): Promise<readonly T[]> {
  const until = Date.now() + PATIENCE;
  let before = -1;
  let still = 0;
  while (Date.now() < until) {
    const seen = await look();
    still = seen.length > 0 && seen.length === before ? still + 1 : 0;
    before = seen.length;
    if (still >= 4) return [...seen];
    await new Promise((later) => setTimeout(later, 2500));
  }
  throw new Error(`It did not come to rest within ${PATIENCE / 1000} s; the last look found ${before}`);
}

function kindsOf(changes: readonly Change[]): string {
  const counts = new Map<string, number>();
  for (const { kind } of changes) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => `${count} ${kind}`).join(', ');
}

/** What the shipped story's feeds report, of all that the first issue of the monitor was to show. */
function expectDevelopments(changes: readonly Change[]): void {
  const found = changes.map(({ claimId, kind, value }) => `${claimId} ${kind} ${value}`);
  for (const wanted of [
    'witkoff-moscow-trip scheduled 2025-12-02',
    'zelenskyy-us-visit-november cancelled called off',
    'kyiv-strike-toll revised 21',
  ])
    assert.ok(found.includes(wanted), `expected "${wanted}" among:\n${found.join('\n')}`);
}

async function storyRow({ TableName }: Outputs, story: string) {
  const key = { pk: { S: 'STORIES' }, sk: { S: story } };
  return (await new DynamoDBClient({}).send(new GetItemCommand({ TableName, Key: key }))).Item;
}

async function claimsIn(outputs: Outputs, story: string): Promise<number | undefined> {
  return (await storyRow(outputs, story))?.['baseline']?.M?.['claims']?.L?.length;
}

async function isRetired(outputs: Outputs, story: string): Promise<boolean | undefined> {
  return (await storyRow(outputs, story))?.['retired']?.BOOL;
}

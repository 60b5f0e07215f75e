import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { type FeedSources, openFeedSources } from '../../lib/cli/feed-sources.ts';
import { voicesOf } from '../../lib/compare/fold/voices.ts';
import { createTable } from '../../lib/store/local-table.ts';
import { LEGACY, loadLegacyTable } from '../support/legacy-table.ts';
import { tellByChannels } from './channels.ts';
import { type Emulator, hasPython, startEmulator } from './emulator.ts';
import { readByModel } from './hosted.ts';
import { listen, type Outputs } from './listen.ts';
import {
  type Change,
  changesOf,
  claimsIn,
  expectDevelopments,
  invoke,
  isRetired,
  kindsOf,
  settled,
} from './looks.ts';
import { decideByPage } from './pages.ts';

/**
 * A whole deployment on an emulator of AWS, by the real CDK and the real command line: bootstrap, deploy, read the
 * fixture feeds, look at the records, see what is announced, deploy a changed claim, remove. Prints its timeline.
 */

const FEEDS = 'test/cases/ukraine-peace-plan/feeds';
const BASELINE = 'baseline/ukraine-peace-plan.json';
const STACK = 'Claimwatch';

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
      'Not run by the emulator: permissions are not enforced (test/infra holds them), e-mail is not sent, alarms do not ring, X-Ray keeps nothing.\n',
    );
  } catch (error) {
    const log = join(mkdtempSync(join(tmpdir(), 'claimwatch-emulator-')), 'log.txt');
    writeFileSync(log, emulator.log());
    process.stderr.write(`${emulator.log().slice(-4000)}\nThe emulator's whole log is in ${log}\n`);
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
  const contextOf = (settings: object) => [
    '-c',
    `claimwatch=${JSON.stringify({ stories: [file], onRemoval: 'destroy', ...settings })}`,
  ];
  const cdk = (...args: string[]) =>
    run('npx', ['cdk', ...args, '--output', join(folder, 'cdk.out')], {
      env: { ...process.env, ...env },
      maxBuffer: 1e8,
    });
  const deploy = async (settings: object = {}): Promise<Outputs> => {
    const outputs = join(folder, 'outputs.json');
    await cdk('deploy', '--require-approval', 'never', '--outputs-file', outputs, ...contextOf(settings));
    return JSON.parse(readFileSync(outputs, 'utf8'))[STACK];
  };
  save({});
  await cdk('bootstrap', `aws://000000000000/${env['AWS_REGION']}`);
  tell('bootstrapped');
  const outputs = await deploy({ stories: [] });
  tell('deployed, without a story');
  const { mails, events } = await listen(outputs);
  tell(`listening to ${outputs.TopicArn} and ${outputs.BusName}`);

  await deploy();
  tell(`deployed again with a story of ${feeds.length} feeds`);
  const records = await settled(() => changesOf(outputs, '--possible'));
  assert.deepEqual(await changesOf(outputs), [], 'what the rules find is possible');
  tell(`${records.length} possible records: ${kindsOf(records)}`);
  expectDevelopments(records);

  const mailed = await settled(() => mails());
  const sent = await settled(() => events());
  const toCheck = records.filter(({ evidence }) => new Set(voicesOf(evidence).values()).size >= 2);
  tell(`${mailed.length} mails and ${sent.length} events for ${toCheck.length} records of two voices`);
  const changed = sent.filter((event) => event['detail-type'] === 'Change Recorded');
  assert.deepEqual(
    changed.map(({ detail }) => detail.record.id).toSorted(),
    toCheck.map(({ id }) => id).toSorted(),
    'each record of two voices is an event, once',
  );
  assert.equal(mailed.length, sent.length, 'each event is a mail as well');
  tell(`the first mail: ${mailed[0]?.Subject}`);

  assert.equal((await dispatch(outputs)).due, feeds.length);
  await settled(() => changesOf(outputs, '--possible'));
  assert.equal((await mails()).length + (await events()).length, mailed.length + sent.length);
  tell('a second check of the same feeds recorded and announced nothing');

  await decideByPage({ story: baseline.story, deploy, events, tell });

  await tellByChannels({ baselineFile: file, folder, deploy, tell });

  await readByModel({ outputs, story: baseline.story, deploy, dispatch: () => dispatch(outputs), tell });

  save({ claims: baseline.claims.slice(1) });
  await deploy();
  assert.equal(await claimsIn(outputs, baseline.story), baseline.claims.length - 1);
  tell('deployed again with a claim less: the table has the new claims');
  save({ story: 'another-story' });
  await deploy();
  assert.equal(await isRetired(outputs, baseline.story), true);
  assert.ok((await changesOf(outputs, '--possible', '--story', baseline.story)).length > 0);
  tell('deployed again without the story: it is retired, its records are there');

  await readLegacyTable();
  tell('a table of version 0.1.0 is read as it stands, and brought up by an editor’s first word');

  await cdk('destroy', '--force', ...contextOf({}));
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
  const told = idsOf([...LEGACY.told.sure, ...LEGACY.told.possible]);
  const read = async () =>
    idsOf([...(await changesOf({ TableName })), ...(await changesOf({ TableName }, '--possible'))]);
  assert.deepEqual(await read(), told);
  const [id = ''] = told;
  await run('npx', ['tsx', 'bin/claimwatch.ts', 'accept', id, '--table', TableName]);
  assert.deepEqual(await read(), told);
}

async function dispatch({ DispatchName }: Outputs): Promise<{ due: number }> {
  return (await invoke(DispatchName, { all: true })) as { due: number };
}

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import {
  CloudFormationClient,
  DescribeStacksCommand,
  GetTemplateCommand,
  UpdateTerminationProtectionCommand,
} from '@aws-sdk/client-cloudformation';
import { LambdaClient, UpdateFunctionConfigurationCommand } from '@aws-sdk/client-lambda';
import { openFeedSources } from '../../lib/cli/feed-sources.ts';
import { hasPython, startEmulator } from './emulator.ts';
import type { Outputs } from './listen.ts';
import { changesOf, functionNamed, invoke, settled } from './looks.ts';
import { deniedWithoutPolicy, trustCdk, wordedForEmulator } from './policies.ts';

/**
 * Two stages side by side on an emulator that enforces permissions: each reads its own story into its own table, a canary
 * goes through the whole chain, falls silent where a function is broken, and what is retained is protected. Prints its timeline.
 */

const FEEDS = 'test/cases/ukraine-peace-plan/feeds';
const BASELINE = JSON.parse(readFileSync('baseline/ukraine-peace-plan.json', 'utf8'));
const STAGES = ['testone', 'testtwo'] as const;
type Stage = (typeof STAGES)[number];

const run = promisify(execFile);
const started = Date.now();
function tell(text: string): void {
  process.stdout.write(`${((Date.now() - started) / 1000).toFixed(1).padStart(6)} s  ${text}\n`);
}

const stageFile = (stage: Stage) => `stage.${stage}.json`;
const stackOf = (stage: Stage) => `Claimwatch-${stage}`;

if (hasPython()) {
  const feeds = await openFeedSources([FEEDS]);
  process.env['LOCAL_FEEDS'] = feeds.loopback.join(' ');
  const emulator = await startEmulator({ enforces: true });
  Object.assign(process.env, emulator.env, { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' });
  tell(`the emulator answers on ${emulator.endpoint}, and enforces permissions`);
  try {
    await deployBoth(feeds.feeds.map(({ url }) => url));
    tell('passed');
    process.stdout.write(
      'Not enforced by the emulator: the rows and attributes that a role may write (test/infra holds them).\n',
    );
  } catch (error) {
    const log = join(mkdtempSync(join(tmpdir(), 'claimwatch-emulator-')), 'log.txt');
    writeFileSync(log, emulator.log());
    process.stderr.write(`${emulator.log().slice(-6000)}\nThe emulator's whole log is in ${log}\n`);
    throw error;
  } finally {
    emulator.stop();
    await feeds.close();
    for (const stage of STAGES) rmSync(stageFile(stage), { force: true });
  }
} else {
  process.stdout.write('Skipped: python3 with venv is not here, and the emulator needs it.\n');
}

async function deployBoth(feeds: readonly string[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'claimwatch-stages-'));
  const cdk = (...args: string[]) =>
    run('npx', ['cdk', ...args, '--output', join(folder, 'cdk.out')], { env: process.env, maxBuffer: 1e8 });
  const deploy = async (stage: Stage, settings: object): Promise<Outputs> => {
    writeFileSync(stageFile(stage), JSON.stringify({ settings }));
    const outputs = join(folder, `${stage}.json`);
    await cdk('deploy', '-c', `stage=${stage}`, '--require-approval', 'never', '--outputs-file', outputs);
    return JSON.parse(readFileSync(outputs, 'utf8'))[stackOf(stage)];
  };
  const storyFile = (story: string) => {
    const file = join(folder, `${story}.json`);
    writeFileSync(file, JSON.stringify({ ...BASELINE, story, feeds }));
    return file;
  };
  await cdk('bootstrap', `aws://000000000000/${process.env['AWS_REGION']}`, '-c', 'stackName=None');
  await trustCdk();
  tell('bootstrapped');
  const settings = {
    testone: { canary: true, onRemoval: 'destroy', alarms: 'all', metrics: true, dashboard: true },
    testtwo: {},
  };
  for (const stage of STAGES) await deploy(stage, { ...settings[stage], stories: [] });
  tell('deployed two stages, without a story');
  tell(`worded ${await wordedForEmulator()} policies for the emulator`);

  const outputs = {} as Record<Stage, Outputs>;
  for (const stage of STAGES)
    outputs[stage] = await deploy(stage, { ...settings[stage], stories: [storyFile(`plan-of-${stage}`)] });
  for (const stage of STAGES) {
    const records = await settled(() => changesOf(outputs[stage], '--possible'));
    assert.ok(records.length > 3);
    assert.ok(
      records.every(({ id }) => id.startsWith(`plan-of-${stage}.`)),
      'each has its own story alone',
    );
    tell(`${stage}: ${records.length} possible records in a table of its own`);
  }
  assert.notEqual(outputs.testone.TableName, outputs.testtwo.TableName);

  const denied = await deniedWithoutPolicy('Claimwatch-testtwo-PollerDispatch', () =>
    invoke(outputs.testtwo.DispatchName, { all: true }),
  );
  tell(`without its policy dispatch may not do its work: ${denied}`);

  const sing = await functionNamed('Claimwatch-testone-CanarySing');
  const { seconds } = (await invoke(sing, {})) as { seconds: number | null };
  assert.ok(seconds !== null && seconds < 120, `the canary has its record, found after ${seconds} s`);
  tell(`the canary has its record after ${seconds} s`);
  assert.deepEqual(
    await changesOf(outputs.testone, '--possible', '--retired', '--story', 'claimwatch-canary').catch(
      () => [],
    ),
    [],
  );
  await doctorSays(stackOf('testone'), /Nobody gets the alarms/, tell);

  const lambda = new LambdaClient({});
  const FunctionName = await functionNamed('Claimwatch-testone-PollerCheckFeeds');
  await lambda.send(new UpdateFunctionConfigurationCommand({ FunctionName, Handler: 'index.none' }));
  const silent = (await invoke(sing, {})) as { seconds: number | null };
  assert.equal(silent.seconds, null);
  const { TemplateBody = '' } = await new CloudFormationClient({}).send(
    new GetTemplateCommand({ StackName: stackOf('testone') }),
  );
  const template = JSON.parse(TemplateBody);
  const alarm = Object.entries<{ Properties: Record<string, unknown> }>(template.Resources).find(([id]) =>
    id.includes('CanarySilent'),
  );
  assert.equal(alarm?.[1].Properties['TreatMissingData'], 'breaching');
  tell('with check-feeds broken the canary is silent, which its alarm takes for the worst');

  await protectedFrom(stackOf('testtwo'), () => cdk('destroy', '--force', '-c', 'stage=testtwo'), tell);
  await cdk('destroy', '--force', '-c', 'stage=testone');
  tell('removed both');
}

async function doctorSays(stack: string, expected: RegExp, told: (text: string) => void): Promise<void> {
  const said = await run('npx', ['tsx', 'bin/claimwatch.ts', 'doctor', '--stack', stack]).catch(
    (error: { stdout: string }) => error,
  );
  assert.match(said.stdout, expected);
  told(
    `the doctor says: ${said.stdout
      .split('\n')
      .filter((line) => /^\d/.test(line))
      .join(' ')}`,
  );
}

async function protectedFrom(
  StackName: string,
  destroy: () => Promise<unknown>,
  told: (text: string) => void,
): Promise<void> {
  const client = new CloudFormationClient({});
  const { Stacks } = await client.send(new DescribeStacksCommand({ StackName }));
  assert.equal(Stacks?.[0]?.EnableTerminationProtection, true);
  assert.ok(Stacks[0].Tags?.some(({ Key, Value }) => Key === 'Stage' && Value === 'testtwo'));
  await assert.rejects(destroy, /protect/i);
  await client.send(
    new UpdateTerminationProtectionCommand({ StackName, EnableTerminationProtection: false }),
  );
  await destroy();
  told('what is retained can be removed once its protection is off, and not before');
}

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

/** The example of a deployment by GitHub Actions: its form, its rights, and that its scripts are scripts. */

interface Job {
  readonly if?: string;
  readonly needs?: string;
  readonly uses?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly environment?: string;
  readonly steps?: readonly { readonly run?: string; readonly uses?: string; readonly if?: string }[];
}

const workflow = (name: string): { permissions: object; on: object; jobs: Record<string, Job> } =>
  parse(readFileSync(`.github/${name}.example.yml`, 'utf8'));
const DEPLOY = workflow('deploy');
const STAGE = workflow('deploy-stage');
const stepsOf = ({ jobs }: typeof DEPLOY) => Object.values(jobs).flatMap(({ steps = [] }) => steps);

describe('the workflow', () => {
  test('checks first, shows a diff on pull requests alone, and deploys prod after test', () => {
    expect(Object.keys(DEPLOY.jobs)).toEqual(['check', 'diff', 'test', 'prod']);
    const { diff, test: first, prod } = DEPLOY.jobs;
    expect(diff?.if).toContain("github.event_name == 'pull_request'");
    expect([first?.needs, prod?.needs]).toEqual(['check', 'test']);
    for (const job of [first, prod]) expect(job?.if).toBe("github.event_name == 'push'");
  });

  test('has no keys: only jobs that deploy may ask for a token', () => {
    expect(DEPLOY.permissions).toEqual({ contents: 'read' });
    const asking = Object.entries(DEPLOY.jobs).filter(([, { permissions }]) => permissions?.['id-token']);
    expect(asking.map(([name]) => name)).toEqual(['test', 'prod']);
    const text = ['deploy', 'deploy-stage'].map((name) =>
      readFileSync(`.github/${name}.example.yml`, 'utf8'),
    );
    expect(text.join()).not.toMatch(/secrets\.|AWS_SECRET_ACCESS_KEY/);
  });

  test('a stage is deployed from its own environment, watched, and rolled back where an alarm rings', () => {
    expect(STAGE.jobs['deploy']?.environment).toMatch(/^\$\{\{ inputs\.stage \}\}$/);
    const [, , , , , watch, , back] = stepsOf(STAGE);
    expect(watch?.run).toContain('describe-alarms --alarm-name-prefix "$STACK-" --state-value ALARM');
    // Before a first deployment nothing ran.
    expect(back?.if).toBe("failure() && steps.watch.outputs.rings == 'true' && steps.before.outputs.commit");
    expect(back?.run).toContain('git checkout --force "$COMMIT"');
  });

  test.each([
    ['none rings', 'Dispatch\nFailures', [''], { status: 0, isRung: false }],
    ['one rings that was quiet', 'Dispatch\nFailures', ['', 'Failures'], { status: 1, isRung: true }],
    ['one rings that rang before', 'Dispatch', ['Failures'], { status: 0, isRung: false }],
    ['all ring at a first deployment', '', ['Dispatch\tFailures'], { status: 0, isRung: false }],
    ['a look fails', 'Dispatch', ['', null], { status: 255, isRung: false }],
  ])('rolls back only where an alarm begins to ring: %s', async (_what, quiet, looks, expected) => {
    const folder = await mkdtemp(join(tmpdir(), 'claimwatch-'));
    const at = (name: string) => join(folder, name);
    const steps = stepsOf(STAGE);
    const [note, watch] = [steps[3]?.run ?? '', steps[5]?.run ?? ''];
    // Stands in for the AWS CLI: the quiet alarms, then those that ring, a line a look; the last one stays.
    const answers = ['abc123', quiet.replaceAll('\n', '\t'), ...looks];
    for (const [i, answer] of answers.entries())
      await writeFile(at(`answer${i}`), answer === null ? 'fail' : `${answer}\n`);
    await writeFile(at('count'), '0');
    await writeFile(
      at('aws'),
      `#!/bin/bash\ncd ${folder}; n=$(cat count); [ -e answer$((n + 1)) ] && echo $((n + 1)) > count\n[ "$(cat answer$n)" = fail ] && exit 255\ncat answer$n\n`,
      { mode: 0o755 },
    );
    await writeFile(at('sleep'), '#!/bin/bash\n', { mode: 0o755 });
    const env = {
      PATH: `${folder}:${process.env['PATH']}`,
      RUNNER_TEMP: folder,
      GITHUB_OUTPUT: at('output'),
      STACK: 'Claimwatch-test',
    };
    await writeFile(env.GITHUB_OUTPUT, '');
    const bash = (script: string) =>
      spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], { env });
    expect(bash(note).status).toBe(0);
    expect(readFileSync(env.GITHUB_OUTPUT, 'utf8')).toBe('commit=abc123\n');
    const { status } = bash(watch);
    const output = readFileSync(env.GITHUB_OUTPUT, 'utf8');
    expect({ status, isRung: output.includes('rings=true') }).toEqual(expected);
    await rm(folder, { recursive: true });
  });

  test('each script is one that bash can read, and takes nothing of an event into its text', () => {
    const scripts = [...stepsOf(DEPLOY), ...stepsOf(STAGE)].flatMap(({ run }) => run ?? []);
    expect(scripts.length).toBeGreaterThan(5);
    for (const script of scripts) {
      expect(script).not.toMatch(/\$\{\{\s*github\.event/);
      const read = spawnSync('bash', ['-n'], {
        input: script.replaceAll(/\$\{\{.*?\}\}/g, 'x'),
        encoding: 'utf8',
      });
      expect(read.stderr).toBe('');
      expect(read.status).toBe(0);
    }
  });
});

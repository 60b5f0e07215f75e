import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
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

  test('has no keys: only jobs that deploy or compare may ask for a token', () => {
    expect(DEPLOY.permissions).toEqual({ contents: 'read' });
    const asking = Object.entries(DEPLOY.jobs).filter(([, { permissions }]) => permissions?.['id-token']);
    expect(asking.map(([name]) => name)).toEqual(['diff', 'test', 'prod']);
    const text = ['deploy', 'deploy-stage'].map((name) =>
      readFileSync(`.github/${name}.example.yml`, 'utf8'),
    );
    expect(text.join()).not.toMatch(/secrets\.|AWS_SECRET_ACCESS_KEY/);
  });

  test('a stage is deployed from its own environment, watched, and rolled back where an alarm rings', () => {
    expect(STAGE.jobs['deploy']?.environment).toMatch(/^\$\{\{ inputs\.stage \}\}$/);
    const [, , , , , watch, back] = stepsOf(STAGE);
    expect(watch?.run).toContain('describe-alarms --alarm-name-prefix "$STACK-" --state-value ALARM');
    expect(back?.if).toBe("failure() && steps.watch.outcome == 'failure'");
    expect(back?.run).toContain('git checkout --force "$BEFORE"');
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

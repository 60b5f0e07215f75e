import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';

const run = promisify(execFile);
const ENTRY = resolve('bin/claimwatch.ts');
const TSX = resolve('node_modules/.bin/tsx');
const SHIPPED = [
  'run',
  '--baseline',
  resolve('baseline/ukraine-peace-plan.json'),
  '--feeds',
  resolve('test/cases/ukraine-peace-plan/feeds'),
  '--reader',
  `answers:${resolve('test/cases/ukraine-peace-plan/answers.jsonl')}`,
];

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'claimwatch-'));
});
afterAll(() => rm(folder, { recursive: true }));

test('the shipped story, as npm start runs it, and the records afterwards', { timeout: 60_000 }, async () => {
  const started = await run(TSX, [ENTRY, ...SHIPPED], { cwd: folder });
  expect(started.stderr).toBe('');
  expect(started.stdout).toMatch(/^Read by recorded answers \(/);
  expect(started.stdout).not.toContain('not judged');
  const kept = async (...options: string[]) => {
    const { stdout } = await run(TSX, [ENTRY, 'changes', '--json', ...options], { cwd: folder });
    return JSON.parse(stdout).changes.map(
      ({ claimId, kind, value }: Record<string, string>) => `${claimId} ${kind} ${value}`,
    );
  };
  expect(await kept()).toEqual(
    expect.arrayContaining([
      'witkoff-moscow-trip scheduled 2025-12-01/2025-12-07',
      'witkoff-moscow-trip scheduled 2025-12-02',
      'witkoff-moscow-trip occurred 2025-12-02',
      'coalition-meeting-nov25 occurred 2025-11-25',
      'zelenskyy-us-visit-november cancelled meeting off',
      'zelenskyy-us-visit-november rescheduled 2025-12-28',
      'zelenskyy-us-visit-november occurred 2025-12-28',
      'kyiv-strike-toll revised 21',
      'draft-19-points revised 20',
      'kremlin-no-comment-trump responded 2025-11-26',
    ]),
  );
});

test('wrong usage ends with 2, a failure with 1', { timeout: 60_000 }, async () => {
  await expect(run(TSX, [ENTRY], { cwd: folder })).rejects.toMatchObject({ code: 2 });
  await expect(run(TSX, [ENTRY, 'show', 'nothing'], { cwd: folder })).rejects.toMatchObject({ code: 1 });
});

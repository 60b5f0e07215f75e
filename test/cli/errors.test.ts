import { chmod, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { openTable } from '../../lib/cli/table.ts';
import { claimwatch } from '../support/cli.ts';
import { run, useNewsroom } from '../support/newsroom.ts';
import { type Ended, inShell } from '../support/process.ts';
import { BRIDGE } from '../support/story.ts';

useNewsroom();
const RUN = `claimwatch ${run().join(' ')}`;
const NOBODY = 65_534;

beforeAll(async () => {
  await claimwatch(run());
  const [claim, ...others] = BRIDGE.claims;
  await writeFile(
    'large.json',
    JSON.stringify({ ...BRIDGE, claims: [{ ...claim, text: 'x '.repeat(300_000) }] }),
  );
  const marked = { ...claim, text: `\u001b[31m${claim?.text}\u0007\ud800` };
  await writeFile('marked.json', JSON.stringify({ ...BRIDGE, story: 'marked', claims: [marked, ...others] }));
});

/** One clear line or a few, and no stack. */
function expectClear({ code, err }: Ended, expected: RegExp, status = 1): void {
  expect(err).toMatch(expected);
  expect(err).not.toMatch(/^\s+at |node:internal/m);
  expect(err.trim().split('\n').length).toBeLessThanOrEqual(4);
  expect(code).toBe(status);
}

describe('the command itself says in a line what is wrong', { timeout: 60_000 }, () => {
  test('a folder that can only be read', async () => {
    await mkdir('locked/.claimwatch', { recursive: true });
    await chmod('locked/.claimwatch', 0o555);
    await chmod('.', 0o755);
    // Permissions hold root back from nothing.
    const uid = process.getuid?.() === 0 ? { uid: NOBODY } : {};
    const ended = await inShell('claimwatch changes', {
      cwd: join(process.cwd(), 'locked'),
      env: { HOME: '/tmp' },
      ...uid,
    });
    expectClear(
      ended,
      /^The embedded table cannot be kept in \.claimwatch \(.*permission denied.*\), expected a folder that can be written/i,
    );
  });

  test('a table that is damaged', async () => {
    await mkdir('damaged/.claimwatch/table', { recursive: true });
    await writeFile('damaged/.claimwatch/table/CURRENT', 'nonsense\n');
    const ended = await inShell('claimwatch changes', { cwd: join(process.cwd(), 'damaged') });
    expectClear(
      ended,
      /^The embedded table in \.claimwatch is damaged \(.*\): put a copy of the folder back/,
    );
  });

  test('a table that has lost the file that names the others, of which none is deleted', async () => {
    await inShell('mkdir -p lost && cp -r .claimwatch lost/ && cd lost && claimwatch changes');
    const table = 'lost/.claimwatch/table';
    await rm(join(table, 'CURRENT'));
    const before = await readdir(table);
    const ended = await inShell('claimwatch changes', { cwd: join(process.cwd(), 'lost') });
    expectClear(ended, /^The embedded table in \.claimwatch is damaged \(the file CURRENT is missing\)/);
    expect(await readdir(table)).toEqual(before);
  });

  test('a table with damaged data', async () => {
    // What a table was last closed with is rewritten when it is opened again.
    await inShell('mkdir -p torn && cp -r .claimwatch torn/ && cd torn && claimwatch changes');
    const table = 'torn/.claimwatch/table';
    const files = (await readdir(table)).filter((file) => file.endsWith('.ldb'));
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) await writeFile(join(table, file), 'not what was written');
    const ended = await inShell('claimwatch changes', { cwd: join(process.cwd(), 'torn') });
    expectClear(
      ended,
      /^The embedded table in \.claimwatch is damaged \(.*\): put a copy of the folder back/m,
    );
  });

  test('a table that another process holds, which is waited for', async () => {
    const { close } = await openTable({});
    const ended = inShell('claimwatch changes 2> held.txt');
    const told = () => readFile('held.txt', 'utf8').catch(() => '');
    while (!(await told()).includes('…')) await pause(50);
    await close();
    const { code, out } = await ended;
    expect(await told()).toMatch(
      /^Waiting for "claimwatch .*" \(process \d+, since .*\), which works on the table in \.claimwatch …$/m,
    );
    expect(out).toMatch(/storm-toll/);
    expect(code).toBe(0);
  });

  test('a full disk', async () => {
    expectClear(
      await inShell('claimwatch changes > /dev/full'),
      /^The results cannot be written \(ENOSPC\): expected a place with room; what was recorded is kept$/m,
    );
  });

  test('a pipe whose reader has enough is none', async () => {
    const ended = await inShell(
      'set -o pipefail; for i in 1 2; do claimwatch changes --json; done | head -n 1',
    );
    expect(ended).toMatchObject({ code: 0, out: '{\n', err: expect.not.stringMatching(/EPIPE|at /) });
  });

  test('a claim that a table can’t hold', async () => {
    expectClear(
      await inShell(RUN.replace('bridge.json', 'large.json')),
      /claims\.0\.text: found "x x .*expected one sentence that the article states of up to 2000 characters/,
    );
  });

  test('control characters and halves of characters in a baseline, which are dropped', async () => {
    const { code, err } = await inShell(RUN.replace('bridge.json', 'marked.json'));
    expect([code, err]).toEqual([0, '']);
    const { out } = await claimwatch(['story', 'marked', '--json']);
    expect(JSON.parse(out).claims[0].claim.text).toBe(`[31m${BRIDGE.claims[0]?.text}`);
  });

  test('a time before all items', async () => {
    const ran = await inShell(`${RUN} --as-of 2026-01-01 --ephemeral`);
    expectClear(
      ran,
      /^No item was said by 2026-01-01 00:00 UTC: the first one is of 2026-03-03 09:00 UTC$/m,
      0,
    );
    const listed = await claimwatch(['changes', '--as-of', '2026-01-01']);
    expectClear(
      listed,
      /^No matching changes\. Nothing was reported by then: the first report is of 2026-03-03 09:00 UTC/m,
      0,
    );
  });
});

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { execute } from '../../lib/cli/exec.ts';
import { claimwatch } from '../support/cli.ts';
import { useNewsroom } from '../support/newsroom.ts';

/** The command itself, ended in all ways: what it found is kept, and told once. */

useNewsroom();
beforeEach(() => {
  rmSync('.claimwatch', { recursive: true, force: true });
  rmSync('told.jsonl', { force: true });
});

const ROOT = resolve(import.meta.dirname, '../..');
/** Of tsx, in the process itself: its command is a process around it, which a signal would not reach. */
const LOADER = pathToFileURL(resolve(ROOT, 'node_modules/tsx/dist/loader.mjs')).href;
const ARGV = ['watch', '--baseline', 'bridge.json', '--feeds', 'feeds', '--reader', 'answers:answers.jsonl'];

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

function start(...options: string[]) {
  const child = spawn(
    process.execPath,
    ['--import', LOADER, resolve(ROOT, 'bin/claimwatch.ts'), ...ARGV, ...options],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const written = { out: '', err: '' };
  child.stdout.on('data', (chunk) => (written.out += chunk));
  child.stderr.on('data', (chunk) => (written.err += chunk));
  children.push(child);
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return { written, ended, end: (signal: NodeJS.Signals) => child.kill(signal) };
}

const told = () =>
  existsSync('told.jsonl') ? readFileSync('told.jsonl', 'utf8').trim().split('\n').filter(Boolean).length : 0;
const patience = { timeout: 60_000, interval: 50 };

test('Ctrl-C while it waits ends it at once and cleanly; the next watch tells nothing again', {
  timeout: 120_000,
}, async () => {
  const first = start('--exec', 'cat >> told.jsonl', '--page');
  await vi.waitFor(() => expect(first.written.err).toMatch(/nothing changed|changes; next/), patience);
  const page = /http:\/\/127\.0\.0\.1:\d+\//.exec(first.written.err)?.[0] ?? '';
  expect(await fetch(page).then((response) => response.text())).toContain('Storm closes Norhaven bridge');
  first.end('SIGINT');
  expect([await first.ended, told()]).toEqual([0, 6]);
  expect(first.written.out).toContain('revised: storm-toll: 9 dead');
  // The table is free, and nothing is left to tell.
  expect((await claimwatch(['changes', '--json'])).code).toBe(0);
  const second = start('--exec', 'cat >> told.jsonl');
  await vi.waitFor(() => expect(second.written.err).toMatch(/next \d\d:\d\d/), patience);
  second.end('SIGTERM');
  expect([await second.ended, told(), second.written.out]).toEqual([0, 6, '']);
});

test('ended at any moment, it goes on the next time: each change is told at least once, none is lost', {
  timeout: 240_000,
}, async () => {
  for (const ms of [300, 700, 1_100, 1_500]) {
    const watch = start('--exec', 'cat >> told.jsonl');
    await sleep(ms);
    watch.end(ms % 200 === 100 ? 'SIGINT' : 'SIGKILL');
    await watch.ended;
  }
  const last = start('--exec', 'cat >> told.jsonl');
  await vi.waitFor(() => expect(last.written.err).toMatch(/next \d\d:\d\d/), patience);
  last.end('SIGINT');
  expect(await last.ended).toBe(0);
  const ids = new Set(
    readFileSync('told.jsonl', 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).id),
  );
  expect(ids.size).toBe(6);
});

test('a page’s port that is in use is told of, and nothing goes on', { timeout: 60_000 }, async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const watch = start('--page', '--port', String(port));
  expect([await watch.ended, watch.written.err]).toEqual([
    1,
    expect.stringContaining(`--port: ${port} is in use`),
  ]);
  other.close();
});

test('a command that leaves something behind in the background holds nothing up', async () => {
  const began = Date.now();
  expect(await execute('sleep 30 & echo hi', '')).toMatchObject({ code: 0, output: 'hi' });
  expect(await execute('setsid sleep 30 & exec sleep 30', '', 300)).toMatchObject({ code: null });
  expect(Date.now() - began).toBeLessThan(20_000);
});

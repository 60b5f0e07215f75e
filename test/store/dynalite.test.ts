import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openLocalTable } from '../../lib/store/local-table.ts';
import { freshTable, useLocalTable } from '../support/table.ts';
import { storeContract } from './contract.ts';

const localClient = useLocalTable();

describe('on dynalite', () => {
  storeContract(() => freshTable(localClient()));
});

describe('a folder', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'claimwatch-'));
  });
  afterAll(() => rm(folder, { recursive: true }));
  const notes: string[] = [];
  const open = (command: string, waitMs: number) =>
    openLocalTable('claimwatch', { folder, command, waitMs, note: (text) => notes.push(text) });

  test('is one process’s at a time, and says whose', async () => {
    const first = await open('claimwatch run', 0);
    await expect(open('claimwatch changes', 0)).rejects.toThrow(
      /in use by "claimwatch run" \(process \d+, since .*\): waited 0 s/,
    );
    await first.close();
    await (await open('claimwatch changes', 0)).close();
  });

  test('is waited for, and whoever waits long is told', async () => {
    const first = await open('claimwatch run', 0);
    const second = open('claimwatch changes', 20_000);
    while (notes.length === 0) await pause(20);
    expect(notes).toEqual([expect.stringMatching(/^Waiting for "claimwatch run"/)]);
    await first.close();
    await (await second).close();
  });

  test('turns none of many readers away', async () => {
    const reads = Array.from({ length: 12 }, async (_, i) => (await open(`reader ${i}`, 60_000)).close());
    await expect(Promise.all(reads)).resolves.toHaveLength(12);
  });

  test('that is damaged is said to be', async () => {
    await (await open('claimwatch run', 0)).close();
    await writeFile(join(folder, 'table', 'CURRENT'), 'nonsense\n');
    await expect(open('claimwatch changes', 0)).rejects.toThrow(
      /is damaged \(.*put a copy of the folder back/,
    );
  });
});

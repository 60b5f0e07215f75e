import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openLocalTable } from '../../lib/store/local-table.ts';
import { freshTable, useLocalTable } from '../support/table.ts';
import { storeContract } from './contract.ts';

const localClient = useLocalTable();

describe('on dynalite', () => {
  storeContract(() => freshTable(localClient()));
});

test('a folder is one process’s at a time, and says so', async () => {
  const path = await mkdtemp(join(tmpdir(), 'claimwatch-'));
  const first = await openLocalTable('claimwatch', path);
  await expect(openLocalTable('claimwatch', path)).rejects.toThrow(/cannot be opened.*--ephemeral/);
  await first.close();
  const again = await openLocalTable('claimwatch', path);
  await again.close();
  await rm(path, { recursive: true });
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LocalTable, openLocalTable } from '../../lib/store/local-table.ts';
import { KEYS } from '../../lib/store/table.ts';
import { clientAt, freshTable } from '../support/table.ts';
import { storeContract } from './contract.ts';

let local: LocalTable;
beforeAll(async () => {
  local = await openLocalTable('claimwatch', null);
});
afterAll(() => local.close());

describe('on dynalite', () => {
  storeContract(() => freshTable(clientAt(local.endpoint)));
});

test('a feed’s state of an older version is not read: the feed is taken for new', async () => {
  const client = clientAt(local.endpoint);
  const { records } = await freshTable(client);
  const state = { id: 'old', url: 'https://a.example/', etag: '"1"' };
  const [{ TableNames = [] }, document] = [
    await client.send(new ListTablesCommand({})),
    DynamoDBDocumentClient.from(client),
  ];
  for (const TableName of TableNames)
    await document.send(new PutCommand({ TableName, Item: { ...KEYS.feed('old'), state } }));
  expect(await records.feedState('old')).toBeNull();
  expect((await records.feedStates(['old'])).size).toBe(0);
});

test('a folder is one process’s at a time, and says so', async () => {
  const path = await mkdtemp(join(tmpdir(), 'claimwatch-'));
  const first = await openLocalTable('claimwatch', path);
  await expect(openLocalTable('claimwatch', path)).rejects.toThrow(/can not be opened.*--ephemeral/);
  await first.close();
  const again = await openLocalTable('claimwatch', path);
  await again.close();
  await rm(path, { recursive: true });
});

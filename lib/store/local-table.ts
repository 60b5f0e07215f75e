import { once } from 'node:events';
import { mkdir, readdir } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import {
  CreateTableCommand,
  DeleteTableCommand,
  DynamoDBClient,
  ResourceInUseException,
  waitUntilTableExists,
  waitUntilTableNotExists,
} from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import { Level } from 'level';
import { tableDefinition } from './table.ts';
import { lockFolder, unusable, type Waiting } from './table-lock.ts';

export interface LocalTable {
  /** Where it answers, on loopback. */
  readonly endpoint: string;
  close(): Promise<void>;
}

/**
 * A DynamoDB table inside this process, served on loopback.
 * @param kept the folder that keeps it, and how another process that has it is waited for; null for one in memory that ends with the process
 * @throws InputError where another process holds the folder, or it is damaged
 */
export async function openLocalTable(
  name: string,
  kept: ({ readonly folder: string } & Waiting) | null,
): Promise<LocalTable> {
  const lock = kept && (await lockFolder(kept.folder, kept));
  try {
    const path = kept && join(kept.folder, 'table');
    if (path !== null) await probe(kept?.folder ?? '', path);
    const server = dynalite({ createTableMs: 0, deleteTableMs: 0, ...(path === null ? {} : { path }) });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const close = async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await lock?.release();
    };
    return await ensureTable(endpoint, name).then(
      () => ({ endpoint, close }),
      async (error: unknown) => {
        await close();
        throw error;
      },
    );
  } catch (error) {
    await lock?.release();
    throw error;
  }
}

/** Makes a table and waits until it can be used. @throws ResourceInUseException where it is there already */
export async function createTable(client: DynamoDBClient, name: string): Promise<void> {
  await client.send(new CreateTableCommand(tableDefinition(name)));
  await waitUntilTableExists({ client, maxWaitTime: 30, minDelay: 0.02, maxDelay: 1 }, { TableName: name });
}

/** Removes a table with all that is in it. @throws ResourceNotFoundException where there is none */
export async function deleteTable(client: DynamoDBClient, name: string): Promise<void> {
  await client.send(new DeleteTableCommand({ TableName: name }));
  await waitUntilTableNotExists(
    { client, maxWaitTime: 30, minDelay: 0.02, maxDelay: 1 },
    { TableName: name },
  );
}

async function ensureTable(endpoint: string, name: string): Promise<void> {
  const client = new DynamoDBClient({
    endpoint,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  try {
    await createTable(client, name);
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error;
  } finally {
    client.destroy();
  }
}

/** Sees that a table can be opened: its server would not say so, but end this process. */
async function probe(folder: string, path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true });
    const files = await readdir(path);
    // Without it an empty table would be made, and what is there be deleted.
    if (files.some((file) => file.endsWith('.ldb')) && !files.includes('CURRENT'))
      throw new Error('the file CURRENT is missing');
    const level = new Level(path);
    await level.open().finally(() => level.close());
  } catch (error) {
    throw unusable(folder, error);
  }
}

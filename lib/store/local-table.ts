import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
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
import { InputError } from '../model/input-error.ts';
import { tableDefinition } from './table.ts';

export interface LocalTable {
  /** Where it answers, on loopback. */
  readonly endpoint: string;
  close(): Promise<void>;
}

/**
 * A DynamoDB table inside this process, served on loopback.
 * @param path the folder that keeps it; null for one in memory that ends with the process
 * @throws InputError where another process holds the folder
 */
export async function openLocalTable(name: string, path: string | null): Promise<LocalTable> {
  if (path !== null) await claim(path);
  const server = dynalite({ createTableMs: 0, deleteTableMs: 0, ...(path === null ? {} : { path }) });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  await ensureTable(endpoint, name);
  return { endpoint, close };
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

/** Sees that no other process holds the folder: the table's server would not say so, but end this process. */
async function claim(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new InputError(
      `The embedded table cannot be kept in ${path} (${code}), expected a folder that can be written: move what is in the way, or run with --ephemeral`,
    );
  }
  const level = new Level(path);
  try {
    await level.open();
  } catch (error) {
    const why = error instanceof Error ? String(error.cause ?? error.message) : String(error);
    throw new InputError(
      `The embedded table in ${path} cannot be opened (${why}): wait until another claimwatch has ended, or run with --ephemeral`,
    );
  } finally {
    await level.close();
  }
}

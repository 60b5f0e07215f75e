import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Records } from '../monitor/ports.ts';
import { dynamoRecords } from '../store/dynamo-records.ts';
import { openLocalTable } from '../store/local-table.ts';

/** Where a laptop keeps what it has learnt, below the current folder. */
export const HOME = '.claimwatch';

export interface OpenTable {
  readonly records: Records;
  close(): Promise<void>;
}

export interface TableChoice {
  /** A table of AWS or of `AWS_ENDPOINT_URL_DYNAMODB`; without it the embedded one. */
  readonly table?: string | undefined;
  /** An embedded table in memory, which ends with the process. */
  readonly ephemeral?: boolean | undefined;
}

/**
 * The table that a command works on. Its settings are put into this process's environment, where the handler
 * looks for them, just as it does in a Lambda.
 */
export async function openTable({ table, ephemeral = false }: TableChoice): Promise<OpenTable> {
  const local =
    table === undefined ? await openLocalTable('claimwatch', ephemeral ? null : join(HOME, 'table')) : null;
  if (local) {
    Object.assign(process.env, {
      AWS_ENDPOINT_URL_DYNAMODB: local.endpoint,
      AWS_REGION: 'local',
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
    });
  }
  process.env['TABLE_NAME'] = table ?? 'claimwatch';
  const client = new DynamoDBClient({});
  return {
    records: dynamoRecords(client, table ?? 'claimwatch'),
    close: async () => {
      client.destroy();
      await local?.close();
    },
  };
}

/** The table's own errors in words that say what to do; null for any other error. */
export function tableTrouble(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const table = process.env['TABLE_NAME'];
  const region = process.env['AWS_REGION'] ?? 'the region of your AWS settings';
  if (error.name === 'ResourceNotFoundException')
    return `There is no table "${table}" in ${region}: check --table and AWS_REGION, or leave --table out to use the embedded table`;
  if (error.name === 'CredentialsProviderError')
    return `No AWS credentials were found for the table "${table}": sign in, or set AWS_PROFILE`;
  if (/Region is missing/.test(error.message))
    return `No AWS region is set for the table "${table}": set AWS_REGION`;
  if (/ECONNREFUSED|ENOTFOUND/.test(`${error.message} ${'code' in error ? String(error.code) : ''}`))
    return `The table "${table}" can not be reached (${error.message || 'no answer'}): check AWS_ENDPOINT_URL_DYNAMODB`;
  return null;
}

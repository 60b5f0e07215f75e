import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import type { Notices } from '../monitor/notices.ts';
import type { Records } from '../monitor/ports.ts';
import { dynamoNotices } from '../store/dynamo-notices.ts';
import { dynamoRecords } from '../store/dynamo-records.ts';
import { openLocalTable } from '../store/local-table.ts';
import { harmless } from './terminal.ts';

/** Where a laptop keeps what it has learnt, below the current folder. */
export const HOME = '.claimwatch';

export interface OpenTable {
  readonly records: Records;
  readonly notices: Notices;
  close(): Promise<void>;
}

export interface TableChoice {
  /** A table of AWS or of `AWS_ENDPOINT_URL_DYNAMODB`; without it the embedded one. */
  readonly table?: string | undefined;
  /** An embedded table in memory, which ends with the process. */
  readonly ephemeral?: boolean | undefined;
}

const EMBEDDED = 'claimwatch';
/** For so long another process is waited for that works on the embedded table. */
const WAIT_MS = 30_000;
/** What others are told who wait for this one. */
const COMMAND = `claimwatch ${process.argv.slice(2).join(' ')}`.replace(/\p{Cc}/gu, ' ').slice(0, 80);

/** The table that a command works on: one of AWS by its usual settings, or the embedded one. */
export async function openTable({ table, ephemeral = false }: TableChoice): Promise<OpenTable> {
  if (table !== undefined) return onTable(table, {}, async () => {});
  const local = await openLocalTable(
    EMBEDDED,
    ephemeral
      ? null
      : {
          folder: HOME,
          command: COMMAND,
          waitMs: WAIT_MS,
          note: (text) => void process.stderr.write(`${harmless(text)}\n`),
        },
  );
  const config = {
    endpoint: local.endpoint,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  };
  return onTable(EMBEDDED, config, local.close);
}

/** Works on a table, and closes it whatever comes of that. */
export async function usingTable<const T>(
  choice: TableChoice,
  work: (records: Records) => Promise<T>,
): Promise<T> {
  const { records, close } = await openTable(choice);
  try {
    return await work(records);
  } finally {
    await close();
  }
}

function onTable(name: string, config: DynamoDBClientConfig, closed: () => Promise<void>): OpenTable {
  const client = new DynamoDBClient(config);
  return {
    records: dynamoRecords(client, name),
    notices: dynamoNotices(client, name),
    close: async () => {
      client.destroy();
      await closed();
    },
  };
}

/** Where AWS is asked. */
export const region = () => process.env['AWS_REGION'] ?? 'the region of your AWS settings';

/** The errors of a table in words that say what to do; null for any other error. @param table the one that was named */
export function tableTrouble(error: unknown, table = EMBEDDED): string | null {
  if (!(error instanceof Error)) return null;
  const named = table === EMBEDDED ? '' : ` for the table "${table}"`;
  const code = 'code' in error ? String(error.code) : '';
  const whole = `${error.name} ${error.message} ${code} ${String(error.cause ?? '')}`;
  if (/Item size has exceeded/.test(error.message))
    return 'One row would be larger than a table holds (400 kB): expected a baseline, or an answer, of fewer or shorter claims';
  if (/No space left|ENOSPC/.test(whole))
    return `The embedded table in ${HOME} cannot be written (${error.message}): expected a place with room; what was recorded is kept`;
  // What the embedded table's server can't read it throws to nobody.
  if (/corrupt|LEVEL_/i.test(whole))
    return `The embedded table in ${HOME} is damaged (${error.message}): put a copy of the folder back, or move it away and run again`;
  if (error.name === 'ResourceNotFoundException')
    return `There is no table "${table}" in ${region()}: check --table and AWS_REGION, or leave --table out to use the embedded table`;
  if (error.name === 'CredentialsProviderError')
    return `No AWS credentials were found${named}: sign in, or set AWS_PROFILE`;
  if (/Region is missing/.test(error.message)) return `No AWS region is set${named}: set AWS_REGION`;
  if (/ECONNREFUSED|ENOTFOUND/.test(`${error.message} ${code}`))
    return `The table "${table}" cannot be reached (${error.message || 'no answer'}): check AWS_ENDPOINT_URL_DYNAMODB`;
  return null;
}

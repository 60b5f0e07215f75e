import { ConditionalCheckFailedException, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  paginateQuery,
  type QueryCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { EXPIRES_AT, expiryOf } from './table.ts';
import { NOT_NEWER, newer, type RowKind, VERSION, VERSIONS } from './versions.ts';

/** One table, with the requests that every store makes. */
export interface TableClient {
  readonly client: DynamoDBDocumentClient;
  readonly table: string;
  get<T>(
    key: Readonly<Record<string, string>>,
    options?: { readonly consistent: boolean },
  ): Promise<T | undefined>;
  queryAll<T>(query: Omit<QueryCommandInput, 'TableName'>): Promise<T[]>;
  /** The rows of these keys that are there, in no particular order. */
  getAll<T>(keys: readonly Readonly<Record<string, string>>[]): Promise<T[]>;
  /** Writes a row that may go at a time. @throws InputError where a newer version wrote it */
  put(kind: RowKind, key: object, row: object, until: Date): Promise<void>;
}

/** So many keys DynamoDB takes in one BatchGetItem. */
const KEYS_AT_ONCE = 100;

export function tableClient(dynamo: DynamoDBClient, table: string): TableClient {
  const client = DynamoDBDocumentClient.from(dynamo, { marshallOptions: { removeUndefinedValues: true } });
  return {
    client,
    table,
    get: async <T>(key: Readonly<Record<string, string>>, { consistent } = { consistent: false }) => {
      const request = new GetCommand({ TableName: table, Key: key, ConsistentRead: consistent });
      return (await client.send(request)).Item as T | undefined;
    },
    queryAll: async <T>(query: Omit<QueryCommandInput, 'TableName'>) => {
      const rows: T[] = [];
      for await (const page of paginateQuery({ client }, { TableName: table, ...query }))
        rows.push(...((page.Items ?? []) as T[]));
      return rows;
    },
    getAll: async <T>(keys: readonly Readonly<Record<string, string>>[]) => {
      const rows: T[] = [];
      let left = [...keys];
      while (left.length > 0) {
        const { Responses, UnprocessedKeys } = await client.send(
          new BatchGetCommand({ RequestItems: { [table]: { Keys: left.slice(0, KEYS_AT_ONCE) } } }),
        );
        rows.push(...((Responses?.[table] ?? []) as T[]));
        const unprocessed = (UnprocessedKeys?.[table]?.Keys ?? []) as typeof left;
        left = [...unprocessed, ...left.slice(KEYS_AT_ONCE)];
      }
      return rows;
    },
    put: async (kind, key, row, until) => {
      const write = new PutCommand({
        TableName: table,
        Item: { ...key, ...row, [VERSION]: VERSIONS[kind], [EXPIRES_AT]: expiryOf(until) },
        ConditionExpression: NOT_NEWER,
        ExpressionAttributeNames: { '#version': VERSION },
        ExpressionAttributeValues: { ':version': VERSIONS[kind] },
      });
      if (!(await holds(client.send(write)))) throw newer(kind);
    },
  };
}

/** All rows of a partition. */
export function partition(
  pk: string,
): Pick<QueryCommandInput, 'KeyConditionExpression' | 'ExpressionAttributeValues'> {
  return { KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': pk } };
}

/** What a conditional write answers; null where its condition did not hold. */
export async function ifHolds<T>(write: Promise<T>): Promise<T | null> {
  try {
    return await write;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return null;
    throw error;
  }
}

/** Whether the condition of a write held. */
export async function holds(write: Promise<unknown>): Promise<boolean> {
  return (await ifHolds(write)) !== null;
}

import { ConditionalCheckFailedException, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  DynamoDBDocumentClient,
  GetCommand,
  paginateQuery,
  type QueryCommandInput,
} from '@aws-sdk/lib-dynamodb';

/** One table, with the requests that every store makes. */
export interface TableClient {
  readonly client: DynamoDBDocumentClient;
  readonly table: string;
  get<T>(
    key: Readonly<Record<string, string>>,
    options?: { readonly consistent: boolean },
  ): Promise<T | undefined>;
  queryAll<T>(query: Omit<QueryCommandInput, 'TableName'>): Promise<T[]>;
}

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

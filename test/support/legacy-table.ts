import { readFileSync } from 'node:fs';
import { type AttributeValue, BatchWriteItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** A record as version 0.1.0 told it. */
export interface LegacyRecord {
  readonly id: string;
  readonly kind: string;
  readonly claimId: string | null;
  readonly firstSeen: string;
  readonly confidence: number;
  readonly certainty: string;
  readonly evidence: readonly { readonly guid: string }[];
}

/** A table as version 0.1.0 left it, written by that version's own code, with what it then told. */
export const LEGACY: {
  readonly told: { readonly sure: readonly LegacyRecord[]; readonly possible: readonly LegacyRecord[] };
  readonly announced: readonly string[];
  readonly rows: readonly Record<string, AttributeValue>[];
} = JSON.parse(readFileSync('test/store/fixtures/table-0.1.0.json', 'utf8'));

/** So many rows DynamoDB takes in one request. */
const ROWS_AT_ONCE = 25;

/** Puts the rows of version 0.1.0 into a table. */
export async function loadLegacyTable(client: DynamoDBClient, table: string): Promise<void> {
  for (let i = 0; i < LEGACY.rows.length; i += ROWS_AT_ONCE) {
    const puts = LEGACY.rows.slice(i, i + ROWS_AT_ONCE).map((Item) => ({ PutRequest: { Item } }));
    await client.send(new BatchWriteItemCommand({ RequestItems: { [table]: puts } }));
  }
}

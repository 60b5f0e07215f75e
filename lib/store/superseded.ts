import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { ChangeKey, Evidence } from '../model/report.ts';
import type { SupersededReport } from '../monitor/ports.ts';
import { holds, partition, type TableClient } from './client.ts';
import { KEYS } from './table.ts';
import { refuseNewer, VERSION, VERSIONS } from './versions.ts';

interface SupersededRow extends SupersededReport {
  readonly version: number;
}

/** Keeps a report of which another reader's word has taken the place; it is written again without harm. */
export async function keepSuperseded(
  { client, table }: TableClient,
  { id, story, claimId, aspect }: ChangeKey,
  evidence: Evidence,
): Promise<void> {
  const key = KEYS.superseded(story, id, evidence.itemId, evidence.reader);
  const change = { id, story, claimId, aspect };
  await client.send(
    new PutCommand({ TableName: table, Item: { ...key, [VERSION]: VERSIONS.superseded, change, evidence } }),
  );
}

/** Takes a report out of its change and keeps it beside. */
export async function supersede(tables: TableClient, change: ChangeKey, evidence: Evidence): Promise<void> {
  await keepSuperseded(tables, change, evidence);
  const write = new UpdateCommand({
    TableName: tables.table,
    Key: KEYS.change(change.story, change.id),
    UpdateExpression: 'REMOVE #e DELETE #items :item',
    // What an editor accepted stays, also where he did so just now.
    ConditionExpression: '#version = :version AND #e.#reader = :reader AND NOT contains(accepted, :id)',
    ExpressionAttributeNames: {
      '#e': `e_${evidence.itemId}`,
      '#items': 'items',
      '#reader': 'reader',
      '#version': VERSION,
    },
    ExpressionAttributeValues: {
      ':item': new Set([evidence.itemId]),
      ':id': evidence.itemId,
      ':reader': evidence.reader,
      ':version': VERSIONS.change,
    },
  });
  // Where it is gone already, or another reader's by now, nothing is left to take out.
  await holds(tables.client.send(write));
}

/** The reports of a story that were superseded. */
export async function supersededReports(
  { queryAll }: TableClient,
  story: string,
): Promise<SupersededReport[]> {
  const rows = await queryAll<SupersededRow>(partition(KEYS.superseded(story, '', '', '').pk));
  return rows.map((row) => {
    refuseNewer('superseded', row);
    return { change: row.change, evidence: row.evidence };
  });
}

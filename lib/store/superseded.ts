import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { ChangeKey, Evidence } from '../model/report.ts';
import type { SupersededReport } from '../monitor/ports.ts';
import { holds, partition, type TableClient } from './client.ts';
import { asRead } from './evidence.ts';
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
  const unchanged = asRead(evidence);
  const write = new UpdateCommand({
    TableName: tables.table,
    Key: KEYS.change(change.story, change.id),
    UpdateExpression: 'REMOVE #e DELETE #items :item',
    // What an editor accepted stays, also where he did so just now; so does what was written since.
    ConditionExpression: `#version = :version AND #e.#reader = :reader AND ${unchanged.condition} AND NOT contains(accepted, :id)`,
    ExpressionAttributeNames: {
      ...unchanged.names,
      '#items': 'items',
      '#reader': 'reader',
      '#version': VERSION,
    },
    ExpressionAttributeValues: {
      ...unchanged.values,
      ':item': new Set([evidence.itemId]),
      ':id': evidence.itemId,
      ':reader': evidence.reader,
      ':version': VERSIONS.change,
    },
  });
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

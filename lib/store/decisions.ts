import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { type Decision, lastWords } from '../model/decision.ts';
import { MAX_DECISIONS } from '../model/limits.ts';
import type { Decided } from '../monitor/ports.ts';
import { type ChangeRow, decisionsOf } from './change-row.ts';
import { holds, type TableClient } from './client.ts';
import { KEYS } from './table.ts';
import { refuseNewer, VERSION, VERSIONS } from './versions.ts';

/**
 * Keeps an editor's word behind the `seen` ones before it, in one write. The reports that are accepted or rejected now stand
 * beside the decisions, for the conditions of other writes.
 */
export async function decide(
  { client, table, get }: TableClient,
  story: string,
  id: string,
  decision: Decision,
  seen: number,
): Promise<Decided> {
  const key = KEYS.change(story, id);
  const row = await get<ChangeRow>(key, { consistent: true });
  if (!row) return 'missing';
  refuseNewer('change', row);
  const before = decisionsOf(row);
  if (before.length !== seen) return 'overtaken';
  if (before.length >= MAX_DECISIONS) return 'full';
  const decisions = [...before, decision];
  const sets = setsOf(decisions);
  const gone = Object.entries(sets).flatMap(([name, items]) => (items.size === 0 ? [name] : []));
  const write = new UpdateCommand({
    TableName: table,
    Key: key,
    UpdateExpression: `SET decisions = :decisions${Object.entries(sets)
      .filter(([, items]) => items.size > 0)
      .map(([name]) => `, ${name} = :${name}`)
      .join('')}${gone.length > 0 ? ` REMOVE ${gone.join(', ')}` : ''}`,
    ConditionExpression: `#version = :version AND ${row.decisions ? 'size(decisions) = :seen' : 'attribute_not_exists(decisions)'}`,
    ExpressionAttributeNames: { '#version': VERSION },
    ExpressionAttributeValues: {
      ':decisions': decisions,
      ':version': VERSIONS.change,
      ...(row.decisions && { ':seen': row.decisions.length }),
      ...Object.fromEntries(
        Object.entries(sets).flatMap(([name, items]) => (items.size > 0 ? [[`:${name}`, items]] : [])),
      ),
    },
  });
  return (await holds(client.send(write))) ? 'kept' : 'overtaken';
}

/** The reports that stand accepted and rejected, by their items. */
function setsOf(decisions: readonly Decision[]) {
  const words = [...lastWords(decisions)];
  const named = (wanted: Decision['verdict']) =>
    new Set(words.flatMap(([item, { verdict }]) => (verdict === wanted ? [item] : [])));
  return { accepted: named('accepted'), rejected: named('rejected') };
}

import { type Decision, lastWords } from '../model/decision.ts';
import { MAX_DECISIONS } from '../model/limits.ts';
import type { Decided } from '../monitor/ports.ts';
import { type ChangeRow, decisionsOf } from './change-row.ts';
import type { TableClient } from './client.ts';
import { conditionalUpdate } from './conditional-update.ts';
import { EXPIRES_AT, KEYS } from './table.ts';
import { refuseNewer, VERSION, VERSIONS } from './versions.ts';

/**
 * Keeps an editor's word behind the `seen` ones before it, in one write. The reports that are accepted or rejected now stand
 * beside the decisions, for the conditions of other writes.
 */
export async function decide(
  tables: TableClient,
  story: string,
  id: string,
  decision: Decision,
  seen: number,
): Promise<Decided> {
  const key = KEYS.change(story, id);
  const row = await tables.get<ChangeRow>(key, { consistent: true });
  if (!row) return 'missing';
  refuseNewer('change', row);
  const before = decisionsOf(row);
  if (before.length !== seen) return 'overtaken';
  if (before.length >= MAX_DECISIONS) return 'full';
  const decisions = [...before, decision];
  const standing = Object.entries(standingItems(decisions));
  const kept = await conditionalUpdate(
    tables,
    key,
    {
      set: { decisions, ...Object.fromEntries(standing.filter(([, items]) => items.size > 0)) },
      // DynamoDB keeps no empty set; and what an editor decided on stays.
      remove: [...standing.flatMap(([name, items]) => (items.size === 0 ? [name] : [])), EXPIRES_AT],
    },
    `#version = :version AND ${row.decisions ? 'size(decisions) = :seen' : 'attribute_not_exists(decisions)'}`,
    {
      names: { '#version': VERSION },
      values: {
        ':version': VERSIONS.change,
        ...(row.decisions && { ':seen': row.decisions.length }),
      },
    },
  );
  return kept ? 'kept' : 'overtaken';
}

/** The reports that stand accepted and rejected, by their items. */
function standingItems(decisions: readonly Decision[]) {
  const words = [...lastWords(decisions)];
  const named = (wanted: Decision['verdict']) =>
    new Set(words.flatMap(([item, { verdict }]) => (verdict === wanted ? [item] : [])));
  return { accepted: named('accepted'), rejected: named('rejected') };
}

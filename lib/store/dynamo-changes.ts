import { isDeepStrictEqual } from 'node:util';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { MAX_EVIDENCE } from '../model/limits.ts';
import type { ChangeKey, Evidence } from '../model/report.ts';
import type { Changes } from '../monitor/ports.ts';
import { type ChangeRow, evidenceOf, toChange } from './change-row.ts';
import { holds, ifHolds, partition, type TableClient } from './client.ts';
import { decide } from './decisions.ts';
import { asRead, inOrderOfKeeping, merged, saysOtherwise } from './evidence.ts';
import { legacyChanges } from './legacy.ts';
import { keepSuperseded, supersede, supersededReports } from './superseded.ts';
import { EXPIRES_AT, expiryOf, KEYS, NEWS_INDEX } from './table.ts';
import { refuseNewer, VERSION, VERSIONS } from './versions.ts';

/** So often a write is made again that another writer was faster than. */
const MAX_TRIES = 10;

/** The change records, a row each. */
export function dynamoChanges(tables: TableClient): Changes {
  const { client, table, get, queryAll } = tables;
  const version = VERSIONS.change;

  /** One write that makes the record, or adds to it; refused where the report is there or the record is full. */
  async function put(change: ChangeKey, evidence: Evidence, recordedAt: string, goesAt: Date | null) {
    const { id, story, claimId, aspect } = change;
    const isNew = 'attribute_not_exists(#items)';
    const { Attributes } = await client.send(
      new UpdateCommand({
        TableName: table,
        Key: KEYS.change(story, id),
        UpdateExpression: `SET #e = :evidence, #id = :id, #story = :story, #claim = :claim, #aspect = :aspect, #version = :version, #news = :news, #at = if_not_exists(#at, :at)${goesAt ? ', #expires = :expires' : ''} ADD #items :item${goesAt ? '' : ' REMOVE #expires'}`,
        ConditionExpression: goesAt
          ? `${isNew} AND attribute_not_exists(decisions)`
          : `${isNew} OR (#version = :version AND NOT contains(#items, :itemId) AND size(#items) < :max)`,
        ExpressionAttributeNames: {
          '#e': `e_${evidence.itemId}`,
          '#id': 'id',
          '#story': 'story',
          '#claim': 'claimId',
          '#aspect': 'aspect',
          '#version': VERSION,
          '#items': 'items',
          '#news': NEWS_INDEX.partition,
          '#at': NEWS_INDEX.sort,
          '#expires': EXPIRES_AT,
        },
        ExpressionAttributeValues: {
          ':evidence': evidence,
          ':id': id,
          ':story': story,
          ':claim': claimId,
          ':aspect': aspect,
          ':version': version,
          ':item': new Set([evidence.itemId]),
          ...(goesAt
            ? { ':expires': expiryOf(goesAt) }
            : { ':itemId': evidence.itemId, ':max': MAX_EVIDENCE }),
          ':news': NEWS_INDEX.key,
          ':at': recordedAt,
        },
        ReturnValues: 'ALL_OLD',
      }),
    );
    return Attributes === undefined ? ('created' as const) : ('added' as const);
  }

  /**
   * What becomes of a report that could not just be added: the one that is there of its item is brought up to date; in
   * a full record it takes the place of one that is less worth keeping. Tried again where another writer was first.
   */
  async function replace(
    change: ChangeKey,
    evidence: Evidence,
    tries = MAX_TRIES,
  ): Promise<'added' | 'known'> {
    const row = await get<ChangeRow>(KEYS.change(change.story, change.id));
    if (!row) return 'known';
    refuseNewer('change', row);
    const known = evidenceOf(row).find(({ itemId }) => itemId === evidence.itemId);
    const write = known ? update(change, known, merged(known, evidence)) : swap(change, row, evidence);
    if (!write) return 'known';
    if (known && known.reader !== evidence.reader) {
      // An editor's yes is to the words that he was shown.
      if (row.accepted?.has(evidence.itemId)) return 'known';
      if (saysOtherwise(known, evidence)) await keepSuperseded(tables, change, known);
    }
    if (await holds(client.send(write))) return 'added';
    if (tries > 1) return replace(change, evidence, tries - 1);
    throw new Error(`The record ${change.id} was written by others ${MAX_TRIES} times in a row: try again`);
  }

  /** The report of an item in its later words; null where nothing is new. */
  function update({ id, story }: ChangeKey, known: Evidence, now: Evidence): UpdateCommand | null {
    if (isDeepStrictEqual(now, known)) return null;
    const unchanged = asRead(known);
    return new UpdateCommand({
      TableName: table,
      Key: KEYS.change(story, id),
      UpdateExpression: 'SET #e = :now',
      // An editor's yes is to the words of the reader that he was shown.
      ConditionExpression: `#version = :version AND ${unchanged.condition} AND (#e.#reader = :reader OR NOT contains(accepted, :item))`,
      ExpressionAttributeNames: { ...unchanged.names, '#version': VERSION, '#reader': 'reader' },
      ExpressionAttributeValues: {
        ...unchanged.values,
        ':now': now,
        ':version': version,
        ':reader': now.reader,
        ':item': now.itemId,
      },
    });
  }

  /** A report in the place of the one that is kept last; null where that is itself. */
  function swap({ id, story }: ChangeKey, row: ChangeRow, evidence: Evidence): UpdateCommand | null {
    const last = inOrderOfKeeping([...evidenceOf(row), evidence], row).at(-1);
    if (!last || last.itemId === evidence.itemId) return null;
    const items = [...row.items].filter((item) => item !== last.itemId).concat(evidence.itemId);
    return new UpdateCommand({
      TableName: table,
      Key: KEYS.change(story, id),
      UpdateExpression: 'SET #new = :evidence, #items = :items REMOVE #last',
      // One that an editor accepts meanwhile stays.
      ConditionExpression: '#items = :before AND #version = :version AND NOT contains(accepted, :last)',
      ExpressionAttributeNames: {
        '#new': `e_${evidence.itemId}`,
        '#last': `e_${last.itemId}`,
        '#items': 'items',
        '#version': VERSION,
      },
      ExpressionAttributeValues: {
        ':evidence': evidence,
        ':before': row.items,
        ':last': last.itemId,
        ':items': new Set(items),
        ':version': version,
      },
    });
  }

  return {
    async addEvidence(change, evidence, recordedAt, goesAt = null) {
      const kept = { ...evidence, keptAt: recordedAt };
      const made = goesAt && (await ifHolds(put(change, kept, recordedAt, goesAt)));
      return made ?? (await ifHolds(put(change, kept, recordedAt, null))) ?? replace(change, kept);
    },

    supersede: (change, evidence) => supersede(tables, change, evidence),

    superseded: (story) => supersededReports(tables, story),

    decide: (...word) => decide(tables, ...word),

    async changes({ baseline, isOlder }) {
      if (isOlder) return legacyChanges(queryAll, baseline);
      const rows = await queryAll<ChangeRow>({
        ...partition(KEYS.change(baseline.story, '').pk),
        // Whoever is told of a write must see it.
        ConsistentRead: true,
      });
      return rows.map(toChange);
    },

    async storiesChangedSince(since) {
      const rows = await queryAll<{ pk: string }>({
        IndexName: NEWS_INDEX.name,
        KeyConditionExpression: '#news = :news AND #at >= :since',
        ExpressionAttributeNames: { '#news': NEWS_INDEX.partition, '#at': NEWS_INDEX.sort },
        ExpressionAttributeValues: { ':news': NEWS_INDEX.key, ':since': since },
        ScanIndexForward: false,
      });
      return [...new Set(rows.map(({ pk }) => pk.slice(pk.indexOf('#') + 1)))];
    },
  };
}

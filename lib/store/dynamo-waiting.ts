import type { Item } from '../model/item.ts';
import type { WaitsFor } from '../model/waiting.ts';
import type { TakenItem, Waiting, WaitingKey } from '../monitor/waiting-port.ts';
import { partition, type TableClient } from './client.ts';
import { type ConditionalUpdate, conditionalUpdate } from './conditional-update.ts';
import { type ItemRow, living } from './dynamo-items.ts';
import { EXPIRES_AT, expiryOf, KEYS, NEWS_INDEX, QUEUE, queued, queuedAs } from './table.ts';
import { refuseNewer, VERSION, VERSIONS } from './versions.ts';

/** An item's row in the index. */
interface QueuedRow {
  readonly pk: string;
  readonly sk: string;
  readonly [NEWS_INDEX.sort]: string;
}

/** What is taken off an item that waits no more. */
const WAITING = ['waits', 'waitsFor', 'tries', 'why', 'again', 'alone', 'lease'];
const QUEUED = [NEWS_INDEX.partition, NEWS_INDEX.sort];
const NAMES = { '#queue': NEWS_INDEX.partition, '#place': NEWS_INDEX.sort };

/** The items that wait: marked on their rows, and found by the index. */
export function dynamoWaiting(tables: TableClient): Waiting {
  const { queryAll } = tables;
  const update: ConditionalUpdate<ItemRow> = (...change) => conditionalUpdate(tables, ...change);
  /** False where another took the item meanwhile. */
  const updateInHand = async (
    { key, lease }: TakenItem,
    change: Parameters<typeof update>[1],
  ): Promise<boolean> => {
    const row = KEYS.item(key.story, key.itemId, key.version);
    return (await update(row, change, IN_HAND, { values: { ':lease': lease } })) !== null;
  };
  return {
    async waitingKeys(story) {
      const rows = await queryAll<QueuedRow>({
        IndexName: NEWS_INDEX.name,
        KeyConditionExpression:
          story === null ? '#queue = :queue' : '#queue = :queue AND begins_with(#place, :story)',
        ExpressionAttributeNames: story === null ? { '#queue': NEWS_INDEX.partition } : NAMES,
        ExpressionAttributeValues: { ':queue': QUEUE, ...(story !== null && { ':story': `${story} ` }) },
      });
      return rows.map(toKey);
    },

    async waitingItems(story, now) {
      const rows = await queryAll<ItemRow>(partition(KEYS.item(story, '', '').pk));
      return living(rows, now).flatMap(({ item, waits, waitsFor = null, tries = 0, why = '' }) =>
        waits ? [{ item, tries, why, waitsFor }] : [],
      );
    },

    async waitAgain(story, item, since) {
      await update(
        KEYS.item(story, item.id, item.version),
        {
          set: {
            waits: true,
            again: true,
            [VERSION]: VERSIONS.item,
            ...placed({ story, itemId: item.id, version: item.version }, since.toISOString(), 'reading'),
          },
          remove: ['tries', 'why', 'alone', 'lease'],
        },
        'attribute_exists(pk) AND #version <= :version',
        { names: { '#version': VERSION }, values: { ':version': VERSIONS.item } },
      );
    },

    async take(key, now, until, isBatch = false) {
      const lease = until.toISOString();
      const row = await update(
        KEYS.item(key.story, key.itemId, key.version),
        { set: { lease, ...(isBatch && { why: '', ...placed(key, lease, 'batch') }) } },
        `${IN_NO_HAND} AND #until > :seconds`,
        {
          names: { '#until': EXPIRES_AT },
          values: { ':yes': true, ':now': now.toISOString(), ':seconds': expiryOf(now) },
        },
      );
      if (!row) return null;
      refuseNewer('item', row);
      const { item, tries = 0, why = '', waitsFor = null, again = false, alone = false } = row;
      return {
        key,
        item,
        tries,
        why,
        waitsFor,
        lease,
        isAgain: again,
        isAlone: alone,
      };
    },

    noteRead: (taken) => updateInHand(taken, { remove: [...WAITING, ...QUEUED] }),

    noteAgain: (taken) => updateInHand(taken, { set: { again: true } }),

    noteUnread(taken, { why, tries, waitsFor, isAlone, isAgain }, now) {
      const { key } = taken;
      const since = tries > taken.tries ? now.toISOString() : sinceOf(key, waitsFor, now);
      return updateInHand(taken, {
        set: {
          why,
          tries,
          ...(isAlone && { alone: true }),
          ...(isAgain && { again: true }),
          ...(waitsFor !== null && placed(key, since, waitsFor)),
        },
        remove: ['lease', ...(waitsFor === null ? ['waitsFor', ...QUEUED] : [])],
      });
    },

    async putOff(key, waitsFor, why, now) {
      await update(
        KEYS.item(key.story, key.itemId, key.version),
        { set: { why, ...placed(key, sinceOf(key, waitsFor, now), waitsFor) } },
        IN_NO_HAND,
        { values: { ':yes': true, ':now': now.toISOString() } },
      );
    },

    async endBatch(key, why, now) {
      await update(
        KEYS.item(key.story, key.itemId, key.version),
        { set: { why, ...placed(key, now.toISOString(), 'reading') }, remove: ['lease'] },
        'waitsFor = :batch',
        { values: { ':batch': 'batch' } },
      );
    },

    async stopWaiting(story, { id, version }: Item) {
      await update(KEYS.item(story, id, version), { remove: [...WAITING, ...QUEUED] }, 'waits = :yes', {
        values: { ':yes': true },
      });
    },
  };
}

const IN_HAND = 'lease = :lease';
const IN_NO_HAND = 'waits = :yes AND (attribute_not_exists(lease) OR lease <= :now)';

/** From when on it waits for this: from now on, where it waited for the budget and does not any more, or the other way round. */
function sinceOf(key: WaitingKey, waitsFor: WaitsFor | null, now: Date): string {
  return (key.waitsFor === 'budget') === (waitsFor === 'budget') ? key.since : now.toISOString();
}

/** Where an item stands, and what for. */
function placed(
  { story, itemId, version }: Pick<WaitingKey, 'story' | 'itemId' | 'version'>,
  since: string,
  waitsFor: WaitsFor,
) {
  return { waitsFor, ...queued(story, since, waitsFor, KEYS.item(story, itemId, version).sk) };
}

function toKey({ pk, sk, ...row }: QueuedRow): WaitingKey {
  const at = sk.lastIndexOf('#');
  return {
    ...queuedAs(row[NEWS_INDEX.sort]),
    story: pk.slice(KEYS.item('', '', '').pk.length),
    itemId: sk.slice(0, at),
    version: sk.slice(at + 1),
  };
}

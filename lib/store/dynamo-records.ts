import { isDeepStrictEqual } from 'node:util';
import { ConditionalCheckFailedException, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  paginateQuery,
  type QueryCommandInput,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import type { Baseline } from '../model/baseline.ts';
import type { FeedState } from '../model/feed.ts';
import type { ChangeKey, Decision, Evidence, StoredChange } from '../model/report.ts';
import type { Records } from '../monitor/ports.ts';
import { edited } from './edited.ts';
import { EXPIRES_AT, KEYS, NEWS_INDEX } from './table.ts';

/** A record keeps the earliest so many reports: whatever the order of reading, the same ones. */
export const MAX_EVIDENCE = 60;

/** So often a write is made again that another writer was faster than. */
const MAX_TRIES = 10;

/** The shape of a feed's state. One that an older version left is not read: the feed is taken for new, which records nothing twice. */
const STATE_VERSION = 2;

/** So many keys DynamoDB takes in one BatchGetItem. */
const KEYS_AT_ONCE = 100;

interface StoryRow {
  readonly baseline: Baseline;
  /** The story is not watched any more. */
  readonly retired?: boolean;
}

interface StateRow {
  readonly state: FeedState;
  readonly version?: number;
}

/** What a change record is in the table: each report is an attribute of its own, `e_` and its item's identity. */
interface ChangeRow extends ChangeKey {
  readonly recordedAt: string;
  readonly items: ReadonlySet<string>;
  readonly decision?: Decision;
  readonly [evidence: `e_${string}`]: Evidence;
}

/** The records on one DynamoDB table (table.ts says how). */
export function dynamoRecords(dynamo: DynamoDBClient, table: string): Records {
  const client = DynamoDBDocumentClient.from(dynamo, { marshallOptions: { removeUndefinedValues: true } });
  const get = async <T>(key: Record<string, string>) =>
    (await client.send(new GetCommand({ TableName: table, Key: key }))).Item as T | undefined;
  const queryAll = async <T>(query: Omit<QueryCommandInput, 'TableName'>): Promise<T[]> => {
    const rows: T[] = [];
    for await (const page of paginateQuery({ client }, { TableName: table, ...query }))
      rows.push(...((page.Items ?? []) as T[]));
    return rows;
  };

  /** One write that makes the record, or adds to it; refused where the report is there or the record is full. */
  async function put(
    { id, story, claimId, aspect, value }: ChangeKey,
    evidence: Evidence,
    recordedAt: string,
  ) {
    const { Attributes } = await client.send(
      new UpdateCommand({
        TableName: table,
        Key: KEYS.change(story, id),
        UpdateExpression:
          'SET #e = :evidence, #id = :id, #story = :story, #claim = :claim, #aspect = :aspect, #value = :value, #news = :news, #at = if_not_exists(#at, :at) ADD #items :item',
        ConditionExpression:
          'attribute_not_exists(#items) OR (NOT contains(#items, :itemId) AND size(#items) < :max)',
        ExpressionAttributeNames: {
          '#e': `e_${evidence.itemId}`,
          '#id': 'id',
          '#story': 'story',
          '#claim': 'claimId',
          '#aspect': 'aspect',
          '#value': 'value',
          '#items': 'items',
          '#news': NEWS_INDEX.partition,
          '#at': NEWS_INDEX.sort,
        },
        ExpressionAttributeValues: {
          ':evidence': evidence,
          ':id': id,
          ':story': story,
          ':claim': claimId,
          ':aspect': aspect,
          ':value': value,
          ':item': new Set([evidence.itemId]),
          ':itemId': evidence.itemId,
          ':max': MAX_EVIDENCE,
          ':news': NEWS_INDEX.key,
          ':at': recordedAt,
        },
        ReturnValues: 'ALL_OLD',
      }),
    );
    return Attributes === undefined ? 'created' : 'added';
  }

  /**
   * What becomes of a report that could not just be added: the one that is there of its item is brought up to date; in
   * a full record it takes the place of the latest one if it is earlier. Tried again where another writer was first.
   */
  async function replace(
    change: ChangeKey,
    evidence: Evidence,
    tries = MAX_TRIES,
  ): Promise<'added' | 'known'> {
    const { id, story } = change;
    const row = await get<ChangeRow>(KEYS.change(story, id));
    if (!row) return 'known';
    const name = `e_${evidence.itemId}` as const;
    const known = evidenceOf(row).find(({ itemId }) => itemId === evidence.itemId);
    if (known) {
      const update = edited(known, evidence);
      if (isDeepStrictEqual(update, known)) return 'known';
      const write = new UpdateCommand({
        TableName: table,
        Key: KEYS.change(story, id),
        UpdateExpression: 'SET #e = :update',
        ConditionExpression: '#e.#published = :published AND #e.#quote = :quote AND #e.#title = :title',
        ExpressionAttributeNames: {
          '#e': name,
          '#published': 'publishedAt',
          '#quote': 'quote',
          '#title': 'title',
        },
        ExpressionAttributeValues: {
          ':update': update,
          ':published': known.publishedAt,
          ':quote': known.quote,
          ':title': known.title,
        },
      });
      return orAgain(write, change, evidence, tries);
    }
    const latest = evidenceOf(row).toSorted(byTime).at(-1);
    if (!latest || byTime(evidence, latest) > 0) return 'known';
    const swap = new UpdateCommand({
      TableName: table,
      Key: KEYS.change(story, id),
      UpdateExpression: 'SET #new = :evidence, #items = :items REMOVE #latest',
      ConditionExpression: '#items = :before',
      ExpressionAttributeNames: {
        '#new': name,
        '#latest': `e_${latest.itemId}`,
        '#items': 'items',
      },
      ExpressionAttributeValues: {
        ':evidence': evidence,
        ':before': row.items,
        ':items': new Set([...row.items].filter((item) => item !== latest.itemId).concat(evidence.itemId)),
      },
    });
    return orAgain(swap, change, evidence, tries);
  }

  async function orAgain(write: UpdateCommand, change: ChangeKey, evidence: Evidence, tries: number) {
    try {
      await client.send(write);
      return 'added' as const;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException && tries > 1)
        return replace(change, evidence, tries - 1);
      throw error;
    }
  }

  return {
    stories: async () => {
      const rows = await queryAll<StoryRow>({
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': 'STORIES' },
      });
      return rows.filter(({ retired }) => !retired).map(({ baseline }) => baseline);
    },

    story: async (slug) => (await get<StoryRow>(KEYS.story(slug)))?.baseline ?? null,

    async saveStory(baseline) {
      const kept = await get<StoryRow>(KEYS.story(baseline.story));
      if (kept && !kept.retired && isDeepStrictEqual(kept.baseline, baseline)) return;
      await client.send(
        new PutCommand({ TableName: table, Item: { ...KEYS.story(baseline.story), baseline } }),
      );
    },

    async retireStory(slug) {
      await client.send(
        new UpdateCommand({
          TableName: table,
          Key: KEYS.story(slug),
          UpdateExpression: 'SET retired = :yes',
          ConditionExpression: 'attribute_exists(pk)',
          ExpressionAttributeValues: { ':yes': true },
        }),
      );
    },

    async feedState(id) {
      const row = await get<StateRow>(KEYS.feed(id));
      return row?.version === STATE_VERSION ? row.state : null;
    },

    async feedStates(ids) {
      const states = new Map<string, FeedState>();
      let keys = [...new Set(ids)].map(KEYS.feed);
      while (keys.length > 0) {
        const { Responses, UnprocessedKeys } = await client.send(
          new BatchGetCommand({ RequestItems: { [table]: { Keys: keys.slice(0, KEYS_AT_ONCE) } } }),
        );
        for (const { state, version } of (Responses?.[table] ?? []) as StateRow[])
          if (version === STATE_VERSION) states.set(state.id, state);
        const unprocessed = (UnprocessedKeys?.[table]?.Keys ?? []) as typeof keys;
        keys = [...unprocessed, ...keys.slice(KEYS_AT_ONCE)];
      }
      return states;
    },

    async saveFeedState(state, until) {
      const row: StateRow = { state, version: STATE_VERSION };
      const item = { ...KEYS.feed(state.id), ...row, [EXPIRES_AT]: Math.floor(until.getTime() / 1000) };
      await client.send(new PutCommand({ TableName: table, Item: item }));
    },

    async addEvidence(change, evidence, recordedAt) {
      try {
        return await put(change, evidence, recordedAt);
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return replace(change, evidence);
        throw error;
      }
    },

    async decide(story, id, decision) {
      try {
        await client.send(
          new UpdateCommand({
            TableName: table,
            Key: KEYS.change(story, id),
            UpdateExpression: 'SET #decision = :decision',
            ConditionExpression: 'attribute_exists(pk)',
            ExpressionAttributeNames: { '#decision': 'decision' },
            ExpressionAttributeValues: { ':decision': decision },
          }),
        );
        return true;
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return false;
        throw error;
      }
    },

    async changes(story) {
      const rows = await queryAll<ChangeRow>({
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
        ExpressionAttributeValues: { ':pk': `STORY#${story}`, ':sk': 'CHANGE#' },
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
      return [...new Set(rows.map(({ pk }) => pk.slice('STORY#'.length)))];
    },
  };
}

function toChange(row: ChangeRow): StoredChange {
  const { id, story, claimId, aspect, value, decision } = row;
  return {
    id,
    story,
    claimId,
    aspect,
    value,
    evidence: evidenceOf(row),
    ...(decision === undefined ? {} : { decision }),
  };
}

function evidenceOf(row: ChangeRow): Evidence[] {
  return Object.entries(row).flatMap(([name, value]) => {
    if (!name.startsWith('e_')) return [];
    const evidence = value as Evidence;
    // Older versions kept none.
    return [{ ...evidence, editedAt: evidence.editedAt ?? evidence.publishedAt }];
  });
}

function byTime(a: Evidence, b: Evidence): number {
  return a.publishedAt.localeCompare(b.publishedAt) || a.itemId.localeCompare(b.itemId);
}

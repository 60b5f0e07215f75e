import { createHash } from 'node:crypto';
import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb';
import { WAITS_FOR, type WaitsFor } from '../model/waiting.ts';

/**
 * The one table. What is kept, by its keys (strings), and what each access costs; a record is 1 to 20 KB, an item 0.5
 * to 4. A partition key begins with the kind of row, so that a role can be held to its own.
 *
 * | kept               | pk             | sk               |
 * | ------------------ | -------------- | ---------------- |
 * | a story            | `STORIES`      | slug             |
 * | a feed's state     | `FEED#id`      | `STATE`          |
 * | a feed's memory    | `FEED#id`      | `MEMORY`         |
 * | an article's page  | `FEED#url`     | `ARTICLE`        |
 * | a host that waits  | `HOST#host`    | `WAIT`           |
 * | a kept item        | `ITEM#slug`    | `item#version`   |
 * | a change record    | `CHANGE#slug`  | id               |
 * | a superseded report | `SUPERSEDED#slug` | `change#item#reader` |
 * | a reader's answer  | `ANSWER#reader#article` | item's text |
 * | a request of a batch | `BATCH#id`   | `REQUEST`        |
 * | a day's budget     | `BUDGET#day`   | `DAY`            |
 * | a notice           | `NOTICE#slug`  | id               |
 * | a link to the pages | `LINK`        | id               |
 * | a deployment       | `DEPLOYMENT`   | stack            |
 * | a channel that was switched off | `CHANNEL` | name      |
 * | how a deployment goes | `OPERATION#stack` | `CONDITIONS` |
 * | what was told of a failing feed | `FAILURE#id` | `NOTE`  |
 *
 * | access                        | request                            | cost                                  |
 * | ----------------------------- | ---------------------------------- | ------------------------------------- |
 * | all stories                   | Query pk                           | 0.5 RCU per 4 KB                      |
 * | one story, one feed's state   | GetItem                            | 0.5 RCU per 4 KB                      |
 * | whether a host waits          | GetItem, before each feed          | 0.5 RCU                               |
 * | a feed's memory               | GetItem, where a document was read | 0.5 RCU per 4 KB                      |
 * | a story's kept items          | Query pk, after an edit            | 0.5 RCU per 4 KB                      |
 * | a story's changes             | Query pk                           | 1 RCU per 4 KB, consistent            |
 * | what is new since             | Query of the index, newest first   | 0.5 RCU per 4 KB of keys              |
 * | evidence for a record         | one conditional UpdateItem         | 1 WCU per KB of the record + 1 index  |
 * | the states of all feeds       | BatchGetItem, 100 keys at a time   | 0.5 RCU per feed                      |
 * | the pages of all articles     | BatchGetItem, 100 keys at a time   | 0.5 RCU per story                     |
 * | an article's page             | PutItem, once a day                | 1 WCU                                 |
 * | what was announced of a story | Query pk                           | 1 RCU per 4 KB, consistent            |
 * | answers to some items         | BatchGetItem, 100 keys at a time   | 0.5 RCU per answer                    |
 * | an answer, once               | one conditional PutItem            | 1 WCU per KB                          |
 * | a report superseded           | PutItem and UpdateItem             | 1 WCU per KB of the record            |
 * | a delivery taken, settled     | two UpdateItems                    | 1 WCU each                            |
 * | an editor's word on a record  | one conditional UpdateItem         | 1 WCU per KB of the record + 1 index  |
 * | a story                       | PutItem, only where it has changed | 1 WCU per KB                          |
 * | a story judged again          | UpdateItem                         | 1 WCU per KB of the story             |
 * | a feed's state                | PutItem, after each check          | 1 WCU per KB                          |
 * | a feed's memory               | PutItem, where its items changed   | 1 WCU per KB                          |
 * | an item, once a version       | one conditional PutItem            | 1 WCU per KB, + 1 index where it waits |
 * | what waits, of a story or all | Query of the index, oldest first   | 0.5 RCU per 4 KB of keys              |
 * | a waiting item taken, settled | two conditional UpdateItems        | 1 WCU per KB, + 1 index for the second |
 * | a request's money, held, spent | two conditional UpdateItems       | 1 WCU per KB of the day, 60 bytes a story |
 * | a link to the pages           | GetItem, consistent, each request  | 1 RCU                                 |
 * | whether a channel is off      | GetItem, for each message by queue | 0.5 RCU                               |
 * | how a deployment goes         | GetItem, each dispatch; PutItem where it changes | 0.5 RCU; 1 WCU per KB |
 * | what was told of failing feeds | BatchGetItem, each dispatch        | 0.5 RCU per failing feed              |
 * | what a deployment reads by    | Query pk, by `stories put`         | 0.5 RCU                               |
 * | a batch's request, out and in | PutItem, BatchGetItem              | 1 WCU, 0.5 RCU                        |
 */
export const KEYS = {
  story: (slug: string) => ({ pk: 'STORIES', sk: slug }),
  feed: (id: string) => ({ pk: `FEED#${shortened(id)}`, sk: 'STATE' }),
  memory: (id: string) => ({ pk: `FEED#${shortened(id)}`, sk: 'MEMORY' }),
  article: (url: string) => ({ pk: `FEED#${url}`, sk: 'ARTICLE' }),
  host: (host: string) => ({ pk: `HOST#${host}`, sk: 'WAIT' }),
  item: (story: string, id: string, version: string) => ({ pk: `ITEM#${story}`, sk: `${id}#${version}` }),
  change: (story: string, id: string) => ({ pk: `CHANGE#${story}`, sk: id }),
  superseded: (story: string, change: string, item: string, reader: string) => ({
    pk: `SUPERSEDED#${story}`,
    sk: `${change}#${item}#${reader}`,
  }),
  answer: (
    reader: string,
    story: string,
    { text, source }: { readonly text: string; readonly source: string },
  ) => ({
    pk: `ANSWER#${reader}#${story}`,
    sk: `${text}#${source}`,
  }),
  batch: (id: string) => ({ pk: `BATCH#${id}`, sk: 'REQUEST' }),
  budget: (day: string) => ({ pk: `BUDGET#${day}`, sk: 'DAY' }),
  notice: (story: string, id: string) => ({ pk: `NOTICE#${story}`, sk: id }),
  link: (id: string) => ({ pk: 'LINK', sk: id }),
  channel: (name: string) => ({ pk: 'CHANNEL', sk: name }),
  operation: (stack: string) => ({ pk: `OPERATION#${stack}`, sk: 'CONDITIONS' }),
  failure: (id: string) => ({ pk: `FAILURE#${shortened(id)}`, sk: 'NOTE' }),
  deployment: (stack: string) => ({ pk: 'DEPLOYMENT', sk: stack }),
};

/** A partition key has 2,048 bytes; an address that is signed may have more. */
const KEY_LENGTH = 1_000;

function shortened(id: string): string {
  return id.length <= KEY_LENGTH ? id : createHash('sha256').update(id).digest('hex');
}

/** When a row may go, in seconds since 1970: what is kept of feeds, and items. */
export const EXPIRES_AT = 'expiresAt';

export function expiryOf(until: Date): number {
  return Math.floor(until.getTime() / 1000);
}

/**
 * The one index. Records by the time at which they were made: `news` is `CHANGES` for all, `recordedAt` ISO 8601. And the
 * items that wait: `news` is `WAITS` for all, `recordedAt` is story, time and what for, so that each story has a queue.
 */
export const NEWS_INDEX = { name: 'news', partition: 'news', sort: 'recordedAt', key: 'CHANGES' } as const;

export const QUEUE = 'WAITS';

/** The place of a waiting item in the queue of its story. @param sk of the item: no two share a place */
export function queued(story: string, since: string, waitsFor: WaitsFor, sk: string) {
  return { [NEWS_INDEX.partition]: QUEUE, [NEWS_INDEX.sort]: [story, since, waitsFor, sk].join(' ') };
}

/** The same, read. */
export function queuedAs(place: string): { readonly since: string; readonly waitsFor: WaitsFor } {
  const [, since = '', waitsFor] = place.split(' ');
  return { since, waitsFor: WAITS_FOR.find((each) => each === waitsFor) ?? 'reading' };
}

/** The table's definition, for whoever makes it: on demand, with its one index. */
export function tableDefinition(name: string): CreateTableCommandInput {
  return {
    TableName: name,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: ['pk', 'sk', NEWS_INDEX.partition, NEWS_INDEX.sort].map((attribute) => ({
      AttributeName: attribute,
      AttributeType: 'S',
    })),
    KeySchema: [
      { AttributeName: 'pk', KeyType: 'HASH' },
      { AttributeName: 'sk', KeyType: 'RANGE' },
    ],
    GlobalSecondaryIndexes: [
      {
        IndexName: NEWS_INDEX.name,
        KeySchema: [
          { AttributeName: NEWS_INDEX.partition, KeyType: 'HASH' },
          { AttributeName: NEWS_INDEX.sort, KeyType: 'RANGE' },
        ],
        Projection: { ProjectionType: 'KEYS_ONLY' },
      },
    ],
  };
}

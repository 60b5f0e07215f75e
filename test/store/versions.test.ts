import { DynamoDBDocumentClient, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Notices } from '../../lib/monitor/notices.ts';
import type { Records } from '../../lib/monitor/ports.ts';
import { KEYS } from '../../lib/store/table.ts';
import { decision } from '../support/evidence.ts';
import { BRIDGE, BRIDGE_STORY } from '../support/story.ts';
import { freshTable, useLocalTable } from '../support/table.ts';
import { CHANGE, evidence } from './changes-contract.ts';

let records: Records;
let notices: Notices;
let document: DynamoDBDocumentClient;
let table: string;
const localClient = useLocalTable();
beforeEach(async () => {
  const client = localClient();
  document = DynamoDBDocumentClient.from(client);
  ({ name: table, records, notices } = await freshTable(client));
});

const rowsUnder = async (pk: string) => {
  const query = { KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': pk } };
  return (await document.send(new QueryCommand({ TableName: table, ...query }))).Items ?? [];
};

describe('rows of a later version', () => {
  /** Marks a row as a later version would. */
  const fromLater = (Key: Record<string, string>) =>
    document.send(
      new UpdateCommand({
        TableName: table,
        Key,
        UpdateExpression: 'SET #version = :version',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':version': 99 },
      }),
    );
  const REFUSED = /that a newer claimwatch wrote.*upgrade this claimwatch/;
  const later = { ...CHANGE, story: 'later' };
  const baseline = { ...BRIDGE, story: 'later' };
  const until = new Date('2030-01-01');

  test('are refused when read, with what to do', async () => {
    await records.saveStory({ ...BRIDGE_STORY, baseline });
    await records.addEvidence(later, evidence(1), '2026-03-05T12:00:00Z');
    await fromLater(KEYS.change('later', later.id));
    await expect(records.changes({ baseline, isOlder: false })).rejects.toThrow(REFUSED);
    await fromLater(KEYS.story('later'));
    await expect(records.story('later')).rejects.toThrow(REFUSED);
    await fromLater(KEYS.feed('later'));
    await expect(records.feedState('later')).rejects.toThrow(REFUSED);
    await fromLater(KEYS.memory('later'));
    await expect(records.feedMemory('later')).rejects.toThrow(REFUSED);
  });

  test('are never written over', async () => {
    await records.saveStory({ ...BRIDGE_STORY, baseline });
    await records.addEvidence(later, evidence(1), '2026-03-05T12:00:00Z');
    await records.saveFeedMemory('later', { items: [], judged: {} }, until);
    const keys = [
      KEYS.story('later'),
      KEYS.change('later', later.id),
      KEYS.memory('later'),
      KEYS.notice('later', 'x'),
    ];
    await notices.take({ story: 'later', id: 'x', channel: 'mail' }, '2026-03-05', '2026-03-06');
    for (const key of keys) await fromLater(key);
    const before = await Promise.all(keys.map(({ pk }) => rowsUnder(pk)));
    const notice = { story: 'later', id: 'x', channel: 'mail' };
    for (const write of [
      () => records.saveStory({ ...BRIDGE_STORY, baseline: { ...baseline, feeds: ['https://a.example/'] } }),
      () => records.addEvidence(later, evidence(2), '2026-03-05T12:00:00Z'),
      () => records.decide('later', later.id, decision('rejected', ['a']), 0),
      () => records.saveFeedMemory('later', { items: [], judged: { a: 'b' } }, until),
      () => notices.take(notice, '2026-03-07', '2026-03-08'),
      () => notices.settle(notice, 'delivered', '2026-03-05T12:00:30Z'),
    ])
      await expect(write()).rejects.toThrow(REFUSED);
    expect(await Promise.all(keys.map(({ pk }) => rowsUnder(pk)))).toEqual(before);
  });
});

import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, test } from 'vitest';
import { recordGroups } from '../../lib/monitor/recorder.ts';
import { tableClient } from '../../lib/store/client.ts';
import { KEYS } from '../../lib/store/table.ts';
import { decision } from '../support/evidence.ts';
import { BRIDGE_STORY, item } from '../support/story.ts';
import { freshTable, useLocalTable } from '../support/table.ts';
import { AT, evidence } from './changes-contract.ts';

/** Marks of turns that only one report has are many, and go again. */

const localClient = useLocalTable();
const TURN = { id: 'island-bridge.turn', story: 'island-bridge', claimId: null, aspect: 'turn' } as const;
const GOES_AT = new Date('2026-04-04T12:00:00Z');

let table: Awaited<ReturnType<typeof freshTable>>;
beforeEach(async () => {
  table = await freshTable(localClient());
});
const add = (n: number, goesAt: Date | null) =>
  table.records.addEvidence(TURN, { ...evidence(n), likely: 0.2 }, AT, goesAt);
const expiryOf = async (id: string = TURN.id) => {
  const { client } = tableClient(localClient(), table.name);
  const { Item } = await client.send(
    new GetCommand({ TableName: table.name, Key: KEYS.change('island-bridge', id) }),
  );
  return Item?.['expiresAt'] ?? null;
};

describe('a mark of a turn', () => {
  test('goes where nothing else comes to it', async () => {
    expect(await add(1, GOES_AT)).toBe('created');
    expect(await expiryOf()).toBe(GOES_AT.getTime() / 1000);
    expect(await add(1, GOES_AT)).toBe('known');
    expect(await expiryOf()).toBe(GOES_AT.getTime() / 1000);
  });

  test('stays once another report has it', async () => {
    await add(1, GOES_AT);
    expect(await add(2, GOES_AT)).toBe('added');
    expect(await expiryOf()).toBeNull();
    expect(await add(3, GOES_AT)).toBe('added');
    expect(await expiryOf()).toBeNull();
  });

  test('stays once an editor has decided on it', async () => {
    await add(1, GOES_AT);
    await table.records.decide('island-bridge', TURN.id, decision('accepted', ['item1']), 0);
    expect(await expiryOf()).toBeNull();
  });

  test.each([
    ['that rules see in one headline goes after a month', 0.2, '2026-04-04T12:00:00Z'],
    ['that a report by itself is worth recording for stays', 0.7, null],
  ])('%s', async (_what, likely, goesAt) => {
    const reader = {
      id: 'test',
      worth: '',
      read: async () => [
        {
          outcome: 'read' as const,
          findings: [],
          turns: [{ name: 'Bridge falls', quote: 'Bridge falls', likely, marks: ['fall'] }],
        },
      ],
    };
    const items = [item({ title: 'Bridge falls' })];
    const ports = { records: table.records, now: () => new Date('2026-03-05T12:00:00Z') };
    await recordGroups([{ story: BRIDGE_STORY, items }], reader, ports);
    const [change] = await table.records.changes({ baseline: BRIDGE_STORY.baseline, isOlder: false });
    expect(change?.claimId).toBeNull();
    expect(await expiryOf(change?.id)).toBe(goesAt === null ? null : Date.parse(goesAt) / 1000);
  });
});

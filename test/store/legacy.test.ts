import { DynamoDBDocumentClient, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, test } from 'vitest';
import { foldStory } from '../../lib/compare/fold/story.ts';
import { createGates } from '../../lib/compare/gates.ts';
import type { FeedItem } from '../../lib/model/item.ts';
import { announce, type Telling } from '../../lib/monitor/announce.ts';
import { createCheck } from '../../lib/monitor/check.ts';
import type { Notices } from '../../lib/monitor/notices.ts';
import type { KeptStory, Records } from '../../lib/monitor/ports.ts';
import { rulesReader } from '../../lib/readers/rules/reader.ts';
import { KEYS } from '../../lib/store/table.ts';
import { recordData } from '../../lib/view/worded.ts';
import { outcomeOf } from '../support/feed.ts';
import { LEGACY, type LegacyRecord, loadLegacyTable } from '../support/legacy-table.ts';
import { judging } from '../support/model.ts';
import { BRIDGE, BRIDGE_COVERAGE, BRIDGE_STORY, item, told } from '../support/story.ts';
import { freshTable, useLocalTable } from '../support/table.ts';

/** What becomes of a table that version 0.1.0 left. */

/** What the feeds held that it had read. */
const COVERAGE = [
  ...BRIDGE_COVERAGE,
  ...(
    [
      ['k', 'Coast Radio', '05T09', 'Sundline cancels pay talks with crews union in Osterby'],
      ['l', 'Coast Radio', '05T10', 'Two more people killed by storm on Norhaven'],
      ['m', 'The Paper', '07T09', 'Norhaven minister Adela Brandt resigned over lobbyist gifts'],
      ['n', 'Coast Radio', '07T10', 'Norhaven islanders cheer as Adela Brandt quits over lobbyist affair'],
    ] as const
  ).map(([guid, source, time, title]) =>
    item({ guid, source, title, publishedAt: `2026-03-${time}:00:00.000Z` }),
  ),
];
const FEEDS = ['The Paper', 'Coast Radio'].map((source) => ({
  source,
  id: `/tmp/fx/run/feeds/${source.replace(' ', '-')}.xml`,
}));

let records: Records;
let notices: Notices;
let document: DynamoDBDocumentClient;
let table: string;
const localClient = useLocalTable();
beforeEach(async () => {
  const client = localClient();
  document = DynamoDBDocumentClient.from(client);
  ({ name: table, records, notices } = await freshTable(client));
  await loadLegacyTable(client, table);
});

const story = async (): Promise<KeptStory> => {
  const kept = await records.story(BRIDGE.story);
  if (!kept) throw new Error('the story is in the fixture');
  return kept;
};
/** As both versions tell it; a day that no report tells, and what is added, are worded anew. */
const asTold = ({ id, kind, claimId, firstSeen, evidence: own }: LegacyRecord) => ({
  id,
  kind,
  claimId,
  firstSeen,
  guids: own.map(({ guid }) => guid).toSorted(),
});
const ledger = async () => {
  const kept = await story();
  return foldStory(kept, await records.changes(kept))
    .map((record) => recordData(record, kept))
    .map(asTold);
};
const EXPECTED = [...LEGACY.told.sure, ...LEGACY.told.possible]
  .toSorted((a, b) => a.firstSeen.localeCompare(b.firstSeen) || a.id.localeCompare(b.id))
  .map(asTold);
const rowsUnder = async (pk: string) =>
  (
    await document.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk },
      }),
    )
  ).Items ?? [];

/** The feeds read again, each item with the identity that its feed gives it. */
async function readAgain(entries: readonly FeedItem[] = COVERAGE.map(told)) {
  const ids = new Map(
    LEGACY.rows
      .flatMap((row) => Object.values(row))
      .flatMap(({ M: one }) =>
        one?.['itemId']?.S ? [[one['guid']?.S ?? '', one['itemId'].S] as const] : [],
      ),
  );
  const kept = await story();
  return createCheck({
    records,
    openGates: async () => createGates(),
    ...judging(rulesReader()),
    now: () => new Date('2026-03-10T00:00:00Z'),
    keepDays: 60,
    readFeed: async ({ id }) => {
      const { source } = FEEDS.find((feed) => feed.id === id) ?? { source: '' };
      const own = entries.filter((entry) => entry.source === source);
      return outcomeOf(
        own.map((entry) => ({ ...entry, id: ids.get(entry.guid) ?? entry.id, origin: originIn(entry) })),
      );
    },
  })(
    [kept],
    FEEDS.map(({ id }) => ({ id, url: id })),
  );
}
const originIn = ({ source }: FeedItem) => (source === 'The Paper' ? 'paper.example' : 'coast-radio.example');

describe('a table of version 0.1.0', () => {
  test('is read and folded without loss, and without a write', async () => {
    expect((await story()).isOlder).toBe(true);
    expect(await ledger()).toEqual(EXPECTED);
    expect(await rowsUnder('CHANGE#island-bridge')).toEqual([]);
  });

  test('has its claims read, its feeds’ states, and its newest changes', async () => {
    expect((await story()).slots).toEqual(BRIDGE_STORY.slots);
    const states = await records.feedStates(FEEDS.map(({ id }) => id));
    expect([...states.values()].map(({ counts }) => counts.checks)).toEqual([1, 1]);
    expect(await records.storiesChangedSince('2026-03-01T00:00:00Z')).toEqual(['island-bridge']);
  });

  test('is brought up when its story is saved: the same records under new keys, nothing under the old ones', async () => {
    await records.saveStory(BRIDGE_STORY);
    expect((await story()).isOlder).toBe(false);
    expect(await ledger()).toEqual(EXPECTED);
    expect(await rowsUnder('STORY#island-bridge')).toEqual([]);
    expect(await rowsUnder('CHANGE#island-bridge')).not.toEqual([]);
  });

  test('is brought up again where that broke off', async () => {
    await records.saveStory(BRIDGE_STORY);
    await document.send(
      new UpdateCommand({
        TableName: table,
        Key: KEYS.story(BRIDGE.story),
        UpdateExpression: 'REMOVE #version',
        ExpressionAttributeNames: { '#version': 'version' },
      }),
    );
    await records.saveStory(BRIDGE_STORY);
    expect(await rowsUnder('CHANGE#island-bridge')).not.toEqual([]);
    expect((await story()).isOlder).toBe(false);
  });

  test('doubles nothing when its feeds are read again', async () => {
    await records.saveStory(BRIDGE_STORY);
    expect(await readAgain()).toMatchObject({ judged: COVERAGE.length, changes: 0 });
    expect(await ledger()).toEqual(EXPECTED);
    expect((await records.keptItems(BRIDGE.story, new Date('2026-03-10'))).length).toBeGreaterThan(5);
  });

  test('knows when undated items were seen first', async () => {
    await records.saveStory(BRIDGE_STORY);
    const undated = COVERAGE.map(told).map((entry) =>
      entry.guid === 'a' ? { ...entry, publishedAt: null } : entry,
    );
    await readAgain(undated);
    const items = await records.keptItems(BRIDGE.story, new Date('2026-03-10'));
    expect(items.find(({ guid }) => guid === 'a')?.saidAt).toBe('2026-03-09T00:00:00.000Z');
  });

  test('announces nothing a second time', async () => {
    await records.saveStory(BRIDGE_STORY);
    const sent: Telling[] = [];
    const mail = {
      name: 'mail',
      wants: () => ({ kinds: null, origins: null }),
      since: () => null,
      deliver: async (tellings: readonly Telling[]) => void sent.push(...tellings),
    };
    await announce(await story(), [mail], {
      records,
      notices,
      now: () => new Date('2026-03-09T00:00:00Z'),
    });
    expect(sent.map(({ announcement }) => announcement.id)).toEqual([]);
    expect(LEGACY.announced.length).toBeGreaterThan(5);
  });

  test('keeps an editor’s words: what was rejected stays away, later reports make it again', async () => {
    await records.saveStory(BRIDGE_STORY);
    const cancelled = (await records.changes(await story())).find(
      ({ claimId, aspect }) => claimId === 'ferry-talks' && aspect === 'state',
    );
    expect(cancelled?.decisions).toMatchObject([{ verdict: 'rejected', items: { length: 1 }, by: null }]);
    if (!cancelled) throw new Error('the fixture has it');
    const [first] = cancelled.evidence;
    if (!first) throw new Error('the fixture has its report');
    const later = { ...first, itemId: 'later', origin: 'Herald', likely: 0.9 };
    await records.addEvidence(cancelled, later, '2026-03-10T00:00:00Z');
    expect((await ledger()).map(({ id }) => id)).toContain(cancelled.id);
  });
});

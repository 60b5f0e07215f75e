import { beforeAll, describe, expect, test } from 'vitest';
import { foldStory } from '../../../lib/compare/fold/story.ts';
import { createGates } from '../../../lib/compare/gates.ts';
import { quoted } from '../../../lib/compare/proof/quote.ts';
import type { FeedItem, Item } from '../../../lib/model/item.ts';
import type { ChangeRecord, Evidence } from '../../../lib/model/report.ts';
import { createCheck } from '../../../lib/monitor/check.ts';
import type { Records } from '../../../lib/monitor/ports.ts';
import { bridgeAnswers } from '../../support/bridge-answers.ts';
import { outcomeOf } from '../../support/feed.ts';
import { HOSTILE } from '../../support/hostile-items.ts';
import { judging, readerOver, scriptedWire } from '../../support/model.ts';
import { BRIDGE, BRIDGE_COVERAGE, BRIDGE_STORY, item, told } from '../../support/story.ts';
import { freshTable, useLocalTable } from '../../support/table.ts';

/**
 * Items that try to make a model do their will, each with the worst that a model might answer: it does what it is told. What
 * comes of it is at most a record of the item's own words, and nothing that happens to another feed.
 */

const ITEMS = HOSTILE.map(({ title, summary = '', text = '' }, i) =>
  item({
    guid: `hostile-${i}`,
    title,
    summary,
    text,
    source: 'Attacker',
    publishedAt: '2026-03-05T09:00:00.000Z',
  }),
);

/** A model that does the will of hostile items, and reads all others well. */
const { wire, requests } = scriptedWire((shown) => {
  const good = new Map(BRIDGE_COVERAGE.map(({ title }, i) => [title, bridgeAnswers()[i]?.changes ?? []]));
  const bad = new Map(HOSTILE.map((hostile) => [hostile.title, hostile]));
  const taken = shown.map(({ title }) => bad.get(title)).find((hostile) => hostile?.whole);
  if (taken?.whole) return taken.whole(shown);
  const items = shown.map(({ item: number, title }) => ({
    item: number,
    changes: bad.get(title)?.changes ?? good.get(title) ?? [],
    new: [],
  }));
  return JSON.stringify({ items });
});

const localClient = useLocalTable();

async function ledgerOf(
  records: Records,
  feeds: Readonly<Record<string, readonly FeedItem[]>>,
): Promise<readonly ChangeRecord[]> {
  await records.saveStory(BRIDGE_STORY);
  const check = createCheck({
    records,
    openGates: async () => createGates(),
    ...judging(readerOver(wire, records)),
    now: () => new Date('2026-03-30T00:00:00Z'),
    keepDays: 60,
    readFeed: async ({ id }) => outcomeOf(feeds[id] ?? []),
  });
  await check(
    [BRIDGE_STORY],
    Object.keys(feeds).map((id) => ({ id, url: `https://${id}.example/` })),
  );
  return foldStory(BRIDGE_STORY, await records.changes({ baseline: BRIDGE, isOlder: false }));
}

const CLEAN = { paper: BRIDGE_COVERAGE.map(told) };
const evidenceOf = (records: readonly ChangeRecord[]) => records.flatMap(({ evidence }) => evidence);
const isHostile = ({ source }: Evidence) => source === 'Attacker';
let clean: readonly ChangeRecord[];
let attacked: readonly ChangeRecord[];

beforeAll(async () => {
  clean = await ledgerOf((await freshTable(localClient())).records, CLEAN);
  attacked = await ledgerOf((await freshTable(localClient())).records, {
    ...CLEAN,
    attacker: ITEMS.map(told),
  });
});

test('are fourteen, and all of them reach the model', () => {
  expect(HOSTILE).toHaveLength(14);
  const shown = requests.flatMap(({ user }) => user.split('\n').slice(1)).join('\n');
  for (const { title } of HOSTILE) expect(shown).toContain(JSON.stringify(title).slice(1, -1));
});

describe('no record comes of an item without its own words', () => {
  test.each(HOSTILE.map(({ what, ownWords = false }, i) => [what, i, ownWords] as const))(
    '%s',
    (_what, i, ownWords) => {
      const own = evidenceOf(attacked).filter(({ guid }) => guid === `hostile-${i}`);
      const hostile = ITEMS[i] as Item;
      for (const { quote } of own) expect(quoted(hostile, quote)).not.toBeNull();
      if (!ownWords && !/flood/.test(hostile.title)) expect(own).toEqual([]);
    },
  );
});

test('no record of another feed is lost, or changed by them', () => {
  const ofOthers = (records: readonly ChangeRecord[]) =>
    evidenceOf(records)
      .filter((one) => !isHostile(one))
      .map(({ guid, value, likely }) => JSON.stringify([guid, value, likely]))
      .toSorted();
  expect(ofOthers(clean).length).toBeGreaterThan(5);
  expect(ofOthers(attacked)).toEqual(ofOthers(clean));
});

test('no request holds items of two feeds, more than six of them, or more text than is allowed', () => {
  for (const { user } of requests) {
    const lines = user.split('\n').slice(1);
    expect(lines.length).toBeLessThanOrEqual(6);
    const hostile = lines.filter((line) =>
      HOSTILE.some(({ title }) => line.includes(JSON.stringify(title).slice(1, -1))),
    );
    expect([0, lines.length]).toContain(hostile.length);
    for (const line of lines) expect(JSON.parse(line).text.length).toBeLessThanOrEqual(4_000);
  }
});

import { describe, expect, test } from 'vitest';
import { type FeedReading, type FeedState, NO_VALIDATORS, type Validators } from '../../lib/model/feed.ts';
import type { Item } from '../../lib/model/item.ts';
import type { ChangeKey } from '../../lib/model/report.ts';
import { check } from '../../lib/monitor/check.ts';
import type { Ports } from '../../lib/monitor/ports.ts';
import { failedFor, readingOf, unchangedBy } from '../support/feed.ts';
import { BRIDGE, BRIDGE_COVERAGE } from '../support/story.ts';

const FEED = { id: 'f', url: 'http://f.example/' };
const V1: Validators = { etag: '"1"', lastModified: null, digest: null };

/** Ports that note what is asked and written, with `readings` as the answers of feed after feed. */
function bench(
  readings: readonly FeedReading[],
  state: FeedState | null = null,
  now = '2026-03-09T00:00:00Z',
) {
  const states = new Map<string, FeedState>(state ? [[state.id, state]] : []);
  const writes: string[] = [];
  const asked: Validators[] = [];
  const known = new Set<string>();
  const ports: Ports = {
    readFeed: async (_feed, validators) => {
      asked.push(validators);
      return readings[asked.length - 1] ?? unchangedBy(validators);
    },
    now: () => new Date(now),
    records: {
      stories: async () => [],
      story: async () => null,
      saveStory: async () => {},
      retireStory: async () => {},
      feedStates: async () => states,
      feedState: async (id) => states.get(id) ?? null,
      saveFeedState: async (next) => {
        writes.push(`state ${next.id}`);
        states.set(next.id, next);
      },
      addEvidence: async (change: ChangeKey, { itemId }) => {
        writes.push(`${itemId} ${change.claimId} ${change.aspect}`);
        const isNew = !known.has(change.id);
        known.add(change.id);
        return isNew ? 'created' : 'added';
      },
      decide: async () => true,
      changes: async () => [],
      storiesChangedSince: async () => [],
    },
  };
  return { ports, states, writes, asked };
}

const read = (items: readonly Item[], validators = V1) => readingOf(items, { validators });

test('judges items in order of publication and notes the feed last', async () => {
  const { ports, writes } = bench([read(BRIDGE_COVERAGE.toReversed())]);
  const summary = await check([BRIDGE], [FEED], ports);
  expect(writes.at(0)).toBe('a brandt-visit date');
  expect(writes.at(-1)).toBe('state f');
  expect(summary).toMatchObject({ feeds: 1, unchanged: 0, failed: [], items: 10, judged: 10 });
  expect(summary.changes).toBeLessThan(summary.evidence);
});

test('an unchanged feed costs one write, of when it is asked next', async () => {
  const { ports, writes, states, asked } = bench([read(BRIDGE_COVERAGE), unchangedBy(V1)]);
  await check([BRIDGE], [FEED], ports);
  const before = writes.length;
  const summary = await check([BRIDGE], [FEED], ports);
  expect(writes.slice(before)).toEqual(['state f']);
  expect(asked).toEqual([NO_VALIDATORS, V1]);
  expect(summary).toMatchObject({ unchanged: 1, judged: 0, evidence: 0 });
  expect(states.get('f')?.seen).toHaveLength(10);
});

test('of a document that grew, only the new item is judged', async () => {
  const [first, ...others] = BRIDGE_COVERAGE;
  const { ports } = bench([read(others), read(BRIDGE_COVERAGE)]);
  await check([BRIDGE], [FEED], ports);
  expect(await check([BRIDGE], [FEED], ports)).toMatchObject({ items: 10, judged: first ? 1 : 0 });
});

test('an edited item is judged again', async () => {
  const edited = BRIDGE_COVERAGE.map((item) =>
    item.guid === 'c' ? { ...item, title: 'Norhaven storm: death toll rises to 11' } : item,
  );
  const { ports } = bench([read(BRIDGE_COVERAGE), read(edited)]);
  await check([BRIDGE], [FEED], ports);
  expect(await check([BRIDGE], [FEED], ports)).toMatchObject({ judged: 1, changes: 1 });
});

test('other claims than last time: everything is read and judged again', async () => {
  const { ports, asked } = bench([read(BRIDGE_COVERAGE), read(BRIDGE_COVERAGE)]);
  await check([BRIDGE], [FEED], ports);
  const summary = await check([{ ...BRIDGE, claims: BRIDGE.claims.slice(1) }], [FEED], ports);
  expect(asked[1]).toEqual(NO_VALIDATORS);
  expect(summary.judged).toBe(10);
});

test('an item dated later than now waits for its time', async () => {
  const { ports, asked } = bench(
    [read(BRIDGE_COVERAGE), read(BRIDGE_COVERAGE)],
    null,
    '2026-03-04T00:00:00Z',
  );
  expect(await check([BRIDGE], [FEED], ports)).toMatchObject({ items: 4 });
  expect(
    await check([BRIDGE], [FEED], { ...ports, now: () => new Date('2026-03-09T00:00:00Z') }),
  ).toMatchObject({ judged: 6 });
  expect(asked[1]).toEqual(NO_VALIDATORS);
});

test('one feed’s failure stops no other, and is kept on the feed until it is well', async () => {
  const other = { id: 'g', url: 'http://g.example/' };
  const { ports, states } = bench([failedFor('timed out'), read(BRIDGE_COVERAGE), read([])]);
  const summary = await check([BRIDGE], [FEED, other], ports);
  expect(summary).toMatchObject({ failed: [{ feed: 'f', why: 'timed out' }], judged: 10 });
  expect(states.get('f')?.failure).toEqual({
    cause: 'broken',
    why: 'timed out',
    since: '2026-03-09T00:00:00.000Z',
    times: 1,
  });
  await check([BRIDGE], [FEED], ports);
  expect(states.get('f')?.failure).toBeNull();
});

describe('the same article in two feeds', () => {
  test('is one report', async () => {
    const other = { id: 'g', url: 'http://g.example/' };
    const { ports, writes } = bench([read(BRIDGE_COVERAGE.slice(0, 1)), read(BRIDGE_COVERAGE.slice(0, 1))]);
    await check([BRIDGE], [FEED, other], ports);
    expect(writes.filter((write) => write.startsWith('a '))).toHaveLength(1);
  });
});

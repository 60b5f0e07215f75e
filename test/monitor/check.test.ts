import { describe, expect, test } from 'vitest';
import type { Deadline } from '../../lib/model/deadline.ts';
import { NO_VALIDATORS } from '../../lib/model/feed.ts';
import { storyOf } from '../../lib/monitor/story.ts';
import { failedFor, outcomeOf, unchangedBy } from '../support/feed.ts';
import { bench, FEED, read, V1 } from '../support/played-check.ts';
import { BRIDGE, BRIDGE_COVERAGE, BRIDGE_STORY, item, told } from '../support/story.ts';

const OTHER = storyOf({ ...BRIDGE, story: 'other-story', claims: BRIDGE.claims.slice(0, 3) });

test('keeps items in the order in which they were said, records what they report, and notes the feed last', async () => {
  const { run, writes } = bench([read(BRIDGE_COVERAGE.toReversed())]);
  const summary = await run();
  expect(writes.slice(0, 2)).toEqual(['item island-bridge a', 'item island-bridge b']);
  expect(writes).toContain('a brandt-visit date');
  expect(writes.slice(-2)).toEqual(['memory f', 'state f']);
  expect(summary).toMatchObject({ feeds: 1, unchanged: 0, failed: [], items: 10, judged: 10 });
  expect(summary.changes).toBeLessThan(summary.evidence);
});

test('keeps what the gate lets through, and of all else no text', async () => {
  const { run, items, memories } = bench([read(BRIDGE_COVERAGE)]);
  await run();
  expect(items.map(({ guid }) => guid)).not.toContain('j');
  expect(items.map(({ guid }) => guid)).toContain('c');
  expect(memories.get('f')?.items).toHaveLength(10);
  expect(JSON.stringify(memories.get('f'))).not.toContain('Chess');
});

test('what takes too long is noted on its feed: an item is left for good, the rest of its feed is met again', async () => {
  const slow: Deadline = (items, work) =>
    items.map((each, i) =>
      i === 0
        ? { outcome: 'overrun', of: 'item' }
        : i < 8
          ? { outcome: 'done', result: work(each) }
          : { outcome: 'overrun', of: 'feed' },
    );
  const { run, items, states, memories, asked } = bench([read(BRIDGE_COVERAGE)], undefined, slow);
  expect(await run()).toMatchObject({ judged: 10, overruns: { length: 3 } });
  expect(items.map(({ guid }) => guid)).toEqual(['b', 'c', 'd', 'e', 'f', 'g', 'h']);
  expect(states.get('f')?.faults).toEqual([
    'items that take too long to judge are left out (1)',
    'its items take too long to judge: the next check goes on (2 left)',
  ]);
  const unjudged = memories.get('f')?.items.flatMap(({ id, isUnjudged }) => (isUnjudged ? [id] : []));
  expect(unjudged).toEqual(['i', 'j']);
  await run();
  expect(asked[1]).toEqual(NO_VALIDATORS);
});

test('an unchanged feed costs one write, of when it is asked next, and prepares no story', async () => {
  const { run, writes, asked, judged } = bench([read(BRIDGE_COVERAGE), unchangedBy(V1)]);
  await run();
  const [before, judgedBefore] = [writes.length, judged.length];
  const summary = await run();
  expect(writes.slice(before)).toEqual(['state f']);
  expect(judged).toHaveLength(judgedBefore);
  expect(asked).toEqual([NO_VALIDATORS, V1]);
  expect(summary).toMatchObject({ unchanged: 1, judged: 0, evidence: 0 });
});

test('of a document that grew, only the new item is judged', async () => {
  const { run } = bench([read(BRIDGE_COVERAGE.slice(1)), read(BRIDGE_COVERAGE)]);
  await run();
  expect(await run()).toMatchObject({ items: 10, judged: 1 });
});

test('an edited item is judged again, as of when its new text was first seen', async () => {
  const edited = BRIDGE_COVERAGE.map((each) =>
    each.guid === 'c' ? { ...each, title: 'Norhaven storm: death toll rises to 11' } : each,
  );
  const { run, items, clock } = bench([read(BRIDGE_COVERAGE), read(edited)]);
  await run();
  clock.now = '2026-03-09T08:00:00Z';
  expect(await run()).toMatchObject({ judged: 1, changes: 1 });
  expect(items.at(-1)).toMatchObject({
    guid: 'c',
    publishedAt: '2026-03-03T12:00:00.000Z',
    saidAt: '2026-03-09T08:00:00.000Z',
  });
});

describe('a changed story', () => {
  const changed = storyOf({ ...BRIDGE, claims: BRIDGE.claims.slice(1) });

  test('asks for the whole document, which is held against it and no other', async () => {
    const { run, asked, judged } = bench([read(BRIDGE_COVERAGE), read(BRIDGE_COVERAGE)]);
    await run([BRIDGE_STORY, OTHER]);
    judged.length = 0;
    expect(await run([changed, OTHER])).toMatchObject({ judged: 10 });
    expect(asked[1]).toEqual(NO_VALIDATORS);
    expect(judged.filter((line) => line.endsWith('other-story'))).toEqual([]);
    expect(judged).toHaveLength(10);
  });

  test('is not one of which only the feeds or the publisher changed', () => {
    const { article } = BRIDGE;
    const same = { ...BRIDGE, feeds: ['https://a.example/'], article: { ...article, publisher: 'Else' } };
    expect(storyOf(same).digest).toBe(BRIDGE_STORY.digest);
  });
});

describe('an item dated later than a replayed time', () => {
  test('waits for it, and is met again', async () => {
    const { run, asked, clock } = bench(
      [read(BRIDGE_COVERAGE), read(BRIDGE_COVERAGE)],
      '2026-03-04T00:00:00Z',
    );
    expect(await run([BRIDGE_STORY], [FEED], true)).toMatchObject({ items: 4 });
    clock.now = '2026-03-09T00:00:00Z';
    expect(await run([BRIDGE_STORY], [FEED], true)).toMatchObject({ judged: 6 });
    expect(asked[1]).toEqual(NO_VALIDATORS);
  });

  test('of a real check it is taken for undated, and judged now', async () => {
    const { run, items } = bench([read(BRIDGE_COVERAGE)], '2026-03-04T00:00:00Z');
    expect(await run()).toMatchObject({ items: 10, judged: 10 });
    expect(items.find(({ guid }) => guid === 'h')?.saidAt).toBe('2026-03-04T00:00:00.000Z');
  });
});

test('items that a feed still carries are kept for longer once half of their time is over', async () => {
  const { run, asked, writes, clock } = bench([
    read(BRIDGE_COVERAGE),
    read(BRIDGE_COVERAGE),
    unchangedBy(V1),
  ]);
  await run();
  const kept = writes.filter((write) => write.startsWith('item ')).length;
  clock.now = '2026-04-10T00:00:00Z';
  await run();
  expect(asked[1]).toEqual(NO_VALIDATORS);
  expect(writes.filter((write) => write.startsWith('item '))).toHaveLength(2 * kept);
  clock.now = '2026-04-11T00:00:00Z';
  await run();
  expect(asked[2]).not.toEqual(NO_VALIDATORS);
});

test('one feed’s failure stops no other, and is kept on the feed until it is well', async () => {
  const other = { id: 'g', url: 'http://g.example/' };
  const { run, states } = bench([failedFor('timed out'), read(BRIDGE_COVERAGE), read([])]);
  const summary = await run([BRIDGE_STORY], [FEED, other]);
  expect(summary).toMatchObject({ failed: [{ feed: 'f', why: 'timed out' }], judged: 10 });
  expect(states.get('f')?.failure).toEqual({
    cause: 'broken',
    why: 'timed out',
    since: '2026-03-09T00:00:00.000Z',
    times: 1,
  });
  await run();
  expect(states.get('f')?.failure).toBeNull();
});

describe('the same article in two feeds', () => {
  const other = { id: 'g', url: 'http://g.example/' };

  test('is one report', async () => {
    const { run, writes } = bench([read(BRIDGE_COVERAGE.slice(0, 1)), read(BRIDGE_COVERAGE.slice(0, 1))]);
    await run([BRIDGE_STORY], [FEED, other]);
    expect(writes.filter((write) => write.startsWith('a '))).toHaveLength(1);
  });

  test('counts from the earlier of two dates', async () => {
    const dated = item({ guid: 'x', title: 'Brandt to visit Norhaven on 12 March' });
    const undated = outcomeOf([{ ...told(dated), publishedAt: null }]);
    for (const outcomes of [
      [undated, read([dated])],
      [read([dated]), undated],
    ]) {
      const { run, items } = bench(outcomes);
      await run([BRIDGE_STORY], [FEED, other]);
      expect(items.map(({ saidAt }) => saidAt)).toEqual([dated.saidAt]);
    }
  });
});

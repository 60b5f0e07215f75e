import { expect, test } from 'vitest';
import { createGates } from '../../lib/compare/gates.ts';
import type { FeedOutcome } from '../../lib/model/feed.ts';
import { checkFeeds } from '../../lib/monitor/check.ts';
import { storyOf } from '../../lib/monitor/story.ts';
import { refOf } from '../../lib/monitor/story-ref.ts';
import { rulesReader } from '../../lib/readers/rules/reader.ts';
import { failedFor, unchangedBy } from '../support/feed.ts';
import { memoryRecords } from '../support/memory-records.ts';
import { judging } from '../support/model.ts';
import { read, V1 } from '../support/played-check.ts';
import { BRIDGE, BRIDGE_COVERAGE, BRIDGE_STORY } from '../support/story.ts';

/** What is asked, and of which stories anything is loaded. */

const NOW = new Date('2026-03-09T12:00:00Z');
const EARLIER = new Date('2026-03-09T11:45:00Z');
const feedOf = (path: string, host = 'paper.example') => {
  const url = `https://${host}/${path}`;
  return { id: url, url };
};

function newsroom(answer: (url: string) => FeedOutcome) {
  const kept = memoryRecords();
  const asked: string[] = [];
  const loaded: string[] = [];
  let stories = [BRIDGE_STORY];
  const check = (feeds: readonly { path: string; host?: string; askedAt?: Date }[], now = NOW) =>
    checkFeeds(
      feeds.map(({ path, host, askedAt }) => ({
        feed: feedOf(path, host),
        stories: [BRIDGE_STORY].map(refOf),
        askedAt,
      })),
      {
        records: kept.records,
        readFeed: async ({ url }) => {
          asked.push(url);
          return answer(url);
        },
        storiesOf: async (refs) => {
          loaded.push(...refs.map(({ slug }) => slug));
          return stories;
        },
        openGates: async () => createGates(),
        ...judging(rulesReader()),
        now: () => now,
        keepDays: 60,
      },
    );
  const watch = (watched: typeof stories) => {
    stories = watched;
  };
  return { ...kept, check, asked, loaded, watch };
}

test('a message that is older than the last check of its feed is dropped, without a request or a write', async () => {
  const { check, asked, writes } = newsroom(() => unchangedBy(V1));
  await check([{ path: 'a', askedAt: EARLIER }]);
  const before = writes.length;
  expect(await check([{ path: 'a', askedAt: EARLIER }])).toMatchObject({
    feeds: 0,
    left: [{ why: 'read since' }],
    failed: [],
  });
  expect(asked).toHaveLength(1);
  expect(writes).toHaveLength(before);
  // A later one is not, nor what is asked for by hand.
  await check([{ path: 'a', askedAt: new Date('2026-03-09T12:01:00Z') }]);
  await check([{ path: 'a' }]);
  expect(asked).toHaveLength(3);
});

test('nor is one that failed in between asked again; one that was read for other stories is', async () => {
  const failing = newsroom(() => failedFor('500'));
  await failing.check([{ path: 'a', askedAt: EARLIER }]);
  await failing.check([{ path: 'a', askedAt: EARLIER }]);
  expect(failing.asked).toHaveLength(1);
  const { check, asked, states } = newsroom(() => read(BRIDGE_COVERAGE));
  await check([{ path: 'a', askedAt: EARLIER }]);
  const [state] = states.values();
  if (!state) throw new Error('no state was kept');
  states.set(state.id, { ...state, judgedFor: 'others' });
  await check([{ path: 'a', askedAt: EARLIER }]);
  expect(asked).toHaveLength(2);
});

test('a host that wants to be left alone is, by every environment, until its time has come', async () => {
  const until = '2026-03-09T12:30:00.000Z';
  const { check, asked, writes } = newsroom((url) =>
    url.endsWith('/busy') ? failedFor('429', { cause: 'busy', notBefore: until }) : unchangedBy(V1),
  );
  await check([{ path: 'busy' }]);
  expect(writes).toContain('wait paper.example');
  const before = writes.length;
  const summary = await check([{ path: 'a' }, { path: 'b', host: 'other.example' }]);
  expect(summary).toMatchObject({ feeds: 1, left: [{ why: 'host waits' }] });
  expect(asked).toEqual(['https://paper.example/busy', 'https://other.example/b']);
  expect(writes.slice(before)).toEqual(['state https://other.example/b']);
  expect(await check([{ path: 'a' }], new Date(until))).toMatchObject({ feeds: 1, left: [] });
});

test('no story is loaded where nothing has changed, nor where a document has no news', async () => {
  const answers = [read(BRIDGE_COVERAGE), unchangedBy(V1), read(BRIDGE_COVERAGE.toReversed())];
  const { check, loaded } = newsroom(() => answers.shift() ?? unchangedBy(V1));
  await check([{ path: 'a' }]);
  expect(loaded).toEqual([BRIDGE.story]);
  await check([{ path: 'a' }]);
  expect(await check([{ path: 'a' }])).toMatchObject({ items: 10, judged: 0 });
  expect(loaded).toHaveLength(1);
});

test('a story that was edited since its feed was asked for is judged, and noted, as it is now', async () => {
  const { check, memories, states, watch } = newsroom(() => read(BRIDGE_COVERAGE));
  const edited = storyOf({ ...BRIDGE, claims: BRIDGE.claims.slice(1) });
  watch([edited]);
  await check([{ path: 'a' }]);
  const [memory] = memories.values();
  expect(memory?.judged).toEqual({ [BRIDGE.story]: edited.digest });
  // One that is not watched any more is judged and noted no more.
  watch([]);
  const { judged } = await check([{ path: 'a' }]);
  expect(judged).toBe(0);
  expect([...memories.values()][0]?.judged).toEqual({});
  expect([...states.values()]).toHaveLength(1);
});

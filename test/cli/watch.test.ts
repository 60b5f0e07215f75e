import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterEach, expect, test, vi } from 'vitest';
import type { OpenTable } from '../../lib/cli/table.ts';
import { storyOf } from '../../lib/monitor/story.ts';
import { useNewsroom } from '../support/newsroom.ts';
import { playWatch } from '../support/played-watch.ts';
import { BRIDGE, BRIDGE_COVERAGE } from '../support/story.ts';

/** Played days of a watch: by a clock of its own, over real HTTP, into a real table. */

useNewsroom();
// Some hundreds of looks, beside whatever else the machine does.
vi.setConfig({ testTimeout: 120_000 });
afterEach(() => rmSync('told.jsonl', { force: true }));

const DAY = { items: BRIDGE_COVERAGE, from: '2026-03-03T06:00:00.000Z', to: '2026-03-04T12:00:00.000Z' };
/** The first line of each change: `scheduled: brandt-visit: 5 March 2026`. */
const heads = (out: readonly string[]) => out.map((text) => text.split('\n')[0] ?? '');
const checks = (err: readonly string[]) => err.filter((line) => /^\d\d:\d\d {2}/.test(line));

test('a day and a morning: each change is told once and handed on once, one line a check', async () => {
  const { out, err, asked } = await playWatch({ ...DAY, exec: 'cat >> told.jsonl' });
  expect(heads(out)).toEqual([
    'scheduled: brandt-visit: 5 March 2026',
    'revised: storm-toll: 9 dead',
    'rescheduled: ferry-talks: 12 March 2026',
    'to check: responded: operator-silent: spoke on 4 March 2026',
  ]);
  expect(out[0]).toContain('“Brandt to visit Norhaven on Thursday”');
  expect(out[0]).toContain('scheduled: no date → 5 March 2026');
  const told = readFileSync('told.jsonl', 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(
    told.map(({ claim, record, type }) => `${type} ${claim.id} ${record.kind} ${record.certainty}`),
  ).toEqual([
    'claimwatch.change brandt-visit scheduled sure',
    'claimwatch.change storm-toll revised sure',
    'claimwatch.change ferry-talks rescheduled sure',
    'claimwatch.change operator-silent responded possible',
  ]);
  // A minute lies between two looks at the least, and no feed is asked each time.
  const times = checks(err).map((line) => line.slice(0, 5));
  expect(new Set(times).size).toBeGreaterThan(40);
  expect(checks(err).filter((line) => line.includes('1 change'))).not.toEqual([]);
  for (const own of asked.values()) {
    const gaps = own.slice(1).map((at, i) => Date.parse(at) - Date.parse(own[i] ?? ''));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(60_000);
    expect(own.length).toBeLessThan(600);
  }
});

test('a machine that sleeps for a day catches up when it wakes: each feed is asked once', async () => {
  const [from, to] = ['2026-03-03T10:00:00.000Z', '2026-03-04T11:00:00.000Z'] as const;
  const { out, asked } = await playWatch({ ...DAY, suspended: [from, to] });
  expect(heads(out)).toHaveLength(4);
  expect(heads(out)[0]).toBe('scheduled: brandt-visit: 5 March 2026');
  for (const times of asked.values()) {
    expect(times.filter((at) => at > from && at < to).length).toBeLessThanOrEqual(1);
    expect(times.filter((at) => at >= to && at < '2026-03-04T11:01:00.000Z')).toHaveLength(1);
  }
});

test('a feed that dies is told of once, and once when it is well again; the others go on', async () => {
  const { out, err, asked } = await playWatch({
    ...DAY,
    to: '2026-03-04T10:00:00.000Z',
    dead: { '/Coast-Radio': ['2026-03-03T12:30:00.000Z', '2026-03-03T23:00:00.000Z'] },
  });
  expect(err.filter((line) => line.includes('404'))).toHaveLength(1);
  expect(err.filter((line) => line.endsWith('it can be read again'))).toHaveLength(1);
  // It is asked ever less.
  const dead = (asked.get('/Coast-Radio') ?? []).filter(
    (at) => at >= '2026-03-03T12:30' && at < '2026-03-03T23:00',
  );
  expect(dead.length).toBeLessThan(8);
  expect(heads(out)).toContain('rescheduled: ferry-talks: 12 March 2026');
});

test('a command that fails is tried three times, its change printed once', async () => {
  writeFileSync('told.jsonl', '');
  const { out, err } = await playWatch({
    ...DAY,
    to: '2026-03-03T16:00:00.000Z',
    exec: 'cat >> told.jsonl; echo no room; exit 3',
  });
  expect(heads(out)).toHaveLength(2);
  expect(readFileSync('told.jsonl', 'utf8').trim().split('\n')).toHaveLength(6);
  expect(err).toContain('no room');
  expect(err).toContain('--exec failed: exit code 3, expected 0; given up after 3 tries');
});

test('goes on after a look that fails, judges nothing twice, and sees stories that are put meanwhile', async () => {
  let looks = 0;
  let feedStates: OpenTable['records']['feedStates'] | undefined;
  const judged = new Set<string | null>();
  const { out, err } = await playWatch({
    ...DAY,
    to: '2026-03-03T16:00:00.000Z',
    async looked(now, open) {
      looks += 1;
      judged.add((await open.records.story('island-bridge'))?.judged ?? null);
      const records: { feedStates: OpenTable['records']['feedStates'] } = open.records;
      feedStates ??= records.feedStates;
      if (looks === 2) records.feedStates = () => Promise.reject(new Error('the table is away'));
      if (looks === 3) records.feedStates = feedStates;
      if (looks === 6) {
        const other = {
          ...BRIDGE,
          story: 'other',
          article: { ...BRIDGE.article, url: 'https://o.example/' },
        };
        await open.records.saveStory(storyOf(other));
        expect(now.toISOString() < '2026-03-03T09:00').toBe(true);
      }
    },
  });
  expect(err).toContain('This look failed: the table is away. The next one is in a minute.');
  expect(looks).toBeGreaterThan(50);
  // It is judged by one reader, at the first look and not again.
  expect(judged.size).toBe(1);
  expect(heads(out)).toEqual([
    'scheduled: brandt-visit: 5 March 2026',
    'scheduled: brandt-visit: 5 March 2026',
    'revised: storm-toll: 9 dead',
    'revised: storm-toll: 9 dead',
  ]);
});

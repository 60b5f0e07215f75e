import { expect, test } from 'vitest';
import { NOTHING_JUDGED, type RunSummary } from '../../lib/monitor/check.ts';
import { leftParts } from '../../lib/view/run.ts';
import { checkLine } from '../../lib/view/watch.ts';

const WAITS = { feed: 'a', why: 'host waits' } as const;
const READ = { feed: 'b', why: 'read since' } as const;

test.each([
  [[], []],
  [[WAITS], ['1 left alone, as the host asks']],
  [
    [WAITS, READ, WAITS],
    ['2 left alone, as the host asks', '1 read by another check'],
  ],
])('feeds that were not asked: %j are told as %j', (left, told) => {
  expect(leftParts(left)).toEqual(told);
});

test('a look at which a host was left alone says so', () => {
  const summary: RunSummary = {
    feeds: 0,
    left: [WAITS],
    unchanged: 0,
    failed: [],
    items: 0,
    nextAt: null,
    judged: 0,
    ...NOTHING_JUDGED,
  };
  const times = { at: new Date('2026-03-03T10:00:00Z'), next: new Date('2026-03-03T10:15:00Z'), told: 0 };
  expect(checkLine(summary, times, 'UTC')).toMatch(
    /^10:00 {2}0 feeds, 1 left alone, as the host asks, nothing changed; next 10:15$/,
  );
});

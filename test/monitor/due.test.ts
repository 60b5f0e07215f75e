import { describe, expect, test } from 'vitest';
import { type FailureCause, type FeedState, NEVER } from '../../lib/model/feed.ts';
import { dueFeeds, isWell, takeTurns } from '../../lib/monitor/due.ts';
import { feedStateAt } from '../support/feed.ts';

/** Which feeds a scheduled check reads. */

const NOW = new Date('2026-03-09T12:00:00Z');
const at = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000).toISOString();
const failed = (cause: FailureCause, times: number, minutes: number) => ({
  failure: { cause, why: cause, since: at(-60), times },
  nextCheckAt: at(minutes),
});
const A = 'https://one.example/a';
const B = 'https://one.example/b';
const C = 'https://two.example/c';

function dueOf(states: Readonly<Record<string, Partial<FeedState>>>): string[] {
  const known = new Map(Object.entries(states).map(([url, change]) => [url, feedStateAt(url, change)]));
  return dueFeeds([A, B, C], known, NOW).toSorted();
}

describe('is due', () => {
  test.each<[string, Record<string, Partial<FeedState>>, string[]]>([
    ['what was never read', {}, [A, B, C]],
    ['what has come to its time', { [A]: { nextCheckAt: at(0) }, [B]: { nextCheckAt: at(1) } }, [A, C]],
    ['not what is gone', { [A]: { nextCheckAt: NEVER } }, [B, C]],
    ['no feed of a host that is busy', { [A]: failed('busy', 1, 10) }, [C]],
    ['those of a host that was busy', { [A]: failed('busy', 1, -1) }, [A, B, C]],
    ['the other feeds of a host that refused once', { [A]: failed('refused', 1, 30) }, [B, C]],
    ['none of a host that refused three times', { [A]: failed('refused', 3, 30) }, [C]],
    ['the other feeds of a host where one is broken', { [A]: failed('broken', 9, 30) }, [B, C]],
  ])('%s', (_what, states, due) => expect(dueOf(states)).toEqual(due));

  test('what a changed story asks for, before its time, unless it fails', () => {
    const states = new Map([
      [A, feedStateAt(A, { nextCheckAt: at(30) })],
      [B, feedStateAt(B, failed('broken', 1, 30))],
      [C, feedStateAt(C, { nextCheckAt: at(30) })],
    ]);
    expect(dueFeeds([A, B, C], states, NOW, new Set([A, B]))).toEqual([A]);
  });

  test.each<[string, string[], number, number, string[], string[]]>([
    ['all, where there is room', [A, B, C], 3, 2, [A, B, C], []],
    ['no more than one check reads', [A, B, C], 2, 2, [A, B], [C]],
    ['no more of one host than can be held apart', [A, B, C], 3, 1, [A, C], [B]],
    [
      'what this machine serves itself, as it comes',
      ['http://127.0.0.1:1/a', 'http://127.0.0.1:1/b'],
      3,
      1,
      ['http://127.0.0.1:1/a', 'http://127.0.0.1:1/b'],
      [],
    ],
  ])('takes turns: %s', (_what, due, most, mostOfHost, now, later) =>
    expect(takeTurns(due, { most, mostOfHost })).toEqual({ now, later }),
  );

  test('first what was not asked for longest', () => {
    const states = new Map([
      [A, feedStateAt(A, { checkedAt: at(-10) })],
      [C, feedStateAt(C, { checkedAt: at(-99) })],
    ]);
    expect(dueFeeds([A, B, C], states, NOW)).toEqual([B, C, A]);
  });
});

describe('is well', () => {
  test.each<[string, Partial<FeedState> | null, boolean]>([
    ['what was read and is not due yet', { nextCheckAt: at(5) }, true],
    ['what is a little late', { nextCheckAt: at(-40) }, true],
    ['not what missed three checks', { nextCheckAt: at(-50) }, false],
    ['not what failed', failed('broken', 1, 5), false],
    ['not what was never read', null, false],
  ])('%s', (_what, change, well) => {
    expect(isWell(change ? feedStateAt(A, change) : undefined, NOW, 15)).toBe(well);
  });
});

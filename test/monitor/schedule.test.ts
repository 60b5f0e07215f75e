import { describe, expect, test } from 'vitest';
import { type FailureCause, NEVER } from '../../lib/model/feed.ts';
import { afterAnswer, afterFailure, asksWhole, paceOf } from '../../lib/monitor/schedule.ts';
import { feedStateAt } from '../support/feed.ts';

/** When a feed is asked again, in minutes from now; a range where chance spreads it. */

const NOW = new Date('2026-03-09T12:00:00Z');
const FEED = { id: 'https://a.example/rss' };
const minutesUntil = (time: string) => (Date.parse(time) - NOW.getTime()) / 60_000;
const inMinutes = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000).toISOString();
const HOUR = 60;
const DAY = 24 * HOUR;

describe('after a failure', () => {
  test.each<[FailureCause, number, number, number]>([
    ['broken', 1, 15, 15],
    ['broken', 2, 30, 30],
    ['broken', 4, 2 * HOUR, 2 * HOUR],
    ['broken', 9, 6 * HOUR, 6 * HOUR],
    ['busy', 1, 15, 15],
    ['busy', 20, DAY, DAY],
    ['refused', 1, HOUR, HOUR],
    ['refused', 3, 4 * HOUR, 4 * HOUR],
    ['missing', 1, HOUR, HOUR],
    ['missing', 4, 27 * HOUR, 27 * HOUR],
    ['missing', 20, 7 * DAY, 7 * DAY],
    ['forbidden', 1, DAY, DAY],
  ])('%s, %i in a row: in %i minutes, or up to a quarter later', (cause, times, least) => {
    const wait = minutesUntil(afterFailure(FEED, cause, times, null, NOW));
    expect(wait).toBeGreaterThanOrEqual(least);
    expect(wait).toBeLessThanOrEqual(1.25 * least);
  });

  test('that is for good, never', () => expect(afterFailure(FEED, 'gone', 1, null, NOW)).toBe(NEVER));

  test('of a busy server by its own word, also where that is at once', () => {
    expect(afterFailure(FEED, 'busy', 5, inMinutes(2), NOW)).toBe(inMinutes(2));
    expect(afterFailure(FEED, 'busy', 5, inMinutes(0), NOW)).toBe(inMinutes(0));
  });

  test('many feeds that failed at once do not all come back at once', () => {
    const waits = Array.from({ length: 20 }, (_, i) => afterFailure({ id: `${i}` }, 'broken', 3, null, NOW));
    expect(new Set(waits).size).toBe(20);
  });
});

describe('after an answer', () => {
  const rhythm = (pace: number | null, silentFor = 0) => ({
    ...FEED,
    pace,
    changedAt: inMinutes(-silentFor),
  });

  test.each<[string, Parameters<typeof afterAnswer>[0], number]>([
    ['twelve times between two items', rhythm(HOUR), 5],
    ['of a daily feed', rhythm(DAY), 2 * HOUR],
    ['of a feed that is silent for two days, more rarely', rhythm(HOUR, 2 * DAY), 2 * HOUR],
    ['of a feed that is dead, once a day', rhythm(30 * DAY), DAY],
    ['of a feed without items, at any time', rhythm(null), 0],
  ])('%s', (_what, feed, most) => {
    const wait = minutesUntil(afterAnswer(feed, {}, null, NOW));
    expect(wait).toBeLessThanOrEqual(most);
    expect(wait).toBeGreaterThanOrEqual(0.8 * most);
  });

  test.each<[string, object, string | null, number]>([
    ['ttl', { minutes: 90 }, null, 90],
    ['what is fresh by its headers', {}, inMinutes(45), 45],
    ['the longest of both', { minutes: 90 }, inMinutes(45), 90],
    ['three of its items', { minutes: 99_999 }, inMinutes(9 * DAY), 3 * HOUR],
  ])('not before %s', (_what, asks, notBefore, minutes) => {
    expect(minutesUntil(afterAnswer(rhythm(HOUR), asks, notBefore, NOW))).toBe(minutes);
  });

  test('a feed whose items are not dated is believed, until its items have turned over', () => {
    const feed = rhythm(null);
    const missed = { since: inMinutes(-15), last: inMinutes(0), times: 1 };
    expect(minutesUntil(afterAnswer(feed, { minutes: 90 }, null, NOW))).toBe(90);
    expect(minutesUntil(afterAnswer({ ...feed, missed }, { minutes: 90 }, null, NOW))).toBe(10);
    expect(minutesUntil(afterAnswer(rhythm(30 * DAY), { minutes: 99_999 }, null, NOW))).toBe(DAY);
  });

  test.each<[string, number[], number]>([
    ['the next hour that is not skipped', [12, 13, 14], 3 * HOUR],
    ['all hours skipped count as none', Array.from({ length: 24 }, (_, i) => i), DAY],
  ])('%s', (_what, skipHours, minutes) => {
    expect(minutesUntil(afterAnswer(rhythm(null), { skipHours }, null, NOW))).toBe(minutes);
  });
});

describe('a feed’s rhythm', () => {
  const paceOfAges = (...minutes: number[]) =>
    paceOf(
      minutes.map((age) => inMinutes(-age)),
      NOW,
    );
  test.each<[string, number[], number | null]>([
    ['without items', [], null],
    ['one item an hour', [0, 60, 120, 180], 45],
    ['of its newest ten', [...Array.from({ length: 10 }, (_, i) => 10 * i), 99_999], 9],
    ['what is dated ahead does not count', [-600, 60], 60],
  ])('%s', (_what, ages, pace) => expect(paceOfAges(...ages)).toBe(pace));
});

describe('asks for the whole document', () => {
  test.each<[string, object, boolean]>([
    ['the first time', { wholeAt: null }, true],
    ['not within a day', { wholeAt: inMinutes(-23 * HOUR), changedAt: inMinutes(-23 * HOUR) }, false],
    [
      'after a day of "unchanged"',
      { wholeAt: inMinutes(-25 * HOUR), changedAt: inMinutes(-25 * HOUR) },
      true,
    ],
    [
      'rarely, where it is silent for weeks',
      { wholeAt: inMinutes(-2 * DAY), changedAt: inMinutes(-20 * DAY) },
      false,
    ],
    ['of a silent one after days', { wholeAt: inMinutes(-9 * DAY), changedAt: inMinutes(-60 * DAY) }, true],
  ])('%s', (_what, change, whole) => {
    expect(asksWhole(feedStateAt('https://a.example/rss', { pace: 60, ...change }), NOW)).toBe(whole);
  });
});

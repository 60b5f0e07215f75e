import { describe, expect, test } from 'vitest';
import { type FeedOutcome, type FeedState, NEVER, NO_VALIDATORS } from '../../lib/model/feed.ts';
import { addressOf, newState, nextState, validatorsFor } from '../../lib/monitor/feed-state.ts';
import { failedFor, outcomeOf, unchangedBy } from '../support/feed.ts';
import { item, told } from '../support/story.ts';

/** What is kept of a feed from one check to the next. */

const FEED = { id: 'https://a.example/rss', url: 'https://a.example/rss' };
const NEW = 'https://b.example/rss';
const START = Date.parse('2026-03-01T12:00:00Z');
const day = (n: number) => new Date(START + n * 24 * 3_600_000);
const HELD = { judgedFor: 'x', waits: false, isRenewed: false, isTurnedOver: false };
const KNOWN = { etag: '"1"', lastModified: null, digest: 'd' };

/** The state after these readings, one a day. */
function stateAfter(...readings: FeedOutcome[]): FeedState {
  return readings.reduce(
    (state, reading, i) => nextState(state, addressOf(FEED, state, day(i)), reading, HELD, day(i)),
    newState(FEED, 'x', day(0)),
  );
}
const read = (change: Parameters<typeof outcomeOf>[1] = {}) =>
  outcomeOf([told(item({ publishedAt: day(-1).toISOString() }))], { validators: KNOWN, ...change });

describe('a permanent redirect', () => {
  const moved = read({ movedTo: NEW });
  const addressAfter = (readings: FeedOutcome[]) =>
    addressOf(FEED, stateAfter(...readings), day(readings.length)).url;

  test.each<[string, FeedOutcome[], string]>([
    ['is followed at the old address for a week', Array(6).fill(moved), FEED.url],
    ['that held for a week is followed without asking there', Array(7).fill(moved), NEW],
    ['that was taken back counts for nothing', [...Array(5).fill(moved), read(), moved, moved], FEED.url],
    [
      'to another place starts anew',
      [...Array(5).fill(moved), ...Array(3).fill(read({ movedTo: 'https://c.example/' }))],
      FEED.url,
    ],
    ['is not forgotten for a failure', [...Array(6).fill(moved), failedFor('500'), moved], NEW],
    [
      'that leads nowhere is taken back',
      [...Array(8).fill(moved), failedFor('404', { cause: 'missing' })],
      FEED.url,
    ],
    [
      'that is followed stays so while the new address answers',
      [...Array(8).fill(moved), read(), read()],
      NEW,
    ],
  ])('%s', (_what, readings, url) => expect(addressAfter(readings)).toBe(url));

  test('the feed keeps its id', () => expect(stateAfter(...Array(9).fill(moved)).id).toBe(FEED.id));
});

describe('validators', () => {
  test('are those of the last whole answer; a failure leaves them alone', () => {
    expect(stateAfter(read(), failedFor('500')).validators).toEqual(KNOWN);
    expect(stateAfter(read(), unchangedBy(KNOWN)).validators).toEqual(KNOWN);
  });

  test('none where an item waits for its time', () => {
    const state = nextState(newState(FEED, 'x', day(0)), FEED, read(), { ...HELD, waits: true }, day(0));
    expect(state.validators).toEqual(NO_VALIDATORS);
  });

  test('none for other claims; the whole document once a day, lest a server says "unchanged" for ever', () => {
    const state = stateAfter(read());
    expect(validatorsFor(null, 'x', day(0))).toEqual(NO_VALIDATORS);
    expect(validatorsFor(state, 'other', day(0.5))).toEqual(NO_VALIDATORS);
    expect(validatorsFor(state, 'x', day(0.5))).toEqual(KNOWN);
    expect(validatorsFor(state, 'x', day(1.5))).toEqual({ etag: null, lastModified: null, digest: 'd' });
  });
});

describe('a failure', () => {
  test('stands since it began, and counts its times', () => {
    expect(stateAfter(read(), failedFor('500'), failedFor('timed out')).failure).toEqual({
      cause: 'broken',
      why: 'timed out',
      since: day(1).toISOString(),
      times: 2,
    });
  });

  test('is over with the next answer', () => {
    expect(stateAfter(failedFor('500'), unchangedBy(KNOWN)).failure).toBeNull();
    expect(stateAfter(failedFor('500'), read()).failure).toBeNull();
  });

  test('for good stops the feed', () => {
    expect(stateAfter(read(), failedFor('410', { cause: 'gone' })).nextCheckAt).toBe(NEVER);
  });
});

test('what a feed costs is counted, and what a 304 saved', () => {
  const readings = [
    read({ bytes: 5_000 }),
    unchangedBy(KNOWN, { bytes: 0 }),
    unchangedBy(KNOWN, { bytes: 0 }),
  ];
  expect(stateAfter(...readings).counts).toEqual({
    checks: 3,
    unchanged: 2,
    bytes: 5_000,
    saved: 10_000,
    size: 5_000,
  });
});

test('how it was read, and a few of its faults, are kept', () => {
  const faults = ['a', 'b', 'c', 'd', 'e', 'f'];
  expect(stateAfter(read({ stage: 'mended', faults }))).toMatchObject({
    stage: 'mended',
    faults: faults.slice(0, 5),
  });
});

test('when its items were last kept as a whole is noted: at first, and when they are renewed', () => {
  const first = stateAfter(read());
  const later = (isRenewed: boolean) =>
    nextState(first, FEED, read(), { ...HELD, isRenewed }, day(40)).keptAt;
  expect([first.keptAt, later(false), later(true)]).toEqual([
    day(0).toISOString(),
    day(0).toISOString(),
    day(40).toISOString(),
  ]);
});

test('that all its items were new is noted, how often, and forgotten after a week', () => {
  const turned = { ...HELD, isTurnedOver: true };
  const once = nextState(stateAfter(read()), FEED, read(), turned, day(1));
  const twice = nextState(once, FEED, read(), turned, day(2));
  const since = { since: day(1).toISOString(), last: day(2).toISOString(), times: 2 };
  const later = [5, 9].map((n) => nextState(twice, FEED, read(), HELD, day(n)).missed);
  expect([once.missed?.times, twice.missed, ...later]).toEqual([1, since, since, null]);
});

import picocolors from 'picocolors';
import { describe, expect, test } from 'vitest';
import type { FeedState } from '../../lib/model/feed.ts';
import { type Ailment, type Deployed, diagnose } from '../../lib/monitor/diagnosis.ts';
import { adviceOn, doctorView } from '../../lib/view/doctor.ts';
import { feedStateAt } from '../support/feed.ts';

const SCREEN = { width: 200, paint: picocolors.createColors(false), zone: 'UTC' };

/** What is wrong with a deployment as it can be seen from outside, in order, with the cure. */

const NOW = new Date('2026-03-09T12:00:00Z');
const at = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000).toISOString();
const url = (n: number) => `https://paper-${n}.example/rss?token=abc`;
const WELL: Partial<FeedState> = { checkedAt: at(-5), nextCheckAt: at(10) };
const FAILED: Partial<FeedState> = {
  ...WELL,
  failure: { cause: 'missing', why: `nothing is at ${url(0)}`, since: at(-2_000), times: 9 },
};

const ran = (minutesAgo: number, everyMinutes: number) => ({
  held: [],
  checkedAt: at(-minutesAgo),
  everyMinutes,
});
const deployed = (
  change: Partial<Deployed> = {},
  states: readonly Partial<FeedState>[] = [WELL],
): Deployed => ({
  status: 'UPDATE_COMPLETE',
  failures: new Map([['Failures', 0]]),
  alarmsTo: 1,
  unconfirmed: [],
  stories: [{ slug: 'bridge', isOlder: false, hasEnded: false }],
  urls: states.map((_, n) => url(n)),
  states: new Map(states.map((state, n) => [url(n), feedStateAt(url(n), state)])),
  notes: new Map(),
  operation: ran(10, 15),
  ...change,
});
const kindsOf = (given: Deployed) => diagnose(given, NOW).map(({ kind }) => kind);

describe('is wrong', () => {
  test.each<[string, Deployed, Ailment['kind'][]]>([
    ['nothing', deployed(), []],
    [
      'a deployment that was rolled back',
      deployed({ status: 'UPDATE_ROLLBACK_COMPLETE' }),
      ['stack not whole'],
    ],
    ['that no check was started for three intervals', deployed({ operation: ran(50, 15) }), ['no check']],
    ['not where checks are hours apart', deployed({ operation: ran(500, 240) }), []],
    ['that none was ever started', deployed({ operation: null }), ['no check']],
    ['not that a feed is slow', deployed({}, [{ checkedAt: at(-300), nextCheckAt: at(60) }]), []],
    ['not that a feed is gone for good', deployed({}, [{ ...WELL, nextCheckAt: 'never' }]), []],
    ['messages that failed', deployed({ failures: new Map([['FailedChecks', 2]]) }), ['failures wait']],
    ['a feed that has failed for a day', deployed({}, [FAILED, WELL]), ['feed fails']],
    [
      'not one whose failure is known',
      deployed(
        {
          notes: new Map([
            [
              url(0),
              {
                id: url(0),
                since: at(-2_000),
                toldAt: null,
                acknowledged: { by: 'ada', at: at(0), note: null },
              },
            ],
          ]),
        },
        [FAILED, WELL],
      ),
      [],
    ],
    ['an address that has not confirmed', deployed({ unconfirmed: ['ops@paper.example'] }), ['unconfirmed']],
    ['that nobody gets alarms', deployed({ alarmsTo: 0 }), ['nobody is told']],
    [
      'rows that an older version left',
      deployed({ stories: [{ slug: 'old', isOlder: true, hasEnded: false }] }),
      ['older rows'],
    ],
    [
      'that no story is watched any more',
      deployed({ stories: [{ slug: 'old', isOlder: false, hasEnded: true }], urls: [] }),
      ['nothing watched'],
    ],
    [
      'what its last dispatch has found',
      deployed({
        operation: {
          ...ran(10, 15),
          held: [
            { condition: { kind: 'feeds late', late: 9, read: 500 }, since: at(-60), toldAt: at(-30) },
            { condition: { kind: 'channel off', channel: 'hook' }, since: at(-60), toldAt: at(-30) },
          ],
        },
      }),
      ['condition', 'condition'],
    ],
    [
      'much, the gravest first',
      deployed({ status: 'CREATE_FAILED', failures: new Map([['Failures', 1]]), alarmsTo: 0 }, [FAILED]),
      ['stack not whole', 'failures wait', 'feed fails', 'nobody is told'],
    ],
  ])('%s', (_what, given, kinds) => expect(kindsOf(given)).toEqual(kinds));
});

const NAMED = { stack: 'Desk', table: 'Desk-Records', zone: 'UTC' };

test('each is told in words, with its cure, and without a feed’s secrets', () => {
  const ailments = diagnose(
    deployed({ status: 'UPDATE_ROLLBACK_COMPLETE', failures: new Map([['Failures', 1]]) }, [FAILED]),
    NOW,
  );
  const view = doctorView(ailments, NAMED, SCREEN);
  expect(view).toContain('1. The last deployment did not end well (UPDATE_ROLLBACK_COMPLETE)');
  expect(view).toContain('2. 1 message in the queue Failures');
  expect(view).toContain(
    '3. https://paper-0.example/rss?token=*** has failed since 2026-03-08 02:40 UTC: missing',
  );
  expect(view).not.toContain('abc');
  expect(doctorView([], NAMED, SCREEN)).toBe('Nothing is wrong with Desk.');
});

test('a deployment under way is not a failed one', () => {
  const [ailment] = diagnose(deployed({ status: 'UPDATE_IN_PROGRESS' }), NOW);
  if (!ailment) throw new Error('something is to be said');
  expect(adviceOn(ailment, NAMED)).toEqual({
    what: 'A deployment is under way (UPDATE_IN_PROGRESS)',
    cure: 'Wait until it has ended, then ask again.',
  });
});

import { describe, expect, test } from 'vitest';
import type { FeedState } from '../../lib/model/feed.ts';
import type { Condition, FailureNote, HeldCondition } from '../../lib/model/operation.ts';
import { conditionNews, conditionsOf, newlyFailing, type WorkSeen } from '../../lib/monitor/operation.ts';
import { feedStateAt } from '../support/feed.ts';

/** What is wrong with a deployment, when it is told, and when it is over. */

const NOW = new Date('2026-03-09T12:00:00Z');
const at = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000).toISOString();
const url = (n: number) => `https://paper-${n}.example/rss`;
const WELL: Partial<FeedState> = { checkedAt: at(-5), nextCheckAt: at(10), changedAt: at(-60) };
const failed = (minutes: number): Partial<FeedState> => ({
  ...WELL,
  failure: { cause: 'broken', why: 'broken', since: at(-minutes), times: 3 },
});
const note = (n: number, minutes: number, change: Partial<FailureNote> = {}): FailureNote => ({
  id: url(n),
  since: at(-minutes),
  toldAt: null,
  acknowledged: null,
  ...change,
});
const KNOWN = { acknowledged: { by: 'ada', at: at(-1), note: null } };

function work(states: readonly Partial<FeedState>[], change: Partial<WorkSeen> = {}): WorkSeen {
  return {
    urls: states.map((_, n) => url(n)),
    states: new Map(states.map((state, n) => [url(n), feedStateAt(url(n), state)])),
    notes: new Map(),
    turns: { read: 3, late: 0 },
    reading: null,
    channelsOff: [],
    everyMinutes: 15,
    ...change,
  };
}
const notes = (...all: FailureNote[]) => new Map(all.map((each) => [each.id, each]));
const READING = { unpaid: 0, waited: 0, usedPercent: 10 };

describe('is wrong', () => {
  test.each<[string, WorkSeen, Condition[]]>([
    ['nothing, where feeds are well', work([WELL, WELL]), []],
    ['nothing, where one of five fails', work([failed(90), WELL, WELL, WELL, WELL]), []],
    ['nothing without feeds', work([]), []],
    ['that no feed is well', work([failed(90), failed(20)]), [{ kind: 'no feed well', feeds: 2 }]],
    [
      'that feeds were not read when they should have been',
      work([{ ...WELL, nextCheckAt: at(-50) }]),
      [{ kind: 'no feed well', feeds: 1 }],
    ],
    [
      'that many feeds fail at once',
      work([failed(9), failed(9), WELL, WELL, WELL]),
      [{ kind: 'many feeds failing', failing: 2, feeds: 5 }],
    ],
    ['not one of three', work([failed(9), WELL, WELL]), []],
    [
      'not what was acknowledged',
      work([failed(90), failed(9), WELL, WELL, WELL], { notes: notes(note(0, 90, KNOWN)) }),
      [],
    ],
    [
      'what was acknowledged of an earlier failure',
      work([failed(90), failed(9), WELL, WELL, WELL], { notes: notes(note(0, 5_000, KNOWN)) }),
      [{ kind: 'many feeds failing', failing: 2, feeds: 5 }],
    ],
    [
      'that nothing is new for a day',
      work([
        { ...WELL, changedAt: at(-1_500) },
        { ...WELL, changedAt: at(-3_000) },
      ]),
      [{ kind: 'nothing new', since: at(-1_500) }],
    ],
    [
      'that feeds have to wait for their turn',
      work([WELL], { turns: { read: 500, late: 20 } }),
      [{ kind: 'feeds late', read: 500, late: 20 }],
    ],
    ['nothing of a model that reads', work([WELL], { reading: READING }), []],
    [
      'that a budget is nearly spent, and that items wait',
      work([WELL], { reading: { unpaid: 1_500, waited: 61, usedPercent: 80 } }),
      [
        { kind: 'budget nearly spent', percent: 80 },
        { kind: 'items unpaid', minutes: 1_500 },
        { kind: 'items wait', minutes: 61 },
      ],
    ],
    [
      'that a receiver has switched its channel off',
      work([WELL], { channelsOff: ['hook'] }),
      [{ kind: 'channel off', channel: 'hook' }],
    ],
  ])('%s', (_what, given, conditions) => expect(conditionsOf(given, NOW).conditions).toEqual(conditions));
});

describe('is told', () => {
  const NONE: Condition = { kind: 'no feed well', feeds: 2 };
  const OFF = (channel: string): Condition => ({ kind: 'channel off', channel });
  const BUDGET: Condition = { kind: 'budget nearly spent', percent: 80 };
  const held = (condition: Condition, minutes: number, toldAt: string | null): HeldCondition => ({
    condition,
    since: at(-minutes),
    toldAt,
  });
  const news = (
    conditions: readonly Condition[],
    kept: readonly HeldCondition[],
    unknown: Condition['kind'][] = [],
  ) => {
    const { begun, over } = conditionNews({ conditions, unknown }, kept, { now: NOW, everyMinutes: 15 });
    return [begun.map(({ condition }) => condition.kind), over.map(({ condition }) => condition.kind)];
  };
  test.each<[string, readonly Condition[], readonly HeldCondition[], string[][]]>([
    ['what need not last at once', [BUDGET], [], [['budget nearly spent'], []]],
    ['what may pass not at once', [NONE], [], [[], []]],
    ['what has lasted for three checks', [NONE], [held(NONE, 30, null)], [['no feed well'], []]],
    ['what was told not again', [NONE], [held(NONE, 60, at(-30))], [[], []]],
    [
      'what is over and lasted, once it is over for as long',
      [],
      [{ ...held(NONE, 90, at(-60)), goneSince: at(-30) }],
      [[], ['no feed well']],
    ],
    ['not at once that it is over', [], [held(NONE, 90, at(-60))], [[], []]],
    ['at once what need not last', [], [held(BUDGET, 60, at(-60))], [[], ['budget nearly spent']]],
    [
      'a second channel that is off',
      [OFF('a'), OFF('b')],
      [held(OFF('a'), 60, at(-60))],
      [['channel off'], []],
    ],
    ['not that what nobody was told of is over', [], [held(NONE, 10, null)], [[], []]],
    ['what is worse not again', [{ ...BUDGET, percent: 99 }], [held(BUDGET, 60, at(-60))], [[], []]],
  ])('%s', (_what, found, kept, told) => expect(news(found, kept)).toEqual(told));
});

test('what can’t be told while something worse holds is neither over nor news', () => {
  const many: Condition = { kind: 'many feeds failing', failing: 2, feeds: 5 };
  const kept = [{ condition: many, since: at(-90), toldAt: at(-60) }];
  const found = conditionsOf(work([failed(90), failed(90), failed(90), failed(90)]), NOW);
  expect(found.conditions.map(({ kind }) => kind)).toEqual(['no feed well']);
  const { over, held } = conditionNews(found, kept, { now: NOW, everyMinutes: 15 });
  expect(over).toEqual([]);
  expect(held.map(({ condition }) => condition.kind)).toEqual(['no feed well', 'many feeds failing']);
});

describe('a failing feed is news', () => {
  test.each<[string, number, FailureNote | null, boolean]>([
    ['after a day', 1_441, null, true],
    ['not before', 1_400, null, false],
    ['not when it was told', 2_000, note(0, 2_000, { toldAt: at(-500) }), false],
    ['not when it was acknowledged', 2_000, note(0, 2_000, KNOWN), false],
    ['when an earlier failure was told', 2_000, note(0, 9_000, { toldAt: at(-8_000) }), true],
  ])('%s', (_what, minutes, told, isNews) => {
    const given = work([failed(minutes), WELL], { notes: told ? notes(told) : new Map() });
    expect(newlyFailing(given, NOW)).toHaveLength(isNews ? 1 : 0);
  });
});

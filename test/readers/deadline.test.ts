import { describe, expect, test } from 'vitest';
import type { Timed } from '../../lib/model/deadline.ts';
import { createDeadline } from '../../lib/readers/deadline.ts';
import { rulesReader } from '../../lib/readers/rules/reader.ts';
import { BRIDGE, BRIDGE_COVERAGE } from '../support/story.ts';

const endless = (): never => {
  for (;;) ''.length;
};
const said = (timed: readonly Timed<unknown>[]) =>
  timed.map((each) => (each.outcome === 'done' ? each.result : `over: ${each.of}`));

describe('a deadline', () => {
  test('lets through what is quick, in order', () => {
    expect(said(createDeadline()([1, 2, 3], (n) => n * 2))).toEqual([2, 4, 6]);
  });

  test('breaks off an item that takes too long, and goes on with the next', () => {
    const deadline = createDeadline({ itemMs: 100, feedMs: 60_000 });
    expect(said(deadline([1, 2, 3], (n) => (n === 2 ? endless() : n)))).toEqual([1, 'over: item', 3]);
  });

  test('has one time for all calls together, where that is wanted', () => {
    const deadline = createDeadline({ itemMs: 100, feedMs: 60_000, totalMs: 350 });
    expect(said(deadline([1, 2], (n) => (n === 2 ? endless() : n)))).toEqual([1, 'over: item']);
    expect(said(deadline([1, 2, 3, 4], endless)).at(-1)).toBe('over: feed');
    expect(said(deadline([4], (n) => n))).toEqual(['over: feed']);
  });

  test('condemns nothing that had not all the time to itself', () => {
    const deadline = createDeadline({ itemMs: 300, feedMs: 60_000 });
    const busy = (ms: number) => {
      const end = performance.now() + ms;
      while (performance.now() < end) '';
      return ms;
    };
    expect(said(deadline([150, 200, 200, 150], busy))).toEqual([150, 200, 200, 150]);
  });

  test('breaks off a pattern that backtracks', () => {
    const deadline = createDeadline({ itemMs: 100, feedMs: 60_000 });
    const text = `${'a'.repeat(40)}b`;
    expect(said(deadline([text], (each) => /^(?:a+)+$/.test(each)))).toEqual(['over: item']);
  });

  test('leaves the rest of a feed whose items take too long together', () => {
    const deadline = createDeadline({ itemMs: 100, feedMs: 250 });
    const timed = said(deadline([1, 2, 3, 4, 5, 6], endless));
    expect(timed.slice(0, 2)).toEqual(['over: item', 'over: item']);
    expect(timed.slice(-2)).toEqual(['over: feed', 'over: feed']);
  });

  test('hands on what the work throws', () => {
    expect(() =>
      createDeadline()([1], () => {
        throw new TypeError('broken');
      }),
    ).toThrow(new TypeError('broken'));
  });
});

test('an item that the rules take too long for is not judged, and the others are', async () => {
  const [slow, quick] = BRIDGE_COVERAGE;
  if (!slow || !quick) throw new Error('the story has coverage');
  const reader = rulesReader((items, work) =>
    items.map((each, i) =>
      i === 0 ? { outcome: 'overrun', of: 'item' } : { outcome: 'done', result: work(each) },
    ),
  );
  const { story, article, claims } = BRIDGE;
  const answers = await reader.read([slow, quick].map((item) => ({ story, article, claims, item })));
  expect(answers).toMatchObject([
    { outcome: 'failed', why: 'it takes too long to judge', retry: false, overran: 'item' },
    { outcome: 'read', findings: [{ claimId: 'brandt-visit' }] },
  ]);
});

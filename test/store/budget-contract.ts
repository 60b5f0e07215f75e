import { describe, expect, test } from 'vitest';
import type { Records } from '../../lib/monitor/ports.ts';

const DAY = '2026-03-05';
const LIMITS = { all: 1_000, story: 600 };

/** How money is held and spent, in every store. */
export function budgetContract(open: () => Records): void {
  const reserve = (
    story: string,
    most: number,
    limits: { all: number | null; story: number | null } = LIMITS,
  ) => open().reserve(story, DAY, most, limits);
  const today = async () => (await open().budgetsOf([DAY]))[0];

  describe('a budget', () => {
    test('holds the most that a request may cost, and counts what it did', async () => {
      const held = await reserve('bridge', 500);
      if (!held) throw new Error('there is room');
      expect(await today()).toEqual({
        day: DAY,
        all: { spent: 0, held: 500, batch: 0, limit: 1_000 },
        stories: new Map([['bridge', { spent: 0, held: 500, batch: 0, limit: 600 }]]),
      });
      for (let twice = 0; twice < 2; twice += 1) await open().settle(held, 120);
      expect((await today())?.all).toEqual({ spent: 120, held: 0, batch: 0, limit: 1_000 });
      expect((await today())?.stories.get('bridge')).toMatchObject({ spent: 120, held: 0 });
    });

    test.each([
      ['all stories together', 'ferry', 501],
      ['the story', 'bridge', 101],
    ])('leaves no room beyond the limit of %s', async (_whose, story, most) => {
      await reserve('bridge', 500);
      expect(await reserve(story, most)).toBeNull();
      expect(await reserve(story, most - 1)).not.toBeNull();
    });

    test('is never passed by many at once', async () => {
      const held = await Promise.all(Array.from({ length: 20 }, (_, i) => reserve(`story-${i}`, 90)));
      expect(held.filter(Boolean)).toHaveLength(11);
      expect((await today())?.all.held).toBe(990);
    });

    test('without a limit counts all the same', async () => {
      const held = await reserve('bridge', 5e6, { all: null, story: null });
      if (!held) throw new Error('there is room');
      await open().settle(held, 4e6);
      expect((await today())?.all).toEqual({ spent: 4e6, held: 0, batch: 0, limit: null });
    });

    test('is another one each day; what batches cost stands beside it', async () => {
      await reserve('bridge', 600);
      expect(await open().reserve('bridge', '2026-03-06', 600, LIMITS)).not.toBeNull();
      await open().noteBatch('bridge', DAY, 70);
      await open().noteBatch('ferry', DAY, 30);
      const days = await open().budgetsOf(['2026-03-04', DAY, '2026-03-06']);
      expect(days.map(({ day, all }) => [day, all.batch, all.held])).toEqual([
        ['2026-03-06', 0, 600],
        [DAY, 100, 600],
      ]);
      expect([...(days[1]?.stories.keys() ?? [])]).toEqual(['bridge', 'ferry']);
    });
  });
}

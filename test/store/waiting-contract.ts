import { describe, expect, test } from 'vitest';
import type { Records } from '../../lib/monitor/ports.ts';
import type { TakenItem } from '../../lib/monitor/waiting-port.ts';
import { item } from '../support/story.ts';

const STORY = 'island-bridge';
const UNTIL = new Date('2030-01-01T00:00:00Z');
const at = (time: string) => new Date(`2026-03-05T${time}:00Z`);
const ONE = item({ guid: 'one', title: 'Brandt visits “Norhaven” 🏝️' });
const TWO = item({ guid: 'two', title: 'Toll rises to 9' });
const NOTED = { why: 'down', tries: 1, isAlone: true, isAgain: false };

/** How items wait for their reader, in every store. */
export function waitingContract(open: () => Records): void {
  const keep = (each = ONE, since = at('09:00')) => open().keepItem(STORY, each, UNTIL, since);
  const keys = () => open().waitingKeys(STORY);
  const queue = async () =>
    (await keys()).map(({ itemId, since, waitsFor }) => [itemId, since.slice(11, 16), waitsFor]);
  const take = async (now: string, until: string, isBatch = false): Promise<TakenItem> => {
    const [key] = await keys();
    const taken = key && (await open().take(key, at(now), at(until), isBatch));
    if (!taken) throw new Error('an item waits');
    return taken;
  };
  const takesNone = async (now: string) => {
    const [key] = await keys();
    return key ? open().take(key, at(now), at('23:00')) : null;
  };

  describe('waiting items', () => {
    test('stand in the queue of their story, oldest first; those that are judged at once in none', async () => {
      await keep(TWO, at('10:00'));
      await keep(ONE, at('09:00'));
      await open().keepItem('island', ONE, UNTIL, at('08:00'));
      await open().keepItem(STORY, item({ guid: 'three', title: 'Three' }), UNTIL, null);
      expect(await queue()).toEqual([
        [ONE.id, '09:00', 'reading'],
        [TWO.id, '10:00', 'reading'],
      ]);
      expect((await open().waitingKeys(null)).map(({ story }) => story).toSorted()).toEqual([
        'island',
        STORY,
        STORY,
      ]);
    });

    // The embedded table tells rows of the same place in its index apart by six digits of a digest, which these two share.
    test('are all in the queue that came at the same time', async () => {
      for (const guid of ['twin-1600', 'twin-5911']) await keep(item({ guid, title: 'Toll rises' }));
      expect((await keys()).map(({ itemId }) => itemId).toSorted()).toEqual(['twin-1600', 'twin-5911']);
    });

    test('are told that they came to wait, once', async () => {
      expect([await keep(), await keep()]).toEqual([true, false]);
    });

    test('are taken by one alone, until the lease is over', async () => {
      await keep();
      const [key] = await keys();
      if (!key) throw new Error('an item waits');
      const taken = await Promise.all([1, 2, 3, 4].map(() => open().take(key, at('10:00'), at('10:05'))));
      expect(taken.filter(Boolean)).toMatchObject([
        { item: ONE, tries: 0, why: '', isAgain: false, isAlone: false },
      ]);
      expect(await takesNone('10:04')).toBeNull();
      expect(await takesNone('10:05')).not.toBeNull();
    });

    test('wait no more once they were judged', async () => {
      await keep();
      await open().noteRead(await take('10:00', '10:05'));
      expect([await queue(), await open().waitingItems(STORY, at('10:00'))]).toEqual([[], []]);
      expect(await open().keptItems(STORY, at('10:00'))).toEqual([ONE]);
      expect(await open().judgedVersions(STORY, ONE.id, at('10:00'))).toEqual([ONE]);
    });

    test('that could not be judged go back to their place, with the reason', async () => {
      await keep();
      await open().noteUnread(
        await take('10:00', '10:05'),
        { ...NOTED, tries: 0, waitsFor: 'provider' },
        at('10:01'),
      );
      expect(await queue()).toEqual([[ONE.id, '09:00', 'provider']]);
      expect(await open().waitingItems(STORY, at('10:00'))).toEqual([
        { item: ONE, tries: 0, why: 'down', waitsFor: 'provider' },
      ]);
      expect(await take('10:01', '10:05')).toMatchObject({ tries: 0, why: 'down', isAlone: true });
      expect(await open().judgedVersions(STORY, ONE.id, at('10:00'))).toEqual([]);
    });

    test('that are given up leave the queue, and are told of', async () => {
      await keep();
      await open().noteUnread(
        await take('10:00', '10:05'),
        { ...NOTED, tries: 5, waitsFor: null },
        at('10:01'),
      );
      expect(await queue()).toEqual([]);
      expect(await open().waitingItems(STORY, at('10:00'))).toMatchObject([{ tries: 5, waitsFor: null }]);
    });

    test('remember that they were judged meanwhile', async () => {
      await keep();
      await open().noteUnread(
        await take('10:00', '10:05'),
        { ...NOTED, waitsFor: 'budget', isAgain: true },
        at('10:01'),
      );
      expect(await take('10:01', '10:05')).toMatchObject({ isAgain: true });
    });

    test('are put off where nobody has them in hand', async () => {
      await keep();
      const [key] = await keys();
      if (!key) throw new Error('an item waits');
      await open().putOff(key, 'budget', 'no room', at('09:30'));
      // It has not waited for that until now.
      expect(await queue()).toEqual([[ONE.id, '09:30', 'budget']]);
      await take('10:00', '10:05');
      await open().putOff(key, 'provider', 'down', at('10:01'));
      expect(await queue()).toEqual([[ONE.id, '09:30', 'budget']]);
    });

    test.each(['read', 'unread'])(
      'that wait again keep waiting, whatever one who had them in hand notes: %s',
      async (outcome) => {
        await keep();
        const taken = await take('10:00', '10:05');
        await open().waitAgain(STORY, ONE, at('10:01'));
        if (outcome === 'read') await open().noteRead(taken);
        else await open().noteUnread(taken, { ...NOTED, waitsFor: null }, at('10:02'));
        expect(await queue()).toEqual([[ONE.id, '10:01', 'reading']]);
        expect(await take('10:02', '10:05')).toMatchObject({ isAgain: true, tries: 0 });
      },
    );

    test('that were judged wait again with the story; what is gone does not come back', async () => {
      await open().keepItem(STORY, ONE, UNTIL, null);
      await open().waitAgain(STORY, ONE, at('10:01'));
      await open().waitAgain(STORY, TWO, at('10:01'));
      expect(await queue()).toEqual([[ONE.id, '10:01', 'reading']]);
      await open().stopWaiting(STORY, ONE);
      expect(await queue()).toEqual([]);
    });

    test('that are dated earlier keep what was noted of them, and wait anew', async () => {
      await keep();
      const noted = { ...NOTED, tries: 2, waitsFor: 'reading' } as const;
      await open().noteUnread(await take('10:00', '10:05'), noted, at('10:01'));
      const earlier = { ...ONE, saidAt: '2026-03-01T00:00:00.000Z' };
      expect(await keep(earlier, at('10:02'))).toBe(true);
      expect(await take('10:03', '10:05')).toMatchObject({ item: earlier, tries: 2, isAgain: true });
    });

    test('in hand are marked as judged, and tell whoever lost them', async () => {
      await keep();
      const taken = await take('10:00', '10:05');
      expect(await open().noteAgain(taken)).toBe(true);
      await open().waitAgain(STORY, ONE, at('10:01'));
      const unread = { ...NOTED, waitsFor: 'reading' } as const;
      expect([
        await open().noteAgain(taken),
        await open().noteRead(taken),
        await open().noteUnread(taken, unread, at('10:02')),
      ]).toEqual([false, false, false]);
    });

    test('are held for a batch until its time is over, or its answer came', async () => {
      await keep();
      await take('10:00', '22:00', true);
      expect(await queue()).toEqual([[ONE.id, '22:00', 'batch']]);
      expect(await takesNone('21:59')).toBeNull();
      const [key] = await keys();
      if (!key) throw new Error('an item waits');
      await open().endBatch(key, 'the batch failed', at('12:00'));
      expect(await queue()).toEqual([[ONE.id, '12:00', 'reading']]);
      expect(await take('12:01', '12:05')).toMatchObject({ why: 'the batch failed' });
      await open().endBatch(key, 'another answer', at('12:02'));
      expect(await takesNone('12:03')).toBeNull();
    });

    test('that are gone by their time are not taken', async () => {
      await open().keepItem(STORY, ONE, at('09:30'), at('09:00'));
      expect(await takesNone('10:00')).toBeNull();
    });
  });
}

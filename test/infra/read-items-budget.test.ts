import { describe, expect, test } from 'vitest';
import { at, failedOf } from '../support/deployed.ts';
import {
  budgetOf,
  DOWN,
  dayOf,
  expectWhole,
  hour,
  last,
  mostAsked,
  play,
  played,
  REQUEST_COST,
  readNow,
  tick,
  useReading,
  waiting,
  watch,
} from '../support/played-reading.ts';
import { BRIDGE } from '../support/story.ts';

/** In millionths of a dollar; a request of these stories may cost some 17,000 at the most, and does cost 2,500. */
const LIMIT = 100_000;
useReading({ dailyBudget: LIMIT / 1e6 }, '/claimwatch/provider-key');

describe('read-items', { timeout: 60_000 }, () => {
  test('a budget that is spent at noon lets the rest wait for the next day', async () => {
    const limit = 30_000;
    await watch(BRIDGE.story, { dailyBudget: limit / 1e6 });
    await play(0, 24, 120);
    const spent = played.provider.sent.length * REQUEST_COST;
    expect(spent).toBeGreaterThan(0);
    expect(spent).toBeLessThanOrEqual(limit);
    expect((await budgetOf(dayOf()))?.stories.get(BRIDGE.story)).toMatchObject({
      spent,
      held: 0,
      limit,
    });
    const left = await waiting();
    expect(left.length).toBeGreaterThan(5);
    expect(new Set(left.map(({ waitsFor }) => waitsFor))).toEqual(new Set(['budget']));
    // It is no trouble until it has lasted a day.
    expect(last('OldestWait')).toBe(0);
    expect(last('OldestUnpaid')).toBeGreaterThan(6 * 60);
    expect(last('BudgetUsed')).toBeLessThanOrEqual(100);
    for (let day = 1; day <= 4; day += 1) await tick(hour(24 * day));
    await expectWhole();
    expect(mostAsked()).toBe(1);
  });

  test('functions side by side at the last cent: one asks, the other waits', async () => {
    // Room for one request, and for no second one before the first is settled.
    const limit = 25_000;
    await watch(BRIDGE.story, { dailyBudget: limit / 1e6 });
    played.fault = () => DOWN;
    await tick(hour(1));
    played.fault = null;
    played.provider.sent.length = 0;
    const [one, two] = await Promise.all([readNow(BRIDGE.story, 1), readNow(BRIDGE.story, 2)]);
    expect([...failedOf(one), ...failedOf(two)]).toEqual([]);
    expect(played.provider.sent.length * REQUEST_COST).toBeLessThanOrEqual(limit);
    expect(mostAsked()).toBe(1);
    const { spent = 0, held } = (await budgetOf(dayOf()))?.all ?? {};
    expect([spent, held]).toEqual([played.provider.sent.length * REQUEST_COST, 0]);
  });

  test('many functions for many stories never pass the limit of all', async () => {
    const slugs = Array.from({ length: 12 }, (_, i) => `island-${i}`);
    for (const slug of slugs) await watch(slug);
    played.fault = () => DOWN;
    await tick(hour(1));
    played.fault = null;
    played.provider.sent.length = 0;
    await Promise.all(slugs.map((slug, n) => readNow(slug, n)));
    const spent = played.provider.sent.length * REQUEST_COST;
    expect(spent).toBeGreaterThan(0);
    expect(spent).toBeLessThanOrEqual(LIMIT);
    expect((await budgetOf(dayOf()))?.all).toMatchObject({ spent, held: 0 });
  });

  test('a crash before the money is settled leaves it held: the limit holds', async () => {
    await watch();
    at.aws.fault = ({ action, body }) =>
      action === 'dynamodb:UpdateItem' && body.includes('REMOVE #held')
        ? { status: 400, error: 'ValidationException' }
        : null;
    await tick(hour(1));
    const { spent, held = 0 } = (await budgetOf(dayOf()))?.all ?? {};
    expect(spent).toBe(0);
    expect(held).toBeGreaterThan(REQUEST_COST);
  });
});

import { describe, expect, test } from 'vitest';
import { PROVIDER_KEY } from '../support/aws.ts';
import { at, invoke, kept, measured, storyMessage, told } from '../support/deployed.ts';
import { mayDoWhatItDoes } from '../support/permissions.ts';
import {
  askedCounts,
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
  setClock,
  tick,
  titlesIn,
  useReading,
  waiting,
  watch,
} from '../support/played-reading.ts';
import { startProvider } from '../support/provider.ts';
import { BRIDGE } from '../support/story.ts';

/** In millionths of a dollar; a request of these stories may cost some 17,000 at the most, and does cost 2,500. */
const LIMIT = 100_000;
useReading({ dailyBudget: LIMIT / 1e6 }, '/claimwatch/provider-key');

describe('read-items', { timeout: 60_000 }, () => {
  test('reads what waits: each item once, and counts what it cost', async () => {
    await watch();
    await play(0, 28, 240);
    await expectWhole();
    expect(mostAsked()).toBe(1);
    const { all } = (await budgetOf(dayOf())) ?? {};
    expect(all).toMatchObject({ held: 0, batch: 0, limit: LIMIT });
    const requests = played.provider.sent.length;
    const second = (await budgetOf(dayOf(1)))?.all.spent ?? 0;
    expect((all?.spent ?? 0) + second).toBe(requests * REQUEST_COST);
    expect(measured('ModelRequests')).toBe(requests);
    expect(measured('ModelDollars')).toBeCloseTo((requests * REQUEST_COST) / 1e6);
    expect(last('OldestWait')).toBe(0);
  });

  test('while the provider is down for a day feeds are read, items wait, and nothing is lost', async () => {
    await watch();
    played.fault = () => DOWN;
    await play(0, 24, 120);
    expect(await kept()).toEqual([]);
    expect(await waiting()).toHaveLength(23);
    expect(new Set((await waiting()).map(({ waitsFor }) => waitsFor))).toEqual(new Set(['provider']));
    expect((await waiting())[0]?.why).toContain('503');
    expect([last('OldestWait'), last('OldestUnpaid')]).toEqual([22 * 60, 0]);
    expect((await budgetOf(dayOf()))?.all).toMatchObject({ spent: 0, held: 0 });
    played.fault = null;
    played.provider.sent.length = 0;
    await tick(hour(24));
    await expectWhole();
    expect(mostAsked()).toBe(1);
  });

  test('a crash between answer and write: asked again is only what was in flight, and its money stays counted', async () => {
    await watch();
    setClock(hour(3));
    at.aws.fault = ({ action, body }) =>
      action === 'dynamodb:PutItem' && body.includes('ANSWER#')
        ? { status: 400, error: 'ValidationException' }
        : null;
    await tick(hour(3));
    const inFlight = new Set(played.provider.sent.flatMap(titlesIn));
    expect(inFlight.size).toBeGreaterThan(0);
    expect(await kept()).toEqual([]);
    at.aws.fault = () => null;
    // Until the lease is over nobody else takes them.
    await tick(hour(3) + 60_000);
    expect(await kept()).toEqual([]);
    await play(4, 28, 240);
    await expectWhole();
    for (const [title, count] of askedCounts())
      expect(count).toBeLessThanOrEqual(inFlight.has(title) ? 2 : 1);
  });

  test('an edited story asks about its kept items again', async () => {
    await watch();
    await tick(hour(2));
    const before = played.provider.sent.length;
    const claims = [...BRIDGE.claims, { id: 'toll-again', text: 'The storm on Norhaven killed 7 people.' }];
    await watch(BRIDGE.story, { claims });
    await tick(hour(3));
    expect(played.provider.sent.length).toBeGreaterThan(before);
    expect(mostAsked()).toBe(2);
    await tick(hour(3) + 60_000);
    expect(mostAsked()).toBe(2);
    expect(await waiting()).toEqual([]);
  });

  test('the key goes to the provider alone: it is in no log, metric, row or template', async () => {
    await watch();
    played.fault = () => ({ status: 401, body: { error: { message: `who is ${PROVIDER_KEY}?` } } });
    await tick(hour(1));
    expect(played.provider.sent[0]?.headers.authorization).toBe(`Bearer ${PROVIDER_KEY}`);
    expect((await waiting())[0]?.why).toContain('refused the key');
    const written = at.aws.calls.map(({ body }) => body).join('\n');
    for (const text of [JSON.stringify(told), written, JSON.stringify(at.deployment.template.toJSON())])
      expect(text).not.toContain(PROVIDER_KEY);
    expect(JSON.stringify(told)).not.toContain('death toll');
  });

  test('a baseline from elsewhere sends the key to no other provider', async () => {
    const other = await startProvider();
    await watch(BRIDGE.story, { reader: `openai:${other.url}/v1#gpt-6-luna` });
    await tick(hour(1));
    expect([other.sent.length, played.provider.sent.length > 0]).toEqual([0, true]);
    expect(told.some(({ message }) => String(message).includes('names a reader that it may not have'))).toBe(
      true,
    );
    await other.close();
  });

  test('a new key counts at once; one that cannot be read gives the messages back', async () => {
    await watch();
    played.fault = () => DOWN;
    await tick(hour(1));
    at.aws.fault = ({ action }) =>
      action.startsWith('ssm:') ? { status: 400, error: 'ParameterNotFound' } : null;
    await expect(readNow()).rejects.toThrow(
      'The parameter /claimwatch/provider-key cannot be read (ParameterNotFound)',
    );
    at.aws.fault = () => null;
    played.fault = null;
    await readNow();
    expect(await waiting()).toEqual([]);
  });

  test('a story that is not watched any more, or that a model does not read, asks nobody', async () => {
    await watch();
    played.fault = () => DOWN;
    await tick(hour(1));
    await at.records.retireStory(BRIDGE.story);
    played.provider.sent.length = 0;
    await readNow();
    await watch(BRIDGE.story, { reader: 'rules' });
    await readNow();
    expect(played.provider.sent).toEqual([]);
    // Judged again, now by the rules, it waits no more.
    await tick(hour(2));
    expect(await waiting()).toEqual([]);
    expect((await kept()).length).toBeGreaterThan(0);
  });

  test('with little time left no further round begins', async () => {
    await watch();
    played.fault = () => DOWN;
    await tick(hour(1));
    played.provider.sent.length = 0;
    played.fault = null;
    await invoke('ReadItems', { Records: [storyMessage(BRIDGE.story)] }, 60_000);
    expect(played.provider.sent).toEqual([]);
  });
});

mayDoWhatItDoes('ReadItems');

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createGates } from '../../../lib/compare/gates.ts';
import type { FeedItem } from '../../../lib/model/item.ts';
import { createCheck } from '../../../lib/monitor/check.ts';
import { judgeAgain } from '../../../lib/monitor/judge-again.ts';
import type { Records } from '../../../lib/monitor/ports.ts';
import { readWaiting } from '../../../lib/monitor/read-waiting.ts';
import { storyTextDigest } from '../../../lib/readers/digests.ts';
import { chatCompletions } from '../../../lib/readers/model/chat-completions.ts';
import { takesOf } from '../../../lib/readers/model/models.ts';
import { bridgeAnswers } from '../../support/bridge-answers.ts';
import { outcomeOf } from '../../support/feed.ts';
import { awaiting, checkAndRead, readerOver, type Shown } from '../../support/model.ts';
import { type Provider, type Sent, startProvider } from '../../support/provider.ts';
import { crashing, ledgerOf, open, runThrough, useTable } from '../../support/runs.ts';
import { BRIDGE, BRIDGE_COVERAGE, BRIDGE_STORY, told } from '../../support/story.ts';

/** Answers are kept: whatever order, crash or repetition, nothing is asked twice. Counted on the wire. */

useTable();

const ENTRIES = BRIDGE_COVERAGE.map(told);
const NOW = new Date('2026-03-30T00:00:00Z');
/** Two feeds with half of the items each, as they are at a provider. */
const FEEDS = ['one', 'two'].map((id) => ({ id, url: `https://${id}.example/` }));
const half = (entries: readonly FeedItem[], feed: string) =>
  entries.filter((_, i) => (i % 2 === 0) === (feed === 'one'));

let provider: Provider;
const saying = new Map(BRIDGE_COVERAGE.map(({ title }, i) => [title, bridgeAnswers()[i]?.changes ?? []]));
const shownTo = ({ body }: Sent): Shown[] =>
  body.messages[1].content
    .split('\n')
    .slice(1)
    .map((line: string) => JSON.parse(line));
/** How often each item was asked about, by its title. */
const asked = () => {
  const counts = new Map<string, number>();
  for (const { title } of provider.sent.flatMap(shownTo)) counts.set(title, (counts.get(title) ?? 0) + 1);
  return counts;
};
const most = () => Math.max(...asked().values());

beforeAll(async () => {
  provider = await startProvider();
  provider.respond = (sent) => {
    const items = shownTo(sent).map(({ item, title }) => ({
      item,
      changes: saying.get(title) ?? [],
      new: [],
    }));
    const message = { role: 'assistant', content: JSON.stringify({ items }) };
    return {
      body: {
        choices: [{ finish_reason: 'stop', message }],
        usage: { prompt_tokens: 1, completion_tokens: 1 },
      },
    };
  };
});
afterAll(() => provider.close());

const reader = (records: Records) =>
  readerOver(
    chatCompletions({
      baseUrl: `${provider.url}/v1`,
      model: 'scripted',
      key: undefined,
      takes: takesOf('openai', 'scripted'),
      timeoutMs: 5_000,
      note: () => {},
    }),
    records,
  );
const ports = (records: Records) => ({
  records,
  openGates: async () => createGates(),
  ...awaiting(reader(records)),
  now: () => NOW,
  keepDays: 60,
});
const run = (records: Records, entries: readonly FeedItem[] = ENTRIES) =>
  checkAndRead(
    () =>
      createCheck({ ...ports(records), readFeed: async ({ id }) => outcomeOf(half(entries, id)) })(
        [BRIDGE_STORY],
        FEEDS,
      ),
    BRIDGE.story,
    ports(records),
  );
const freshCount = () => provider.sent.splice(0);

test('a second run, and judging again, ask nothing', async () => {
  freshCount();
  const records = await open();
  await run(records);
  const first = await ledgerOf(records);
  expect(first.filter(({ certainty }) => certainty === 'sure').length).toBeGreaterThan(3);
  expect(provider.sent).toHaveLength(2);
  await run(records);
  const [story] = await records.stories();
  if (!story) throw new Error('the story is kept');
  await judgeAgain(story, ports(records));
  await readWaiting(BRIDGE.story, ports(records));
  expect(await ledgerOf(records)).toEqual(first);
  expect([provider.sent.length, most()]).toEqual([2, 1]);
});

test('ten orders, each in a table of its own, end in the same records', { timeout: 60_000 }, async () => {
  const ledgers: string[] = [];
  for (let turn = 0; turn < 10; turn += 1) {
    freshCount();
    const records = await open();
    const turned = [...ENTRIES.slice(turn), ...ENTRIES.slice(0, turn)];
    // Each item stays in its own feed.
    const feed = (id: string) => turned.filter((entry) => half(ENTRIES, id).includes(entry));
    await createCheck({ ...ports(records), readFeed: async ({ id }) => outcomeOf(feed(id)) })(
      [BRIDGE_STORY],
      FEEDS,
    );
    await readWaiting(BRIDGE.story, ports(records));
    ledgers.push(JSON.stringify(await ledgerOf(records)));
    expect(most()).toBe(1);
  }
  expect(new Set(ledgers).size).toBe(1);
});

test('a crash before or after each write: the same records, and only what was in flight is asked again', {
  timeout: 120_000,
}, async () => {
  freshCount();
  const whole = await open();
  await run(whole);
  const reference = await ledgerOf(whole);
  let crashes = 0;
  for (let at = 1; at <= 40; at += 1)
    for (const moment of ['before', 'after'] as const) {
      freshCount();
      const records = await open();
      let inFlight = 0;
      const crashed = await runThrough(
        () => run(crashing(records, at, moment)),
        async () => {
          const kept = await records.answersOf(reader(records).id, storyTextDigest(BRIDGE_STORY.baseline));
          inFlight = provider.sent.flatMap(shownTo).length - kept.length;
          await run(records);
        },
      );
      if (crashed) crashes += 1;
      const twice = [...asked().values()].filter((count) => count > 1).length;
      expect(twice).toBeLessThanOrEqual(inFlight);
      expect(most()).toBeLessThanOrEqual(2);
      expect(await ledgerOf(records)).toEqual(reference);
    }
  expect(crashes).toBeGreaterThan(30);
});

test('an answer for another item is none: asked once more alone, the item is not judged', async () => {
  freshCount();
  const records = await open();
  const { respond } = provider;
  const message = { content: '{"items":[{"item":"77","changes":[],"new":[]}]}' };
  provider.respond = () => ({ body: { choices: [{ finish_reason: 'stop', message }] } });
  const { unread } = await run(records);
  provider.respond = respond;
  expect(new Set(unread.map(({ why }) => why))).toEqual(
    new Set(['the answer breaks its form, twice: it answers for none of the items 1']),
  );
  const [story] = await records.stories();
  if (!story) throw new Error('the story is kept');
  expect((await records.waitingItems('island-bridge', NOW)).length).toBe(unread.length);
  // Each with its feed, that repaired, alone, and that repaired.
  expect(most()).toBe(4);
  expect(await ledgerOf(records)).toEqual([]);
});

describe('where the provider is down', () => {
  test('nothing is recorded or lost, and the next run asks again', { timeout: 60_000 }, async () => {
    freshCount();
    const records = await open();
    const { respond } = provider;
    provider.respond = () => ({ status: 403, body: { error: { message: 'no' } } });
    const summary = await run(records);
    expect(summary.unread.length).toBeGreaterThan(5);
    expect(summary.unread[0]).toMatchObject({ retry: true, story: 'island-bridge' });
    expect(await ledgerOf(records)).toEqual([]);
    provider.respond = respond;
    const [story] = await records.stories();
    if (!story) throw new Error('the story is kept');
    expect((await readWaiting(BRIDGE.story, ports(records))).unread).toEqual([]);
    expect(await records.waitingItems('island-bridge', NOW)).toEqual([]);
    expect((await ledgerOf(records)).length).toBeGreaterThan(3);
  });
});

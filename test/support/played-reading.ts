import { afterAll, beforeEach, expect, vi } from 'vitest';
import type { Item } from '../../lib/model/item.ts';
import { storyOf } from '../../lib/monitor/story.ts';
import type { WaitingItem } from '../../lib/monitor/waiting-port.ts';
import type { FakeAws } from './aws.ts';
import { answers, at, invoke, kept, message, story, storyMessage, told, useDeployed } from './deployed.ts';
import { type Answering, type Provider, type Sent, startProvider } from './provider.ts';
import { rss } from './rss.ts';
import { BRIDGE, item } from './story.ts';

/** A deployment that reads by a hosted model, played by the clock: each tick its queues are emptied, as AWS would. */

const HOUR = 3_600_000;
/** Functions that stay loaded know what they asked for and when: the clock never goes back, each test has days of its own. */
const DAYS_APART = 10 * 24 * HOUR;
let dayOne = Date.parse('2026-03-05T00:00:00Z');
/** An instant of the test that runs, so many hours from the beginning of its first day. */
export const hour = (n: number) => dayOne + n * HOUR;
/** A day of the test that runs, the first one unless told otherwise. */
export const dayOf = (n = 0) => new Date(hour(24 * n)).toISOString().slice(0, 10);
const PATHS = ['/one', '/two'] as const;

/** A toll that rises every hour of a day, told by two feeds in turn. */
const coverage = (): readonly Item[] =>
  Array.from({ length: 24 }, (_, i) =>
    item({
      guid: `toll-${i}`,
      title: `Norhaven storm: death toll rises to ${30 + i}`,
      source: i % 2 ? 'The Paper' : 'Coast Radio',
      publishedAt: new Date(hour(i)).toISOString(),
    }),
  );
const PRICE = { input: 1, output: 5 };
/** What the provider says that a request took, and what that costs, in millionths of a dollar. */
const USAGE = { prompt_tokens: 2_000, completion_tokens: 100 };
export const REQUEST_COST = USAGE.prompt_tokens * PRICE.input + USAGE.completion_tokens * PRICE.output;

export const played = {} as {
  provider: Provider;
  /** How the provider answers in place of well; null for well. */
  fault: ((sent: Sent) => Answering | null) | null;
};

/** The settings of readers with the provider of the test. */
const settingsWith = (more: object = {}) => ({
  reader: `openai:${played.provider.url}/v1#scripted`,
  models: { scripted: { price: PRICE, measured: { sure: 96, possible: 70 } } },
  ...more,
});

/** Prepares all this; the bundled functions read their settings once, when they are loaded. */
export function useReading(settings: object, keyParameter: string | null = null): void {
  useDeployed(
    { reader: 'openai:http://127.0.0.1:1/v1#scripted', models: { scripted: { price: PRICE } }, keyParameter },
    async ({ endpoint }: FakeAws) => {
      played.provider = await startProvider();
      return {
        READER_SETTINGS: JSON.stringify(settingsWith(settings)),
        READS_URL: `${endpoint}/1/reads`,
        LEASE_SECONDS: '360',
        ...(keyParameter && { KEY_PARAMETER: keyParameter }),
      };
    },
  );
  beforeEach(() => {
    dayOne += DAYS_APART;
    const items = coverage();
    setClock(dayOne);
    played.provider.sent.length = 0;
    played.fault = null;
    played.provider.respond = (sent) => played.fault?.(sent) ?? wellAnswered(sent);
    for (const [i, path] of PATHS.entries())
      answers.set(path, (response) => {
        const now = new Date().toISOString();
        const own = items.filter(({ publishedAt }, n) => n % 2 === i && publishedAt <= now);
        response.end(rss(path, own));
      });
  });
  afterAll(async () => {
    vi.useRealTimers();
    await played.provider.close();
  });
}

export const titlesIn = ({ body }: Sent): string[] =>
  body.messages[1].content
    .split('\n')
    .slice(1)
    .map((line: string) => JSON.parse(line).title);

function wellAnswered(sent: Sent): Answering {
  const items = titlesIn(sent).map((title, i) => ({
    item: String(i + 1),
    changes: [
      {
        claim: 'storm-toll',
        kind: 'revised',
        value: /\d+$/.exec(title)?.[0] ?? '',
        quote: title,
        sure: true,
      },
    ],
    new: [],
  }));
  const content = JSON.stringify({ items });
  return { body: { choices: [{ finish_reason: 'stop', message: { content } }], usage: USAGE } };
}

/** How often each item was asked about. */
export function askedCounts(): Map<string, number> {
  const counts = new Map<string, number>();
  for (const title of played.provider.sent.flatMap(titlesIn)) counts.set(title, (counts.get(title) ?? 0) + 1);
  return counts;
}

export const setClock = (time: number) => vi.useFakeTimers({ toFake: ['Date'], now: time });

/** A story that reads both feeds, under a slug of its own where it is another one. */
export async function watch(slug: string = BRIDGE.story, more: object = {}): Promise<void> {
  const { baseline } = story(PATHS);
  await at.records.saveStory(storyOf({ ...baseline, story: slug, ...more }));
}

/** One tick of the schedule: the messages that it sends are delivered, and those that these send. */
export async function tick(time: number, event: object = { all: true }): Promise<void> {
  setClock(time);
  let from = at.aws.calls.length;
  await invoke('Dispatch', event);
  for (;;) {
    const sent = messagesFrom(from);
    from = at.aws.calls.length;
    if (sent.checks.length + sent.reads.length === 0) return;
    if (sent.checks.length > 0) await invoke('CheckFeeds', { Records: sent.checks });
    // Messages that a function gives back come again much later.
    if (sent.reads.length > 0) await invoke('ReadItems', { Records: sent.reads }).catch(ofTheWholeBatch);
  }
}

function ofTheWholeBatch(error: Error): void {
  if (error.name !== 'FullBatchFailureError') throw error;
}

/** What was sent to the two queues since a call. */
function messagesFrom(from: number) {
  const sent = at.aws.calls
    .slice(from)
    .filter(({ action }) => action === 'sqs:SendMessageBatch')
    .map(({ body }) => JSON.parse(body));
  const of = (queue: string) =>
    sent
      .filter(({ QueueUrl }) => QueueUrl.endsWith(queue))
      .flatMap(({ Entries }) => Entries)
      .map(({ MessageBody }, i) => ({ ...message('/', i), body: MessageBody }));
  return { checks: of('checks'), reads: of('reads') };
}

/** Ticks every so many minutes over some hours of the first day and those that follow. */
export async function play(fromHour: number, toHour: number, everyMinutes = 60): Promise<void> {
  for (let minute = fromHour * 60; minute < toHour * 60; minute += everyMinutes)
    await tick(hour(minute / 60));
}

export const readNow = (slug: string = BRIDGE.story, n = 0) =>
  invoke('ReadItems', { Records: [storyMessage(slug, n)] });

export const waiting = (slug: string = BRIDGE.story): Promise<WaitingItem[]> =>
  at.records.waitingItems(slug, new Date());

/** It asks to be left alone, so that nothing is tried again at once. */
export const DOWN = { status: 503, headers: { 'retry-after': '3600' }, body: { error: { message: 'down' } } };
export const mostAsked = () => Math.max(...askedCounts().values());
export const budgetOf = async (day: string) => (await at.records.budgetsOf([day]))[0];
/** What a metric was the last time. */
export const last = (name: string) =>
  told.findLast((line) => line['_aws'] && line[name] !== undefined)?.[name];

/** The records of the day are as they are where nothing goes wrong: one an hour. */
export async function expectWhole(): Promise<void> {
  expect(await kept()).toHaveLength(24);
  expect(await waiting()).toEqual([]);
}

import { readFile, rm, writeFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { claimwatch } from '../support/cli.ts';
import { useNewsroom } from '../support/newsroom.ts';
import { type Provider, startProvider } from '../support/provider.ts';
import { settings } from '../support/settings-file.ts';

/** What reading by a model costs, on a laptop: counted, limited, and foretold. */

useNewsroom();

let provider: Provider;
const reader = () => `openai:${provider.url}/v1#llama3.3`;
const PRICED = 'models:\n  llama3.3:\n    price: { input: 1, output: 5 }\n';
/** In US dollars: 1,000 tokens in, 100 out. */
const REQUEST = 0.0015;

beforeAll(async () => {
  provider = await startProvider();
  provider.respond = ({ body }) => {
    const items = body.messages[1].content
      .split('\n')
      .slice(1)
      .map((line: string) => ({ item: JSON.parse(line).item, changes: [], new: [] }));
    return {
      body: {
        choices: [{ finish_reason: 'stop', message: { content: JSON.stringify({ items }) } }],
        usage: { prompt_tokens: 1_000, completion_tokens: 100 },
      },
    };
  };
});
afterAll(() => provider.close());
beforeEach(() => {
  provider.sent.length = 0;
});
afterEach(() => rm('.claimwatch', { recursive: true, force: true }));

const run = () => claimwatch(['run', '--baseline', 'bridge.json', '--feeds', 'feeds', '--reader', reader()]);
const days = async () => JSON.parse((await claimwatch(['costs', '--json'])).out).days;

test('is shown by day and story', async () => {
  await settings(`${PRICED}dailyBudget: 2\n`);
  await run();
  const spent = Number((provider.sent.length * REQUEST).toFixed(6));
  const own = { spent, held: 0, batches: 0 };
  expect(await days()).toEqual([
    {
      day: new Date().toISOString().slice(0, 10),
      all: { ...own, limit: 2, left: 2 - spent },
      stories: { 'island-bridge': { ...own, limit: null, left: null } },
    },
  ]);
  const { out } = await claimwatch(['costs']);
  expect(out).toMatch(/all stories\s+0\.00\d+\s+2\.00\s+2\.00/);
  expect(out).toMatch(/island-bridge\s+0\.00\d+\s+no limit/);
});

test('is nothing where nothing was asked', async () => {
  const { err } = await claimwatch(['costs', '--days', '30']);
  expect(err).toMatch(/^No request to a model with a known price was sent in 30 days/);
});

test.each([
  [
    'of the settings',
    `${PRICED}dailyBudget: 0.001\n`,
    /may cost up to 0\.0\d+ US dollars, more than the limit of 0\.0010 a day/,
  ],
  ['with no price to hold', 'dailyBudget: 1\n', /no price is known for this model/],
])('a limit %s holds the items back, which says so', async (_what, text, why) => {
  await settings(text);
  const { code, out } = await run();
  expect([code, provider.sent.length]).toEqual([1, 0]);
  expect(out).toMatch(/\d+ items not judged: /);
  const story = await claimwatch(['story', 'island-bridge'], { width: 400 });
  expect(story.out).toMatch(/\d+ items wait for the budget: /);
  expect(story.out).toMatch(why);
  const feeds = await claimwatch(['feeds', 'list'], { width: 400 });
  expect(feeds.out.replace(/\s+/g, ' ')).toMatch(/\d+ items? waits? for the budget/);
});

test('meanwhile the rules judge, marked, until the model can', async () => {
  await settings(`${PRICED}dailyBudget: 0.001\nmeanwhile: rules\n`);
  await run();
  const possible = async () =>
    JSON.parse((await claimwatch(['changes', '--possible', '--format', 'json'])).out).changes;
  const marked = await possible();
  expect(marked.length).toBeGreaterThan(2);
  expect(marked.every(({ after }: { after: string }) => after.endsWith('(meanwhile)'))).toBe(true);
  const shown = await claimwatch(['show', marked[0].id], { width: 200 });
  expect(shown.out).toContain('read by rules/2 meanwhile: the story’s own reader has still to judge it');
  await settings(`${PRICED}meanwhile: rules\n`);
  await run();
  // This model finds nothing: what the rules found is superseded.
  expect([await possible(), (await claimwatch(['story', 'island-bridge'])).out.includes('wait')]).toEqual([
    [],
    false,
  ]);
});

describe('costs --if', () => {
  const forecast = async (change: object, ...options: string[]) => {
    const baseline = JSON.parse(await readFile('bridge.json', 'utf8'));
    await writeFile('next.json', JSON.stringify({ ...baseline, ...change }));
    return claimwatch(['costs', '--if', 'next.json', '--reader', reader(), ...options], { width: 400 });
  };
  const more = async () => {
    const { claims } = JSON.parse(await readFile('bridge.json', 'utf8'));
    return {
      claims: [...claims.slice(1), { id: 'more', text: 'The Norhaven bridge carries 9,000 cars a day.' }],
    };
  };

  test('says how many kept items would be asked about again, and at what price', async () => {
    await settings(PRICED);
    await run();
    const { out } = await forecast(await more());
    const { kept, items, requests, likely, most, added, removed } = JSON.parse(
      (await forecast(await more(), '--json')).out,
    );
    expect([added, removed.length, items]).toEqual([['more'], 1, kept]);
    expect(out).toContain(`${items} of its ${kept} kept items would be asked about in ${requests} request`);
    expect(0 < likely && likely < most).toBe(true);
    expect(out).toMatch(/about 0\.\d{4} US dollars, 0\.\d{4} at the most; about 0\.\d{4} as a batch/);
    // What was foretold is what is asked.
    provider.sent.length = 0;
    await writeFile('bridge-before.json', await readFile('bridge.json', 'utf8'));
    await writeFile('bridge.json', await readFile('next.json', 'utf8'));
    await run();
    await writeFile('bridge.json', await readFile('bridge-before.json', 'utf8'));
    expect(provider.sent).toHaveLength(requests);
  });

  test('is nothing where the claims are as they were', async () => {
    await settings(PRICED);
    await run();
    const { out } = await forecast({ names: { Brandt: ['Брандт'] } });
    expect(out).toContain('Claims: as they are');
    expect(out).toMatch(/None of its \d+ kept items is asked about again: nothing to pay/);
  });
});

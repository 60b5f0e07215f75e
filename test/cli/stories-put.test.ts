import { mkdirSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTable } from '../../lib/cli/table.ts';
import { DEFAULT_SETTINGS } from '../../lib/model/reader-settings.ts';
import { storyOf } from '../../lib/monitor/story.ts';
import { openLocalTable } from '../../lib/store/local-table.ts';
import { claimwatch } from '../support/cli.ts';
import { environmentOf, keepEnvironment } from '../support/environment.ts';
import { useNewsroom } from '../support/newsroom.ts';
import { BRIDGE } from '../support/story.ts';

/** Stories that come and go without a deployment. */

useNewsroom();

const FEEDS = ['https://paper.example/rss'];
const write = (file: string, change: object) =>
  writeFileSync(file, JSON.stringify({ ...BRIDGE, feeds: FEEDS, ...change }));
const listed = async (...options: string[]) =>
  JSON.parse((await claimwatch(['stories', 'list', '--json', ...options])).out).stories;
const inTable = async <T>(work: (open: Awaited<ReturnType<typeof openTable>>) => Promise<T>) => {
  const open = await openTable({});
  return work(open).finally(() => open.close());
};

beforeAll(async () => {
  write('bridge.json', {});
  await inTable(async ({ records }) => {
    const shipped = storyOf({ ...BRIDGE, story: 'shipped', feeds: FEEDS });
    await records.saveStory(shipped, { by: 'deployment Desk', quietSince: null });
  });
});

test('put, listed, changed, retired, put again', async () => {
  expect(await claimwatch(['stories', 'put', 'bridge.json'])).toMatchObject({
    code: 0,
    out: 'island-bridge',
    err: '1 new story',
  });
  expect(await listed()).toMatchObject([
    { story: 'island-bridge', claims: 5, feeds: 1, watch: 'not checked yet', putBy: 'command' },
    { story: 'shipped', putBy: 'deployment Desk' },
  ]);
  expect((await claimwatch(['stories', 'list'])).out).toMatch(/island-bridge +2026-03-02 +Storm closes/);
  expect(await claimwatch(['stories', 'put', 'bridge.json'])).toMatchObject({
    err: '1 already there and unchanged',
  });
  expect((await claimwatch(['stories', 'retire', 'island-bridge'])).code).toBe(0);
  expect(await listed()).toHaveLength(1);
  expect(await listed('--all')).toMatchObject([{ watch: 'retired' }, {}]);
  expect((await claimwatch(['stories', 'list'])).out).not.toContain('island-bridge');
  expect(await claimwatch(['stories', 'put', 'bridge.json'])).toMatchObject({ err: '1 resumed' });
  expect(await listed()).toHaveLength(2);
});

test('--quiet notes from when on it is announced', async () => {
  write('quiet.json', { story: 'quiet', article: { ...BRIDGE.article, url: 'https://q.example/' } });
  await claimwatch(['stories', 'put', 'quiet.json', '--quiet']);
  const all: { story: string; quietSince: string }[] = await listed();
  expect(all.find(({ story }) => story === 'quiet')?.quietSince).toMatch(/^20\d\d-/);
});

describe('refuses, and then puts nothing', () => {
  test.each([
    [
      'a story without feeds',
      { feeds: [] },
      /the story "two": found no feeds, expected the URLs to read under "feeds"/,
    ],
    [
      'the slug of another article',
      { story: 'island-bridge', article: { ...BRIDGE.article, url: 'https://x.example/' } },
      /the story "island-bridge": the table keeps it of another article/,
    ],
    [
      'what a deployment ships',
      { story: 'shipped' },
      /the story "shipped": the deployment Desk put it from its baseline\/: change it there and deploy/,
    ],
    ['a key that nothing reads', { notfy: ['desk'] }, /two.json: ignores the unknown key notfy/],
  ])('%s', async (_what, change, why) => {
    write('one.json', { story: 'one', article: { ...BRIDGE.article, url: 'https://one.example/' } });
    write('two.json', { story: 'two', ...change });
    expect(await claimwatch(['stories', 'put', 'one.json', 'two.json'])).toMatchObject({
      code: 1,
      err: expect.stringMatching(why),
    });
    expect((await listed('--all')).map(({ story }: { story: string }) => story)).not.toContain('one');
  });

  test('retiring what a deployment ships', async () => {
    expect(await claimwatch(['stories', 'retire', 'shipped'])).toMatchObject({
      code: 1,
      err: expect.stringContaining('shipped stays: the deployment Desk put it'),
    });
  });
});

test('diff says word by word what another file would change', async () => {
  const [visit, ...others] = BRIDGE.claims;
  write('next.json', {
    until: '2027-01-01',
    claims: [
      { id: visit?.id, text: visit?.text.replace('Adela Brandt', 'Ada Lind') },
      ...others.slice(1),
      { id: 'fresh', text: 'The mayor will open the new pier on 3 April 2026.' },
    ],
  });
  const { code, out } = await claimwatch(['stories', 'diff', 'next.json']);
  expect(code).toBe(0);
  expect(out).toMatch(/~ brandt-visit\n.*Transport minister \[-Adela-\]\{\+Ada\+\} \[-Brandt-\]\{\+Lind\+\}/);
  expect(out).toContain('- ferry-talks');
  expect(out).toContain('+ fresh\n  The mayor will open');
  expect(out).toContain('+ until\n  "2027-01-01"');
  expect(await claimwatch(['stories', 'diff', 'bridge.json'])).toMatchObject({
    out: '',
    err: 'island-bridge: no differences',
  });
});

test('200 stories of 17 claims are put and listed', { timeout: 60_000 }, async () => {
  mkdirSync('many');
  const claims = Array.from({ length: 17 }, (_, i) => ({
    id: `claim-${i}`,
    text: `The council of Norhaven plans to open pier number ${i + 1} on ${i + 1} April 2026.`,
  }));
  const files = Array.from({ length: 200 }, (_, i) => {
    write(`many/${i}.json`, {
      story: `many-${i}`,
      article: { ...BRIDGE.article, url: `https://m.example/${i}` },
      claims,
    });
    return `many/${i}.json`;
  });
  expect(await claimwatch(['stories', 'put', ...files])).toMatchObject({
    code: 0,
    err: '200 new stories',
  });
  expect((await listed()).filter(({ story }: { story: string }) => story.startsWith('many-'))).toHaveLength(
    200,
  );
});

describe('on the table of a deployment', () => {
  let restore = () => {};
  let table: Awaited<ReturnType<typeof openLocalTable>>;
  beforeAll(async () => {
    restore = keepEnvironment();
    table = await openLocalTable('deployed', null);
    Object.assign(process.env, environmentOf('deployed'), { AWS_ENDPOINT_URL_DYNAMODB: table.endpoint });
    const { records, close } = await openTable({ table: 'deployed' });
    await records.saveDeployment({
      stack: 'Desk',
      settings: DEFAULT_SETTINGS,
      readers: ['bedrock:amazon.nova-micro-v1:0'],
      channels: [{ name: 'desk', since: null }],
    });
    await close();
  });
  afterAll(async () => {
    restore();
    await table.close();
  });

  test.each([
    [
      'a model that the deployment may not ask',
      { reader: 'bedrock:amazon.nova-lite-v1:0' },
      /reader: found bedrock:amazon.nova-lite-v1:0, expected one that the deployment Desk reads by \(bedrock:amazon.nova-micro-v1:0\)/,
    ],
    [
      'another provider',
      { reader: 'openai:https://elsewhere.example/v1#m' },
      /reader: found a provider at https:\/\/elsewhere.example\/v1/,
    ],
    ['a channel that it has not', { notify: ['slack'] }, /notify: found "slack", expected one of desk/],
  ])('refuses %s', async (_what, change, why) => {
    write('model.json', { story: 'model', ...change });
    expect(await claimwatch(['stories', 'put', 'model.json', '--table', 'deployed'])).toMatchObject({
      code: 1,
      err: expect.stringMatching(why),
    });
  });

  test('takes what it can read and announce', async () => {
    write('model.json', { story: 'model', reader: 'bedrock:amazon.nova-micro-v1:0', notify: ['desk'] });
    expect(await claimwatch(['stories', 'put', 'model.json', '--table', 'deployed'])).toMatchObject({
      code: 0,
    });
  });
});

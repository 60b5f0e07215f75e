import type { ServerResponse } from 'node:http';
import { describe, expect, test } from 'vitest';
import type { Item } from '../../lib/model/item.ts';
import { storyOf } from '../../lib/monitor/story.ts';
import {
  answers,
  at,
  baselineWith,
  emptyTable,
  failedOf,
  invoke,
  kept,
  measured,
  message,
  refuse,
  serve,
  story,
  storyMessage,
  told,
  useDeployed,
} from '../support/deployed.ts';
import { loadLegacyTable } from '../support/legacy-table.ts';
import { mayDoWhatItDoes } from '../support/permissions.ts';
import { rss } from '../support/rss.ts';
import { BRIDGE, BRIDGE_COVERAGE } from '../support/story.ts';

useDeployed();

describe('check-feeds', () => {
  test('keeps what the page of an article says, and asks for it once a day', async () => {
    const url = `${at.feeds.url}/article`;
    let asked = 0;
    answers.set('/article', (response) => {
      asked += 1;
      response.end(
        '<html><script type="application/ld+json">{"@type":"NewsArticle","headline":"New","dateModified":"2026-03-05T00:00:00Z"}</script>',
      );
    });
    const look = { ...message('/a'), body: JSON.stringify({ runId: 'run-1', article: url }) };
    await invoke('CheckFeeds', { Records: [look] });
    await invoke('CheckFeeds', { Records: [look] });
    expect(asked).toBe(1);
    const page = { headline: 'New', modifiedAt: '2026-03-05T00:00:00.000Z', correction: null };
    expect(await at.records.articleState(url)).toMatchObject({ failure: null, page });
  });

  test('a poisoned message goes back alone', async () => {
    await at.records.saveStory(story(['/a', '/b']));
    const poisoned = { ...message('/x'), body: '{"runId":' };
    const answer = await invoke('CheckFeeds', { Records: [message('/a'), poisoned, message('/b')] });
    expect(failedOf(answer)).toEqual(['message/x0']);
    expect(await kept()).not.toEqual([]);
    expect(measured('FeedsPolled')).toBe(2);
  });

  test('one feed of ten hangs, others answer 500, 429, 410 or garbage: the rest is read, each fault is kept with its feed', async () => {
    const faults = new Map<string, (response: ServerResponse) => void>([
      ['/hangs', () => {}],
      ['/500', refuse(500)],
      ['/429', refuse(429, { 'retry-after': '3600' })],
      ['/410', refuse(410)],
      ['/garbage', (response) => void response.end(Buffer.from([0, 1, 2, 254, 255]))],
    ]);
    for (const [path, answer] of faults) answers.set(path, answer);
    const paths = [...answers.keys(), '/c', '/d', '/e'];
    for (const path of ['/c', '/d', '/e']) answers.set(path, serve(path, [6, 7]));
    await at.records.saveStory(story(paths));
    const answer = await invoke('CheckFeeds', { Records: paths.map((path) => message(path)) });
    expect(failedOf(answer)).toEqual([]);
    expect([measured('FeedsPolled'), measured('FeedsFailed')]).toEqual([10, 5]);
    const whys = await Promise.all(
      [...faults.keys()].map(
        async (path) => (await at.records.feedState(`${at.feeds.url}${path}`))?.failure?.why,
      ),
    );
    expect(whys).toEqual([
      'timed out after 20 s',
      'the server answered 500 Internal Server Error',
      expect.stringMatching(/^the server answered 429 Too Many Requests and asks to be left alone until 20/),
      'the server answered 410 Gone: the feed is no more, take it out of the baseline',
      expect.stringContaining('it is neither RSS nor Atom'),
    ]);
    expect(await kept()).not.toEqual([]);
    // The next dispatch leaves alone the host that asked for it, with all its feeds.
    expect(await invoke('Dispatch', {})).toEqual({ feeds: 10, due: 0 });
  }, 30_000);

  test('a large document is parsed apart, by the module beside it', async () => {
    const other = {
      ...BRIDGE_COVERAGE[0],
      title: 'Chess final',
      summary: 'The chess final went on. '.repeat(2_000),
    };
    const large = Array.from(
      { length: 8 },
      (_, i) => ({ ...other, guid: `chess-${i}`, link: `https://paper.example/chess/${i}` }) as Item,
    );
    answers.set('/large', (response) => void response.end(rss('Large', large)));
    await at.records.saveStory(story(['/large']));
    await invoke('CheckFeeds', { Records: [message('/large')] });
    expect(measured('Items')).toBe(8);
    expect((await at.records.feedState(`${at.feeds.url}/large`))?.counts.size).toBeGreaterThan(256_000);
  });

  test('a message delivered twice, also at the same time, records once', async () => {
    await at.records.saveStory(story(['/a', '/b']));
    await invoke('CheckFeeds', { Records: [message('/a'), message('/b')] });
    const once = await kept();
    await invoke('CheckFeeds', { Records: [message('/a'), message('/b')] });
    expect(await kept()).toEqual(once);
    await emptyTable();
    await at.records.saveStory(story(['/a', '/b']));
    await invoke('CheckFeeds', { Records: [message('/a', 1), message('/b', 1), message('/a', 2)] });
    expect(await kept()).toEqual(once);
  });

  test('logs what was read and never what a feed holds', async () => {
    await at.records.saveStory(story(['/a']));
    await invoke('CheckFeeds', { Records: [message('/a')] });
    const logged = told.filter(({ message: text }) => text === 'Checked');
    expect(logged).toMatchObject([{ runId: 'run-1', feed: `${at.feeds.url}/a`, items: 3 }]);
    expect(JSON.stringify(told)).not.toContain('Brandt');
  });

  test('a changed story is judged by what is kept of it, though its feeds are silent', async () => {
    await at.records.saveStory(story(['/a']));
    await invoke('CheckFeeds', { Records: [message('/a')] });
    const before = await kept();
    const more = { id: 'toll-again', text: 'The storm on Norhaven killed 7 people.' };
    await at.records.saveStory(storyOf({ ...baselineWith(['/a']), claims: [...BRIDGE.claims, more] }));
    answers.set('/a', refuse(500));
    await invoke('CheckFeeds', { Records: [storyMessage(BRIDGE.story), storyMessage('unknown')] });
    expect((await kept()).length).toBeGreaterThan(before.length);
    expect(measured('Records')).toBeGreaterThan(0);
    const calls = at.aws.calls.length;
    await invoke('CheckFeeds', { Records: [storyMessage(BRIDGE.story)] });
    // It is done: only the stories are looked at.
    expect(at.aws.calls.length - calls).toBe(1);
  });

  test('what version 0.1.0 left is not written to before a deployment has brought it up', async () => {
    await loadLegacyTable(at.client, 'bundled');
    at.aws.calls.length = 0;
    await invoke('CheckFeeds', { Records: [message('/a'), storyMessage(BRIDGE.story)] });
    expect((await at.records.story(BRIDGE.story))?.isOlder).toBe(true);
    const written = at.aws.calls.filter(({ action }) => /:(?:Put|Update|Delete)/.test(action));
    const rows = new Set(written.map(({ body }) => JSON.parse(body).Item.pk.S));
    expect([...rows]).toEqual([`FEED#${at.feeds.url}/a`]);
  });

  test('by hand, all feeds of all stories', async () => {
    await at.records.saveStory(story(['/a', '/b']));
    expect(await invoke('CheckFeeds', {})).toMatchObject({ feeds: 2, judged: 6 });
  });
});

mayDoWhatItDoes('CheckFeeds');

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { suggestFeeds } from '../../lib/cli/suggest-feeds.ts';
import { searchWords } from '../../lib/compare/search-words.ts';
import { namedFeeds, usualFeeds } from '../../lib/feed/feed-places.ts';
import { typedLoopback } from '../../lib/model/loopback.ts';
import { claimwatch } from '../support/cli.ts';
import { type Loopback, loopback } from '../support/loopback.ts';
import { useNewsroom } from '../support/newsroom.ts';
import { rss } from '../support/rss.ts';
import { BRIDGE, BRIDGE_COVERAGE, item } from '../support/story.ts';

/** Feeds for a story: each is looked at before it is offered. */

useNewsroom();

const OF_STORY = rss('Of it', BRIDGE_COVERAGE.slice(0, 3));
const OTHER = rss('Other', [item({ title: 'Cup final goes to penalties' })]);
const named = (...hrefs: string[]) =>
  `<html><head>${hrefs.map((href) => `<link rel="alternate" type="application/rss+xml" href="${href}">`).join('')}</head></html>`;

let pages: Map<string, string>;
let site: Loopback;
beforeAll(async () => {
  site = await loopback(({ url = '' }, response) => {
    const page = pages.get(url.split('?')[0] ?? '');
    if (page === undefined) response.writeHead(404).end();
    else response.end(page);
  });
});
afterAll(() => site.close());

const suggested = async (newsSearch: string | null = null) => {
  const article = { ...BRIDGE.article, url: `${site.url}/news/bridge` };
  const found = await suggestFeeds({ ...BRIDGE, article }, { newsSearch, loopback: [site.url] });
  return found.map(({ feed, ofStory, by }) => `${feed.replace(site.url, '')} ${ofStory > 0} by ${by}`);
};

describe('suggests', () => {
  test('what the article’s page names and can be read, and nothing else of the site', async () => {
    pages = new Map([
      ['/news/bridge', named('/rss', '/gone', 'rss')],
      ['/rss', OF_STORY],
      ['/news/rss', OTHER],
      ['/feed', OF_STORY],
    ]);
    expect(await suggested()).toEqual([
      '/rss true by the article’s page',
      '/news/rss false by the article’s page',
    ]);
  });

  test('else what the front page names, else the usual addresses', async () => {
    pages = new Map([
      ['/', named('/front.xml')],
      ['/front.xml', OF_STORY],
      ['/feed', OF_STORY],
    ]);
    expect(await suggested()).toEqual(['/front.xml true by the front page']);
    pages = new Map([['/news/rss.xml', OF_STORY]]);
    expect(await suggested()).toEqual(['/news/rss.xml true by a usual address']);
  });

  test('a news search for the story’s words', async () => {
    pages = new Map([['/search', OF_STORY]]);
    const [found] = await suggested(`${site.url}/search?q={query}`);
    expect(found).toMatch(/^\/search\?q=\S*Norhaven\S* true by a news search$/);
  });

  test('nothing where nothing can be read', async () => {
    pages = new Map([
      ['/news/bridge', named('file:///etc/passwd', 'http://169.254.169.254/latest', '/empty')],
      ['/empty', rss('Empty', [])],
    ]);
    expect(await suggested()).toEqual([]);
  });
});

test('a search on this machine is asked for the search alone', async () => {
  const asked: string[] = [];
  const search = await loopback(({ url = '' }, response) => {
    asked.push(url.split('?')[0] ?? '');
    response.end(OF_STORY);
  });
  try {
    pages = new Map([['/news/bridge', named(`${search.url}/search-admin/delete`, '/rss')]]);
    expect(await suggested(`${search.url}/search?q={query}`)).toHaveLength(1);
    expect(asked).toEqual(['/search']);
  } finally {
    await search.close();
  }
});

test.each([
  ['http://127.0.0.1:81/x', ['http://127.0.0.1:81']],
  ['http://localhost/x', ['http://localhost']],
  ['http://[::1]:8080/', ['http://[::1]:8080']],
  // Whoever owns a name may turn it to this machine.
  ['http://paper.example/x', []],
  ['http://127.0.0.1.paper.example/x', []],
  ['http://10.0.0.1/x', []],
])('of %s, typed by hand, what may be on this machine is %j', (url, origins) => {
  expect(typedLoopback(url)).toEqual(origins);
});

test('feeds of comments, and of other schemes, are not named', () => {
  const link = (href: string, type = 'application/rss+xml') => ({ rel: 'alternate', type, href });
  expect(
    namedFeeds(
      [
        link('/rss'),
        link('/comments/feed'),
        link('javascript:alert(1)'),
        link('/de', 'text/html'),
        link('/rss'),
      ],
      'https://a.example/x',
    ),
  ).toEqual(['https://a.example/rss']);
  expect(usualFeeds('https://a.example/health/2026/x')[0]).toBe('https://a.example/health/rss.xml');
});

test('a story is searched for by its most telling words, names as one', () => {
  expect(searchWords(BRIDGE)).toMatch(/Norhaven/);
  expect(searchWords(BRIDGE).split(/" ?| /).length).toBeLessThan(9);
});

describe('feeds suggest FILE', () => {
  const write = () =>
    writeFileSync(
      'suggested.yaml',
      `# of the desk\nstory: island-bridge\narticle: ${JSON.stringify({ ...BRIDGE.article, url: 'https://127.0.0.1:9/x' })}\nclaims: ${JSON.stringify(BRIDGE.claims)}\n`,
    );
  const settings = (newsSearch: string | null) => {
    mkdirSync('.claimwatch', { recursive: true });
    writeFileSync('.claimwatch/settings.yaml', JSON.stringify({ newsSearch }));
  };

  test('--add writes what carries the story into the file, which keeps its comments', async () => {
    pages = new Map([['/search', OF_STORY]]);
    settings(`${site.url}/search?q={query}`);
    write();
    const { code, out, err } = await claimwatch(['feeds', 'suggest', 'suggested.yaml', '--add']);
    expect([code, err]).toEqual([0, 'suggested.yaml: 1 added']);
    expect(out).toContain('by a news search: 3 items, 3 that may be of the story');
    const text = readFileSync('suggested.yaml', 'utf8');
    expect(text).toMatch(/^# of the desk/);
    expect(parse(text).feeds).toEqual([expect.stringContaining('/search?q=')]);
    await claimwatch(['feeds', 'suggest', 'suggested.yaml', '--add']);
    expect(parse(readFileSync('suggested.yaml', 'utf8')).feeds).toHaveLength(1);
  });

  test('says that nothing was found; an address on this machine that a file names is not read', async () => {
    settings(null);
    write();
    expect(await claimwatch(['feeds', 'suggest', 'suggested.yaml', '--add'])).toMatchObject({
      code: 1,
      err: expect.stringContaining('No feed was found'),
    });
    expect(parse(readFileSync('suggested.yaml', 'utf8')).feeds).toBeUndefined();
  });

  test('a search without {query} is refused', async () => {
    settings('https://news.example/rss');
    expect(await claimwatch(['feeds', 'suggest', 'suggested.yaml'])).toMatchObject({
      code: 1,
      err: expect.stringContaining(
        'newsSearch: found "https://news.example/rss", expected the address of a news search with {query} in it, or null',
      ),
    });
  });
});

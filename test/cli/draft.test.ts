import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { claimwatch } from '../support/cli.ts';
import { type Loopback, loopback } from '../support/loopback.ts';
import { useNewsroom } from '../support/newsroom.ts';
import { rss } from '../support/rss.ts';
import { item } from '../support/story.ts';

/** From an article to a baseline: by rules, by a model, by its recorded answer; and what is asked before. */

useNewsroom();

const CASE = join(import.meta.dirname, '../draft/cases/listeria-recall');
const ARTICLE = readFileSync(join(CASE, 'article.html'), 'utf8');
const RECORDED = join(CASE, 'hosted.json');

let site: Loopback;
beforeAll(async () => {
  site = await loopback(({ url = '' }, response) => {
    const own = ARTICLE.replaceAll('https://ostrandcourier.example', site.url);
    if (url.startsWith('/health/')) response.end(own);
    else if (url === '/rss/health.xml')
      response.end(
        rss('Courier', [item({ title: 'Listeria at Marrow Vale Dairy: a sixth death in Keldby' })]),
      );
    else if (url.startsWith('/search?q='))
      response.end(rss('Search', [item({ title: 'Marrow Vale recall: inquiry into listeria opens' })]));
    else if (url === '/front') response.end('<html><body><nav><a href="/a">A</a></nav></body></html>');
    else response.writeHead(404).end();
  });
});
afterAll(async () => {
  await site.close();
});
afterEach(() => {
  rmSync('draft.yaml', { force: true });
  rmSync('.claimwatch', { recursive: true, force: true });
});

const draft = (...options: string[]) => claimwatch(['draft', '--yes', '--out', 'draft.yaml', ...options]);
const drafted = () => parse(readFileSync('draft.yaml', 'utf8'));
describe('from an address', () => {
  test('the claims, each with its sentence, and the feeds that carry the story', async () => {
    const search = `${site.url}/search?q={query}`;
    rmSync('.claimwatch', { recursive: true, force: true });
    writeSettings({ newsSearch: search });
    const { code, out, err } = await draft(
      `${site.url}/health/2026/04/14/listeria-marrow-vale`,
      '--reader',
      `answers:${RECORDED}`,
    );
    expect([code, out]).toEqual([0, 'draft.yaml']);
    expect(err).toContain(
      `\n  npm run -s claimwatch -- watch --baseline draft.yaml --feeds '${site.url}/rss/health.xml' '${site.url}/search?q=`,
    );
    const { claims, feeds, article, names } = drafted();
    expect(claims).toHaveLength(30);
    expect(article).toMatchObject({ publisher: 'Ostrand Courier', publishedAt: '2026-04-14T15:20:00.000Z' });
    expect(feeds).toEqual([
      `${site.url}/rss/health.xml`,
      expect.stringMatching(/\/search\?q=.*Marrow%20Vale/),
    ]);
    expect(names).toMatchObject({ 'Piet Corrow': expect.arrayContaining(['Corrow']) });
    const yaml = readFileSync('draft.yaml', 'utf8');
    expect(yaml).toMatch(/# 13\. |# 11\. The agency’s director, Piet Corrow, denied/);
    expect(await claimwatch(['lint', 'draft.yaml', '--offline'])).toMatchObject({
      out: expect.stringContaining('30 claims'),
    });
  });

  test.each([
    ['an address that is not there', '/gone', /404/],
    ['a page without an article', '/front', /no article/],
    ['a feed', '/rss/health.xml', /it is a feed, expected an article/],
  ])('%s is refused, and nothing is written', async (_what, path, why) => {
    const { code, err } = await draft(`${site.url}${path}`, '--offline');
    expect([code, err]).toEqual([1, expect.stringMatching(why)]);
    expect(() => drafted()).toThrow('ENOENT');
  });
});

const writeSettings = (settings: object) => {
  rmSync('.claimwatch', { recursive: true, force: true });
  mkdirSync('.claimwatch');
  writeFileSync('.claimwatch/settings.yaml', JSON.stringify(settings));
};

describe('by rules', () => {
  test('from a file, without a network', async () => {
    writeFileSync('article.html', ARTICLE);
    expect(await draft('article.html', '--offline')).toMatchObject({
      code: 0,
      out: 'draft.yaml',
      err: expect.stringContaining('say in full who and what each claim is about'),
    });
    expect(drafted().claims.map(({ text }: { text: string }) => text)).toContain(
      'Solveig Tarn plans to visit the care home on Thursday, 16 April 2026.',
    );
    const yaml = readFileSync('draft.yaml', 'utf8');
    expect(yaml).toContain('# MEND: no event, figure or party was recognised');
    expect(yaml).toMatch(/feeds:\n +# None was found: list those that carry the story\.\n +\[\]/);
    expect(yaml).toMatch(/# Sentences without a claim:\n# \d+\. /);
  });

  test('plain text needs to be told what its page would tell', async () => {
    writeFileSync(
      'article.txt',
      `Storm closes Norhaven bridge\n\n${'The mayor will visit Norhaven on Friday. '.repeat(12)}`,
    );
    const lacking = await draft('article.txt', '--offline');
    expect([lacking.code, lacking.err]).toEqual([
      1,
      'article.txt does not tell everything that a baseline needs: add --publisher, --url, --published',
    ]);
    const told = [
      '--publisher',
      'The Islander',
      '--url',
      'https://islander.example/b',
      '--published',
      // In Norhaven it is Friday already, in UTC still Thursday.
      '2026-03-06T08:00:00+09:00',
    ];
    expect(await draft('article.txt', '--offline', ...told)).toMatchObject({ code: 0 });
    expect(drafted()).toMatchObject({
      story: 'storm-closes-norhaven-bridge',
      article: { publishedAt: '2026-03-06T08:00:00+09:00' },
      claims: [{ text: expect.stringMatching(/The mayor will visit Norhaven on Friday, \d+ March 2026\./) }],
    });
  });

  test('a file that is there is not written over', async () => {
    writeFileSync('article.html', ARTICLE);
    writeFileSync('draft.yaml', 'worked on');
    expect(await draft('article.html', '--offline')).toMatchObject({
      code: 1,
      err: expect.stringContaining('draft.yaml is there already: give another name with --out'),
    });
    expect(readFileSync('draft.yaml', 'utf8')).toBe('worked on');
  });
});

test('an address of a page that could be none is refused before anything is read', async () => {
  expect(await draft('article.html', '--url', 'paper.example/x')).toMatchObject({
    code: 2,
    err: expect.stringContaining(
      '--url: found "paper.example/x", expected an address with http:// or https://',
    ),
  });
});

test('what a page says of itself is cut to what a baseline may have', async () => {
  const long = 'Bridge '.repeat(120);
  writeFileSync(
    'article.html',
    ARTICLE.replace(/<h1>[^<]*/, '$&').replace(/"headline":\s*"[^"]*"/, `"headline": "${long}"`),
  );
  expect(await draft('article.html', '--offline')).toMatchObject({ code: 0 });
  expect(drafted().article.title.length).toBeLessThanOrEqual(500);
  expect((await claimwatch(['lint', 'draft.yaml', '--offline'])).err).not.toContain('not a valid baseline');
});

test('without a terminal it needs --yes', async () => {
  writeFileSync('article.html', ARTICLE);
  expect(await claimwatch(['draft', 'article.html', '--offline'])).toMatchObject({
    code: 1,
    err: 'Nothing was drafted: without a terminal add --yes to keep every claim',
  });
});

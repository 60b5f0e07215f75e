import { describe, expect, test } from 'vitest';
import { pagesOn } from '../support/page.ts';
import { HOST, ID, usePageDecisions } from '../support/page-decisions.ts';

const { at, get, textOf } = usePageDecisions();

describe('what is read', () => {
  test('the index has each story with its verdict and what waits', async () => {
    const text = await textOf('/');
    expect(text).toContain('<b>1 of 1</b> story needs you');
    expect(text).toContain('<b>3 of 5</b></td>');
    expect(text).toContain('data-what="to decide">2</td>');
  });

  test('a story has its verdict, its claims, its records and what waits for a yes or no', async () => {
    const text = await textOf('/stories/s/');
    expect(text).toContain('<b>3 of 5</b> claims no longer hold');
    expect(text).toContain('<del>7</del> dead → <ins>9</ins> dead');
    expect(text).toContain('Possibly cancelled');
    expect(text).toContain(`id="p-${ID}"`);
    expect(text).toContain('Storm toll');
  });

  test.each([
    ['/stories/s/records/', '<mark>the talks are off</mark>'],
    [
      '/stories/s/correction/',
      '2 statements in it have been overtaken or followed up, and 1 event that it announced was due by now, and no report is known of it',
    ],
    ['/stories/s/changes.csv', 'storm-toll'],
    ['/stories/s/changes.md', '**revised**: 7 dead → 9 dead'],
    ['/stories/s/changes.json', '"kind": "revised"'],
    ['/style.css', ':root'],
    ['/script.js', 'keydown'],
    ['/icon.svg', '<svg'],
    ['/robots.txt', 'Disallow: /'],
  ])('%s', async (path, part) => {
    const answer = await get(path.endsWith('records/') ? `${path}${ID}/` : path);
    expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining(part)]);
  });

  test.each([
    '/stories/none/',
    '/stories/s/records/none/',
    '/stories/none/feed.atom',
    '/nothing',
    '/stories/s/claims/none/feed.json',
  ])('%s is no page', async (path) => expect((await get(path)).status).toBe(404));

  test.each([
    ['q=brandt', 1],
    ['q=NINE+killed', 1],
    ['q=nowhere', 0],
    ['since=2026-03-07', 1],
    ['since=never', 5],
    ['', 5],
  ])('?%s leaves %i claims of five', async (query, count) => {
    const text = await textOf(`/stories/s/?${query}`);
    const all = [...text.matchAll(/<li class="claim [^>]*>/g)].map(([tag]) => tag);
    expect(all.filter((tag) => !tag.includes('hidden'))).toHaveLength(count);
  });

  test.each([
    ['standing=overtaken', true],
    ['standing=overtaken&kind=cancelled', false],
    ['q=nowhere', false],
    ['', true],
  ])('?%s leaves anything: %s', async (query, isAny) => {
    expect(/<p class="none" hidden>/.test(await textOf(`/stories/s/?${query}`))).toBe(isAny);
  });

  test('what is asked for by standing and kind is chosen', async () => {
    const text = await textOf('/stories/s/?standing=overtaken&kind=revised');
    expect(text).toContain('name="standing" value="overtaken" checked>');
    expect(text).toContain('name="kind" value="revised" checked>');
  });

  test('every page has the headers that keep it to itself', async () => {
    for (const path of ['/', '/stories/s/', '/style.css', '/nothing', '/stories/s/feed.atom']) {
      const { headers } = await get(path);
      expect(headers.get('content-security-policy')).toBe(
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      );
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  test.each(['evil.example', '127.0.0.1.evil.example', 'localhost:1', ''])(
    'a host named %j is refused',
    async (host) => {
      const answer = await pagesOn(at.records).request('/stories/s/', { headers: { host } });
      expect(answer.status).toBe(421);
      expect(await answer.text()).toContain('expected localhost');
    },
  );

  test.each([
    ['a picture on another site', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }, 403],
    [
      'a frame on another site',
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' },
      403,
    ],
    ['a script of a sister site', { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'cors' }, 403],
    [
      'a link on another site',
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' },
      200,
    ],
    ['this site', { 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'navigate' }, 200],
    ['an address that was typed', { 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate' }, 200],
  ])('what %s asks for', async (_who, headers, status) => {
    expect((await get('/stories/s/', headers as Record<string, string>)).status).toBe(status);
  });

  test('keys wait where another site led here', async () => {
    const link = {
      'sec-fetch-site': 'cross-site',
      'sec-fetch-mode': 'navigate',
      'sec-fetch-dest': 'document',
    };
    expect(await (await get('/stories/s/', link)).text()).toContain('popover data-wait');
    expect(await textOf('/stories/s/')).not.toContain('data-wait');
  });

  test('what has not changed is not sent again', async () => {
    for (const path of ['/style.css', '/script.js']) {
      const etag = (await get(path)).headers.get('etag') ?? '';
      expect((await get(path, { 'if-none-match': etag })).status).toBe(304);
    }
  });

  test.each([`/stories/${'a'.repeat(5_000)}/`, `/stories/s/records/${'%61'.repeat(200)}/`])(
    'a name of any length is no page',
    async (path) => expect((await get(path)).status).toBe(404),
  );

  test('a table that cannot be read says why', async () => {
    const app = pagesOn(at.records, { records: () => Promise.reject(new Error('the table is in use')) });
    const answer = await app.request('/', { headers: HOST });
    expect([answer.status, await answer.text()]).toEqual([
      503,
      expect.stringContaining('the table is in use'),
    ]);
  });
});

import { once } from 'node:events';
import { type AddressInfo, createServer as createTcp } from 'node:net';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { NO_VALIDATORS } from '../../lib/model/feed.ts';
import {
  type Answer,
  ask,
  at,
  FEED,
  feed,
  NOW,
  readerAt,
  redirect,
  status,
  useServer,
  wire,
} from '../support/manners.ts';

/** Answers that are read although their servers don't keep to the letter, and pages that stand for them. */

useServer();

describe('asks', () => {
  test('with the cookies that the same visit brought, and none of an earlier one', async () => {
    await ask((request, response) => {
      const isKnown = request.headers.cookie === 'seen=1';
      response.setHeader('set-cookie', 'seen=1; Path=/');
      (isKnown ? feed : redirect(302, '/feed'))(request, response);
    });
    await readerAt()({ id: 'x', url: `${wire.server.url}/feed` }, NO_VALIDATORS, NOW);
    expect(wire.server.requests.map(({ headers }) => headers.cookie)).toEqual([
      undefined,
      'seen=1',
      undefined,
      'seen=1',
    ]);
  });
});

describe('reads', () => {
  const whole = { 'content-range': `bytes 0-${FEED.length - 1}/${FEED.length}` };
  test.each<[string, Answer]>([
    ['what a proxy changed (203)', status(203, {}, FEED)],
    ['the whole range (206)', status(206, whole, FEED)],
    [
      'a document that ends before its length does',
      (_q, r) => void r.writeHead(200, { 'content-length': '5000' }).end(FEED),
    ],
    [
      'behind an address in UTF-8',
      at('/feed', { '/feed': redirect(302, Buffer.from('/på').toString('latin1')), '/p%C3%A5': feed }),
    ],
  ])('%s', async (_what, answer) => expect(await ask(answer)).toMatchObject({ outcome: 'read' }));

  test('headers that hold what they must not', async () => {
    const server = createTcp((socket) =>
      socket.end(
        `HTTP/1.1 200 OK\r\nX-Powered-By: Caf\u0001e\r\nContent-Length: ${FEED.length}\r\n\r\n${FEED}`,
      ),
    );
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const read = await readerAt({ loopback: [origin] })({ id: 'x', url: origin }, NO_VALIDATORS, NOW);
    server.close();
    expect(read).toMatchObject({ outcome: 'read' });
  });

  test('no part of a document as the whole', async () => {
    const part = { 'content-range': 'bytes 0-9/500' };
    expect(await ask(status(206, part, FEED))).toMatchObject({
      outcome: 'failed',
      why: expect.stringContaining('206'),
    });
  });

  test('an index of sitemaps by those that changed last', async () => {
    const sitemap = (id: string) =>
      `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://paper.example/${id}</loc><news:news><news:publication><news:name>Paper</news:name></news:publication><news:publication_date>2026-03-04T10:00:00Z</news:publication_date><news:title>Title ${id}</news:title></news:news></url></urlset>`;
    const listed = [1, 2, 3, 4].map(
      (n) => `<sitemap><loc>/s${n}</loc><lastmod>2026-03-0${n}</lastmod></sitemap>`,
    );
    const index = `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${listed.join('')}</sitemapindex>`;
    const pages = [1, 2, 3, 4].map(
      (n) => [`/s${n}`, status(200, {}, gzipSync(sitemap(String(n))) as never)] as const,
    );
    const read = await ask(at('/feed', { '/feed': status(200, {}, index), ...Object.fromEntries(pages) }));
    expect(read).toMatchObject({ outcome: 'read', validators: NO_VALIDATORS });
    const titles = read.outcome === 'read' ? read.items.map(({ title, source }) => [title, source]) : [];
    expect(titles).toEqual([
      ['Title 4', 'Paper'],
      ['Title 3', 'Paper'],
      ['Title 2', 'Paper'],
    ]);
  });
});

describe('knows a bot challenge', () => {
  test.each<[string, Answer]>([
    ['a challenge of AWS', status(202, { 'x-amzn-waf-action': 'challenge' })],
    [
      'a challenge of Anubis',
      status(200, {}, '<!doctype html><html><script id="anubis_version" type="application/json">'),
    ],
    ['a challenge of Akamai', status(200, {}, '<!doctype html><html><div id="sec-if-cpt-container">')],
    ['one of Cloudflare by its header', status(403, { 'cf-mitigated': 'challenge' })],
  ])('%s', async (_what, answer) =>
    expect(await ask(answer)).toMatchObject({
      cause: 'refused',
      why: expect.stringContaining('bot challenge'),
    }),
  );
});

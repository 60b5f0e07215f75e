import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { DEFAULT_LIMITS } from '../../lib/feed/fetch-options.ts';
import { createReadFeed } from '../../lib/feed/read-feed.ts';
import { NO_VALIDATORS, type Validators } from '../../lib/model/feed.ts';
import { type Loopback, loopback } from '../support/loopback.ts';

const FEED =
  '<rss version="2.0"><channel><title>The Paper</title><item><title>A</title></item></channel></rss>';
const NOW = new Date('2026-03-09T00:00:00Z');
const LIMITS = { ...DEFAULT_LIMITS, timeoutMs: 300, maxBytes: 100_000 };

const readFeed = (feed: { id: string; url: string }, validators: Validators) =>
  createReadFeed({ limits: LIMITS, userAgent: 'claimwatch/1', loopback: [server.url] })(
    feed,
    validators,
    NOW,
  );

let server: Loopback;
afterEach(() => server.close());
const serve = async (answer: (response: ServerResponse) => void) => {
  server = await loopback((_request, response) => answer(response));
  return { id: 'x', url: `${server.url}/feed` };
};

test('asks as itself, and asks again by what the server gave', async () => {
  server = await loopback((request, response) => {
    if (request.headers['if-none-match'] === '"v1"') response.writeHead(304).end();
    else
      response.writeHead(200, { etag: '"v1"', 'last-modified': 'Mon, 02 Mar 2026 10:00:00 GMT' }).end(FEED);
  });
  const feed = { id: 'x', url: `${server.url}/feed` };
  const first = await readFeed(feed, NO_VALIDATORS);
  expect(first).toMatchObject({ outcome: 'read', title: 'The Paper', validators: { etag: '"v1"' } });
  const second = await readFeed(feed, first.outcome === 'read' ? first.validators : NO_VALIDATORS);
  expect(second).toMatchObject({ outcome: 'unchanged', by: '304' });
  expect(server.requests[0]?.headers['user-agent']).toMatch(/^claimwatch\//);
  expect(server.requests[0]?.headers['if-none-match']).toBeUndefined();
  expect(server.requests[1]?.headers['if-modified-since']).toBe('Mon, 02 Mar 2026 10:00:00 GMT');
});

test('reads a compressed answer', async () => {
  const feed = await serve((response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(FEED)),
  );
  expect(await readFeed(feed, NO_VALIDATORS)).toMatchObject({ outcome: 'read' });
});

describe('fails with its reason', () => {
  test.each<[string, (response: ServerResponse) => void, RegExp]>([
    ['an error of the server', (r) => r.writeHead(500).end('later'), /answered 500/],
    ['no answer in time', () => {}, /timed out after 0.3 s/],
    ['an answer that stops half-way', (r) => r.writeHead(200).write('<rss'), /timed out after 0.3 s/],
    ['a broken-off answer', (r) => r.destroy(), /broke off/],
    ['a body too large', (r) => r.end(Buffer.alloc(200_000, 'x')), /larger than 0.1 MB/],
    [
      'a small answer that unpacks to a large one',
      (r) => r.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(5_000_000))),
      /larger than 0.1 MB/,
    ],
    [
      'a web page',
      (r) =>
        r.end(
          '<!doctype html><html><head><link rel="alternate" type="application/rss+xml" href="/f.xml"></head></html>',
        ),
      /web page.*\/f\.xml/,
    ],
    ['JSON', (r) => r.end('{"a":1}'), /it is JSON, but no JSON Feed/],
    [
      'another kind of XML',
      (r) => r.end('<?xml version="1.0"?><opml version="2.0"/>'),
      /root is <opml>: an unknown kind of feed/,
    ],
    ['garbage', (r) => r.end(Buffer.from([1, 2, 3, 250])), /neither RSS nor Atom/],
    ['nothing', (r) => r.end(), /empty/],
    ['a feed cut short', (r) => r.end(FEED.slice(0, 60)), /breaks off before its first entry/],
  ])('%s', async (_what, answer, why) => {
    const reading = await readFeed(await serve(answer), NO_VALIDATORS);
    expect(reading).toMatchObject({ outcome: 'failed', cause: 'broken', why: expect.stringMatching(why) });
  });

  test('nobody there', async () => {
    const feed = await serve(() => {});
    await server.close();
    expect(await readFeed(feed, NO_VALIDATORS)).toMatchObject({
      why: 'nothing answers at this address',
    });
  });
});

import { once } from 'node:events';
import { createServer as createTls } from 'node:https';
import { type AddressInfo, createServer as createTcp, type LookupFunction } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { NO_VALIDATORS } from '../../lib/model/feed.ts';
import { loopback } from '../support/loopback.ts';
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
import { CERT, KEY } from '../support/self-signed.ts';

/** Refusals, redirects, and servers that do not do their part. */

useServer();

describe('is refused', () => {
  test.each<[string, Answer, string, RegExp]>([
    ['410', status(410), 'gone', /the feed is no more/],
    ['404', status(404), 'missing', /check its address/],
    ['403', status(403), 'refused', /answered 403/],
    [
      'a bot challenge with 403',
      status(403, {}, '<html><title>Just a moment...</title>'),
      'refused',
      /bot challenge/,
    ],
    [
      'a bot challenge with 200',
      status(200, {}, '<!doctype html><html><script src="/cdn-cgi/challenge-platform/x.js">'),
      'refused',
      /bot challenge/,
    ],
    ['by its header', status(503, { 'cf-mitigated': 'challenge' }), 'refused', /bot challenge/],
  ])('%s', async (_what, answer, cause, why) => {
    expect(await ask(answer)).toMatchObject({ outcome: 'failed', cause, why: expect.stringMatching(why) });
  });
});

describe('redirects', () => {
  test.each<[string, Record<string, Answer>, string | null]>([
    ['for good', { '/feed': redirect(301, '/b'), '/b': feed }, '/b'],
    ['for good, twice', { '/feed': redirect(308, '/b'), '/b': redirect(301, '/c'), '/c': feed }, '/c'],
    ['for good, then for now', { '/feed': redirect(301, '/b'), '/b': redirect(302, '/c'), '/c': feed }, '/b'],
    ['for now', { '/feed': redirect(307, '/b'), '/b': feed }, null],
    ['for now, then for good', { '/feed': redirect(302, '/b'), '/b': redirect(301, '/c'), '/c': feed }, null],
    ['with a wait that is over', { '/feed': redirect(301, '/b', { 'retry-after': '0' }), '/b': feed }, '/b'],
  ])('%s: followed at once, and what it says of the address is kept', async (_what, answers, moved) => {
    const reading = await ask(at('/feed', answers));
    expect(reading.outcome).toBe('read');
    expect(reading.movedTo).toBe(moved && `${wire.server.url}${moved}`);
  });

  test('a feed’s own links are relative to where it was found', async () => {
    const atom =
      '<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><title>A</title><link href="1"/></entry></feed>';
    const reading = await ask(
      at('/feed', { '/feed': redirect(302, '/deep/b'), '/deep/b': status(200, {}, atom) }),
    );
    expect(reading).toMatchObject({ items: [{ link: `${wire.server.url}/deep/1` }] });
  });

  test.each<[string, Answer, RegExp]>([
    [
      'in a circle',
      at('/feed', { '/feed': redirect(302, '/b'), '/b': redirect(302, '/feed') }),
      /round in a circle/,
    ],
    [
      'without end',
      (request, response) => redirect(302, `${request.url}x`)(request, response),
      /more than 5 times/,
    ],
    ['to a file', redirect(302, 'file:///etc/passwd'), /expected http or https/],
    ['to a name and password', redirect(302, 'http://me:secret@127.0.0.1/'), /name and password/],
    ['to nowhere', redirect(302, 'http://'), /no address/],
  ])('%s', async (_what, answer, why) => {
    expect(await ask(answer)).toMatchObject({ outcome: 'failed', why: expect.stringMatching(why) });
  });
});

describe('a server that does not do its part is that feed’s failure', () => {
  test.each<[string, Answer, RegExp]>([
    [
      'silent after its headers',
      (_q, r) => void r.writeHead(200, { 'content-length': '500' }).flushHeaders(),
      /too slowly: 0 bytes/,
    ],
    [
      'drips',
      (_q, r) => {
        const drip = setInterval(() => r.write(' '), 50);
        r.on('close', () => clearInterval(drip));
      },
      /comes too slowly/,
    ],
    [
      'promises more than it sends',
      (_q, r) => void r.writeHead(200, { 'content-length': '5000' }).end(FEED.slice(0, -8)),
      /broke off|aborted|too slowly/,
    ],
    ['sends a bomb', status(200, { 'content-encoding': 'gzip' }, ''), /./],
    [
      'sends endless headers',
      (_q, r) => void r.writeHead(200, { x: 'y'.repeat(20_000) }).end(FEED),
      /headers of its answer are too large/,
    ],
    [
      'says gzip and sends garbage',
      status(200, { 'content-encoding': 'br' }, FEED),
      /cannot be unpacked from br/,
    ],
  ])('%s', async (what, answer, why) => {
    const bomb: Answer = (_q, r) =>
      void r.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(20_000_000)));
    const reading = await ask(what === 'sends a bomb' ? bomb : answer);
    expect(reading).toMatchObject({ outcome: 'failed', why: expect.stringMatching(why) });
    if (what === 'sends a bomb')
      expect(reading).toMatchObject({ why: 'its body is larger than 0.05 MB: not read' });
  });

  test('no HTTP at all', async () => {
    wire.server = await loopback(feed);
    const tcp = createTcp((socket) => socket.end('220 mail.example ESMTP\r\n')).listen(0, '127.0.0.1');
    await once(tcp, 'listening');
    const url = `http://127.0.0.1:${(tcp.address() as AddressInfo).port}`;
    const reading = await readerAt({ loopback: [url] })({ id: 'x', url }, NO_VALIDATORS, NOW);
    tcp.close();
    expect(reading).toMatchObject({ outcome: 'failed', why: expect.stringMatching(/no HTTP|broke off/) });
  });

  test('a certificate that nobody trusts', async () => {
    wire.server = await loopback(feed);
    const tls = createTls({ cert: CERT, key: KEY }, (_request, response) => response.end(FEED));
    tls.listen(0, '127.0.0.1');
    await once(tls, 'listening');
    const url = `https://127.0.0.1:${(tls.address() as AddressInfo).port}`;
    const reading = await readerAt({ loopback: [url] })({ id: 'x', url }, NO_VALIDATORS, NOW);
    tls.close();
    expect(reading).toMatchObject({
      outcome: 'failed',
      why: expect.stringMatching(/certificate is not valid/),
    });
  });

  test.each([
    ['ENOTFOUND', 'missing', 'no such host'],
    ['EAI_AGAIN', 'broken', 'the name of its host cannot be looked up now'],
  ])('a name that cannot be resolved: %s', async (code, cause, why) => {
    wire.server = await loopback(feed);
    const lookup = ((_host, _options, callback) =>
      callback(Object.assign(new Error(code), { code }), '', 4)) as LookupFunction;
    const reading = await readerAt({ lookup })({ id: 'x', url: 'http://feed.example/' }, NO_VALIDATORS, NOW);
    expect(reading).toMatchObject({ outcome: 'failed', cause, why });
  });

  test('one that hangs holds up its own feeds once, not each', async () => {
    let asked = 0;
    wire.server = await loopback(() => {
      asked += 1;
    });
    const reader = readerAt({ pauseMs: 0 });
    const readings = await Promise.all(
      ['/1', '/2', '/3'].map((path) =>
        reader({ id: path, url: `${wire.server.url}${path}` }, NO_VALIDATORS, NOW),
      ),
    );
    expect(asked).toBe(1);
    expect(readings).toMatchObject([
      { outcome: 'failed', why: 'timed out after 1.5 s' },
      { outcome: 'failed', why: expect.stringContaining('did not answer a moment ago') },
      { outcome: 'failed', why: expect.stringContaining('did not answer a moment ago') },
    ]);
  });
});

describe('compressed', () => {
  test.each<[string, Record<string, string>, Buffer]>([
    ['gzip', { 'content-encoding': 'gzip' }, gzipSync(FEED)],
    ['br', { 'content-encoding': 'br' }, brotliCompressSync(FEED)],
    ['a file.xml.gz that does not say so', { 'content-type': 'application/octet-stream' }, gzipSync(FEED)],
    ['gzip that was never applied', { 'content-encoding': 'gzip' }, Buffer.from(FEED)],
    ['gzip without its end', { 'content-encoding': 'gzip' }, gzipSync(FEED).subarray(0, -8)],
  ])('%s', async (_what, headers, body) => {
    const reading = await ask((_request, response) => void response.writeHead(200, headers).end(body));
    expect(reading).toMatchObject({ outcome: 'read', title: 'The Paper', bytes: body.length });
  });
});

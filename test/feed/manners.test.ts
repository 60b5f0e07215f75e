import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer as createTls } from 'node:https';
import { type AddressInfo, createServer as createTcp, type LookupFunction } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { DEFAULT_LIMITS, type FetchLimits } from '../../lib/feed/fetch-options.ts';
import { createReadFeed, type ReadFeedOptions } from '../../lib/feed/read-feed.ts';
import { userAgent } from '../../lib/feed/user-agent.ts';
import { type FeedOutcome, NO_VALIDATORS, type Validators } from '../../lib/model/feed.ts';
import { type Loopback, loopback } from '../support/loopback.ts';
import { CERT, KEY } from '../support/self-signed.ts';

/** How servers are asked: each row on a real server on loopback that notes what it is asked. */

const FEED =
  '<rss version="2.0"><channel><title>The Paper</title><item><title>A</title></item></channel></rss>';
const NOW = new Date('2026-03-09T12:00:00Z');
const LIMITS: FetchLimits = {
  ...DEFAULT_LIMITS,
  timeoutMs: 1_500,
  connectMs: 500,
  graceMs: 300,
  maxBytes: 50_000,
};
const AGENT = userAgent('https://desk.example/claimwatch');

let server: Loopback;
afterEach(() => server?.close());

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

async function ask(
  answer: Answer,
  validators: Validators = NO_VALIDATORS,
  options: Partial<ReadFeedOptions> = {},
): Promise<FeedOutcome> {
  server = await loopback(answer);
  return readerAt(options)({ id: 'x', url: `${server.url}/feed` }, validators, NOW);
}
const readerAt = (options: Partial<ReadFeedOptions> = {}) =>
  createReadFeed({ limits: LIMITS, userAgent: AGENT, loopback: [server.url], ...options });
const at =
  (path: string, answers: Record<string, Answer>): Answer =>
  (request, response) =>
    (answers[request.url ?? ''] ?? answers[path])?.(request, response);
const redirect =
  (status: number, location: string, headers: Record<string, string> = {}): Answer =>
  (_request, response) =>
    void response.writeHead(status, { location, ...headers }).end();
const feed: Answer = (_request, response) => void response.end(FEED);
const status =
  (code: number, headers: Record<string, string> = {}, body = ''): Answer =>
  (_request, response) =>
    void response.writeHead(code, headers).end(body);
const headersOf = (n: number) => server.requests[n]?.headers ?? {};

describe('asks', () => {
  test('with its name, version and where its operator is found; for feeds, compressed; without cookies or referrer', async () => {
    await ask((request, response) => {
      response.setHeader('set-cookie', 'id=1');
      (request.url === '/feed' ? redirect(302, '/b') : feed)(request, response);
    });
    expect(headersOf(1)).toEqual({
      'user-agent': expect.stringMatching(
        /^claimwatch\/\d+\.\d+\.\d+ \(.*\+https:\/\/desk\.example\/claimwatch\)$/,
      ),
      accept: expect.stringMatching(/^application\/rss\+xml, application\/atom\+xml/),
      'accept-encoding': 'gzip, br',
      host: expect.any(String),
      connection: expect.any(String),
    });
  });

  test('once for a feed that is added', async () => {
    await ask(feed);
    expect(server.requests.map(({ method, url }) => `${method} ${url}`)).toEqual(['GET /feed']);
  });

  test('by the validators of the last answer that was read, byte for byte, as often as nothing changes', async () => {
    const odd = { etag: 'W/"a b\\"', lastModified: 'yesterday, about noon' };
    const answer: Answer = (request, response) =>
      request.headers['if-none-match'] === odd.etag
        ? void response.writeHead(304, { etag: '"other"' }).end()
        : void response.writeHead(200, { etag: odd.etag, 'last-modified': odd.lastModified }).end(FEED);
    const first = await ask(answer);
    const validators = first.outcome === 'read' ? first.validators : NO_VALIDATORS;
    expect(validators).toMatchObject(odd);
    const reader = readerAt();
    const target = { id: 'x', url: `${server.url}/feed` };
    for (let i = 0; i < 3; i += 1)
      expect(await reader(target, validators, NOW)).toMatchObject({
        outcome: 'unchanged',
        by: '304',
        validators,
      });
    expect(headersOf(3)).toMatchObject({
      'if-none-match': odd.etag,
      'if-modified-since': odd.lastModified,
    });
  });

  test('a host for one feed at a time, with a pause between', async () => {
    let open = 0;
    let most = 0;
    const times: number[] = [];
    server = await loopback((_request, response) => {
      times.push(Date.now());
      open += 1;
      most = Math.max(most, open);
      setTimeout(() => {
        open -= 1;
        response.end(FEED);
      }, 20);
    });
    const reader = readerAt({ pauseMs: 100 });
    await Promise.all(
      ['/1', '/2', '/3'].map((path) => reader({ id: path, url: `${server.url}${path}` }, NO_VALIDATORS, NOW)),
    );
    expect([times.length, most]).toEqual([3, 1]);
    for (const [i, time] of times.entries())
      if (i > 0) expect(time - (times[i - 1] ?? 0)).toBeGreaterThanOrEqual(100);
  });
});

describe('is unchanged', () => {
  test('by its body, where a server gives another ETag each time', async () => {
    let n = 0;
    const answer: Answer = (_request, response) => void response.setHeader('etag', `"${n++}"`).end(FEED);
    const first = await ask(answer);
    const validators = first.outcome === 'read' ? first.validators : NO_VALIDATORS;
    const second = await readerAt()({ id: 'x', url: `${server.url}/feed` }, validators, NOW);
    expect(second).toMatchObject({ outcome: 'unchanged', by: 'body', validators: { etag: '"1"' } });
  });

  test('not by a 304 to a question that asked for no change', async () => {
    expect(await ask(status(304))).toMatchObject({
      outcome: 'failed',
      why: expect.stringContaining('304 though'),
    });
  });
});

describe('keeps the validators of before', () => {
  const known = { etag: '"1"', lastModified: null, digest: 'd' };
  test.each<[string, Answer]>([
    ['where the server fails', status(500, { etag: '"2"' })],
    ['where it answers with a page', status(200, { etag: '"2"' }, '<!doctype html><html></html>')],
  ])('%s', async (_what, answer) => {
    expect(await ask(answer, known)).not.toHaveProperty('validators');
  });

  test('none where the document breaks off: what it left out is there next time', async () => {
    const reading = await ask(status(200, { etag: '"2"' }, `${FEED.slice(0, -16)}<item><title>B`));
    expect(reading).toMatchObject({ outcome: 'read', validators: NO_VALIDATORS, items: [{ title: 'A' }] });
  });
});

describe('is told when to come again', () => {
  test.each<[string, Answer, string | null]>([
    ['429, in seconds', status(429, { 'retry-after': '120' }), '2026-03-09T12:02:00.000Z'],
    [
      '503, a date',
      status(503, { 'retry-after': 'Mon, 09 Mar 2026 13:00:00 GMT' }),
      '2026-03-09T13:00:00.000Z',
    ],
    ['429, at once', status(429, { 'retry-after': '0' }), '2026-03-09T12:00:00.000Z'],
    ['503, in a year: capped', status(503, { 'retry-after': '31536000' }), '2026-03-10T12:00:00.000Z'],
    ['429, garbage', status(429, { 'retry-after': 'soon' }), null],
    [
      'a redirect that asks to wait',
      redirect(302, '/b', { 'retry-after': '60' }),
      '2026-03-09T12:01:00.000Z',
    ],
  ])('%s', async (_what, answer, notBefore) => {
    expect(await ask(answer)).toMatchObject({ outcome: 'failed', cause: 'busy', notBefore });
  });

  test.each<[string, Record<string, string>, string | null]>([
    ['max-age', { 'cache-control': 'public, max-age=600' }, '2026-03-09T12:10:00.000Z'],
    ['max-age less its age', { 'cache-control': 'max-age=600', age: '300' }, '2026-03-09T12:05:00.000Z'],
    [
      'max-age before Expires',
      { 'cache-control': 'max-age=60', expires: 'Tue, 10 Mar 2026 00:00:00 GMT' },
      '2026-03-09T12:01:00.000Z',
    ],
    [
      'Expires by the clock of the server',
      { date: 'Mon, 09 Mar 2026 11:00:00 GMT', expires: 'Mon, 09 Mar 2026 11:30:00 GMT' },
      '2026-03-09T12:30:00.000Z',
    ],
    ['a year: capped', { 'cache-control': 'max-age=31536000' }, '2026-03-10T12:00:00.000Z'],
    ['no-cache', { 'cache-control': 'no-cache, max-age=600' }, null],
    ['Expires in the past', { expires: '0' }, null],
  ])('an answer that is fresh: %s', async (_what, headers, notBefore) => {
    expect(await ask(status(200, headers, FEED))).toMatchObject({ outcome: 'read', notBefore });
  });

  test('an answer without change as well', async () => {
    const reading = await ask(status(304, { 'cache-control': 'max-age=60' }), {
      ...NO_VALIDATORS,
      etag: '"1"',
    });
    expect(reading).toMatchObject({ outcome: 'unchanged', notBefore: '2026-03-09T12:01:00.000Z' });
  });

  test('the feed itself: ttl, its period, hours to skip', async () => {
    const told = (fields: string) => FEED.replace('<item>', `${fields}<item>`);
    expect(
      await ask(status(200, {}, told('<ttl>90</ttl><skipHours><hour>1</hour><hour>24</hour></skipHours>'))),
    ).toMatchObject({
      asks: { minutes: 90, skipHours: [1, 0] },
    });
    await server.close();
    expect(
      await ask(
        status(
          200,
          {},
          told('<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>'),
        ),
      ),
    ).toMatchObject({ asks: { minutes: 360 } });
  });
});

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
    expect(reading.movedTo).toBe(moved && `${server.url}${moved}`);
  });

  test('a feed’s own links are relative to where it was found', async () => {
    const atom =
      '<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><title>A</title><link href="1"/></entry></feed>';
    const reading = await ask(
      at('/feed', { '/feed': redirect(302, '/deep/b'), '/deep/b': status(200, {}, atom) }),
    );
    expect(reading).toMatchObject({ items: [{ link: `${server.url}/deep/1` }] });
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
      (_q, r) => void r.writeHead(200, { 'content-length': '5000' }).end(FEED),
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
      /can not be unpacked from br/,
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
    server = await loopback(feed);
    const tcp = createTcp((socket) => socket.end('220 mail.example ESMTP\r\n')).listen(0, '127.0.0.1');
    await once(tcp, 'listening');
    const url = `http://127.0.0.1:${(tcp.address() as AddressInfo).port}`;
    const reading = await readerAt({ loopback: [url] })({ id: 'x', url }, NO_VALIDATORS, NOW);
    tcp.close();
    expect(reading).toMatchObject({ outcome: 'failed', why: expect.stringMatching(/no HTTP|broke off/) });
  });

  test('a certificate that nobody trusts', async () => {
    server = await loopback(feed);
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
    ['EAI_AGAIN', 'broken', 'the name of its host can not be looked up now'],
  ])('a name that can not be resolved: %s', async (code, cause, why) => {
    server = await loopback(feed);
    const lookup = ((_host, _options, callback) =>
      callback(Object.assign(new Error(code), { code }), '', 4)) as LookupFunction;
    const reading = await readerAt({ lookup })({ id: 'x', url: 'http://feed.example/' }, NO_VALIDATORS, NOW);
    expect(reading).toMatchObject({ outcome: 'failed', cause, why });
  });

  test('one that hangs holds up its own feeds once, not each', async () => {
    let asked = 0;
    server = await loopback(() => {
      asked += 1;
    });
    const reader = readerAt({ pauseMs: 0 });
    const readings = await Promise.all(
      ['/1', '/2', '/3'].map((path) => reader({ id: path, url: `${server.url}${path}` }, NO_VALIDATORS, NOW)),
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

/** A resolver of which every name is at these addresses. */
function resolveTo(...addresses: string[]): LookupFunction & { asked: number } {
  const lookup = ((_host, options, callback) => {
    lookup.asked += 1;
    const all = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    if (options.all) callback(null, all);
    else callback(null, all[0]?.address ?? '', all[0]?.family);
  }) as LookupFunction & { asked: number };
  lookup.asked = 0;
  return lookup;
}

describe('dials public addresses only', () => {
  test.each([
    'http://127.0.0.1/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://0.0.0.0/',
    'http://[::1]/',
    'http://[::]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:a9fe:a9fe]/',
    'http://[64:ff9b::a9fe:a9fe]/',
    'http://[fe80::1]/',
    'http://[fd00:ec2::254]/',
    'http://10.1.2.3/',
    'http://172.16.0.1/',
    'http://192.168.0.1/',
    'http://100.100.100.200/',
    'http://169.254.169.254/latest/meta-data/',
    'http://168.63.129.16/',
    'http://198.18.0.1/',
    'http://224.0.0.1/',
    'http://255.255.255.255/',
    'https://127.0.0.1/',
  ])('%s', async (url) => {
    const reading = await readerAt({ loopback: [] })({ id: 'x', url }, NO_VALIDATORS, NOW);
    expect(reading).toMatchObject({
      outcome: 'failed',
      cause: 'forbidden',
      why: expect.stringContaining('an address that is not public'),
    });
  });

  test.each([['127.0.0.1'], ['93.184.216.34', '127.0.0.1'], ['::ffff:10.0.0.1'], ['169.254.169.254']])(
    'also where a name resolves to %s',
    async (...addresses) => {
      server = await loopback(feed);
      const { port } = new URL(server.url);
      const reading = await readerAt({ lookup: resolveTo(...addresses) })(
        { id: 'x', url: `http://feed.example:${port}/` },
        NO_VALIDATORS,
        NOW,
      );
      expect(reading).toMatchObject({ cause: 'forbidden' });
      expect(server.requests).toEqual([]);
    },
  );

  test('on each hop: a redirect leads nowhere that its first address could not', async () => {
    const reading = await ask(redirect(302, 'http://127.0.0.1:9/'));
    expect(reading).toMatchObject({ cause: 'forbidden', why: expect.stringContaining('127.0.0.1') });
  });

  test('a name is resolved once for each hop, and what was checked is what is dialled', async () => {
    server = await loopback((request, response) =>
      request.headers.host?.startsWith('first')
        ? redirect(302, `http://second.example:${port}/`)(request, response)
        : feed(request, response),
    );
    const { port } = new URL(server.url);
    const lookup = resolveTo('127.0.0.1');
    const reader = readerAt({ lookup, loopback: [`http://first.example:${port}`] });
    // The second name has been pointed at loopback since somebody looked: it is refused when it is dialled.
    expect(await reader({ id: 'x', url: `http://first.example:${port}/` }, NO_VALIDATORS, NOW)).toMatchObject(
      {
        cause: 'forbidden',
      },
    );
    expect([server.requests.length, lookup.asked]).toEqual([1, 2]);
  });

  test.each(['ftp://feed.example/', 'file:///etc/passwd', 'gopher://feed.example/', 'data:text/xml,<rss/>'])(
    '%s is not read',
    async (url) => {
      expect(await readerAt()({ id: 'x', url }, NO_VALIDATORS, NOW)).toMatchObject({ cause: 'forbidden' });
    },
  );
});

import { describe, expect, test } from 'vitest';
import { NO_VALIDATORS } from '../../lib/model/feed.ts';
import { loopback } from '../support/loopback.ts';
import {
  type Answer,
  ask,
  FEED,
  feed,
  headersOf,
  NOW,
  readerAt,
  redirect,
  status,
  useServer,
  wire,
} from '../support/manners.ts';

/** How servers are asked, and what they say of the next time. */

useServer();

describe('asks', () => {
  test('with its name, version and where its operator is found; for feeds, compressed; without a referrer or anything else', async () => {
    await ask((request, response) => {
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
    expect(wire.server.requests.map(({ method, url }) => `${method} ${url}`)).toEqual(['GET /feed']);
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
    const target = { id: 'x', url: `${wire.server.url}/feed` };
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
    wire.server = await loopback((_request, response) => {
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
      ['/1', '/2', '/3'].map((path) =>
        reader({ id: path, url: `${wire.server.url}${path}` }, NO_VALIDATORS, NOW),
      ),
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
    const second = await readerAt()({ id: 'x', url: `${wire.server.url}/feed` }, validators, NOW);
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
    await wire.server.close();
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

import type { LookupFunction } from 'node:net';
import { describe, expect, test } from 'vitest';
import { NO_VALIDATORS } from '../../lib/model/feed.ts';
import { loopback } from '../support/loopback.ts';
import { ask, feed, NOW, readerAt, redirect, useServer, wire } from '../support/manners.ts';

/** What is never dialled. */

useServer();

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
      wire.server = await loopback(feed);
      const { port } = new URL(wire.server.url);
      const reading = await readerAt({ lookup: resolveTo(...addresses) })(
        { id: 'x', url: `http://feed.example:${port}/` },
        NO_VALIDATORS,
        NOW,
      );
      expect(reading).toMatchObject({ cause: 'forbidden' });
      expect(wire.server.requests).toEqual([]);
    },
  );

  test('on each hop: a redirect leads nowhere that its first address could not', async () => {
    const reading = await ask(redirect(302, 'http://127.0.0.1:9/'));
    expect(reading).toMatchObject({ cause: 'forbidden', why: expect.stringContaining('127.0.0.1') });
  });

  test('nor to this machine, where another address may be read there', async () => {
    const inner = await loopback(feed);
    wire.server = await loopback(redirect(302, `${inner.url}/admin`));
    const reader = readerAt({ loopback: [wire.server.url, inner.url] });
    try {
      expect(await reader({ id: 'x', url: `${wire.server.url}/` }, NO_VALIDATORS, NOW)).toMatchObject({
        cause: 'forbidden',
      });
      expect(await reader({ id: 'x', url: `${inner.url}/` }, NO_VALIDATORS, NOW)).toMatchObject({
        outcome: 'read',
      });
      expect(inner.requests).toHaveLength(1);
    } finally {
      await inner.close();
    }
  });

  test('a name is resolved once for each hop, and what was checked is what is dialled', async () => {
    wire.server = await loopback((request, response) =>
      request.headers.host?.startsWith('first')
        ? redirect(302, `http://second.example:${port}/`)(request, response)
        : feed(request, response),
    );
    const { port } = new URL(wire.server.url);
    const lookup = resolveTo('127.0.0.1');
    const reader = readerAt({ lookup, loopback: [`http://first.example:${port}`] });
    // The second name has been pointed at loopback since somebody looked: it is refused when it is dialled.
    expect(await reader({ id: 'x', url: `http://first.example:${port}/` }, NO_VALIDATORS, NOW)).toMatchObject(
      {
        cause: 'forbidden',
      },
    );
    expect([wire.server.requests.length, lookup.asked]).toEqual([1, 2]);
  });

  test.each(['ftp://feed.example/', 'file:///etc/passwd', 'gopher://feed.example/', 'data:text/xml,<rss/>'])(
    '%s is not read',
    async (url) => {
      expect(await readerAt()({ id: 'x', url }, NO_VALIDATORS, NOW)).toMatchObject({ cause: 'forbidden' });
    },
  );
});

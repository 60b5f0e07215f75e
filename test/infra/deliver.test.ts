import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { at, failedOf, invoke, measured, sentBodies, told, useDeployed } from '../support/deployed.ts';
import { mayDoWhatItDoes } from '../support/permissions.ts';

/** Messages to receivers outside AWS: signed, tried for a day, given up for good where the receiver says so. */

const SECRET = `whsec_${Buffer.from('a secret of 24 bytes.....').toString('base64')}`;

interface Received {
  readonly headers: Record<string, string>;
  readonly body: string;
}

/** A receiver that answers as it is told, the last answer to all that follow. */
const received: Received[] = [];
let script: (readonly [status: number, headers?: Record<string, string>])[] = [[204]];
let server: Server;
let url = '';
beforeAll(async () => {
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    received.push({
      headers: request.headers as Record<string, string>,
      body: Buffer.concat(chunks).toString(),
    });
    const [status = 500, headers = {}] = (script.length > 1 ? script.shift() : script[0]) ?? [];
    response.writeHead(status, headers).end('{"secret":"of the receiver"}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
});
afterAll(() => server.close());

const HOOK = {
  type: 'webhook',
  url: 'https://hooks.example/in',
  secretParameter: '/claimwatch/hook',
} as const;
const SLACK = { type: 'slack', urlParameter: '/claimwatch/slack' } as const;
useDeployed({ channels: { hook: HOOK, slack: SLACK } }, async ({ endpoint, parameters }) => {
  while (url === '') await new Promise((done) => setTimeout(done, 10));
  parameters.set('/claimwatch/hook', SECRET);
  parameters.set('/claimwatch/slack', `${url}/T0/B0/secret`);
  return {
    DELIVERIES_URL: `${endpoint}/1/deliveries`,
    CHANNELS: JSON.stringify([
      { name: 'hook', isDigest: false, ...HOOK, url },
      { name: 'slack', isDigest: false, ...SLACK },
    ]),
  };
});
beforeEach(() => {
  received.length = 0;
  script = [[204]];
});

const NOW = () => new Date().toISOString();
const message = (change: object = {}) => ({
  channel: 'hook',
  id: 'msg_0123456789abcdef0123456789abcdef',
  body: '{"type":"claimwatch.change","data":{}}',
  since: NOW(),
  tries: 0,
  notBefore: NOW(),
  ...change,
});
const deliver = (...messages: object[]) =>
  invoke('Deliver', {
    Records: messages.map((body, i) => ({
      messageId: `m${i}`,
      body: JSON.stringify(body),
      eventSource: 'aws:sqs',
      attributes: {},
      messageAttributes: {},
    })),
  });
const delays = () =>
  at.aws.calls
    .filter(({ action }) => action === 'sqs:SendMessageBatch')
    .flatMap(({ body }) => JSON.parse(body).Entries)
    .map(({ DelaySeconds }: { DelaySeconds: number }) => DelaySeconds);

describe('deliver', () => {
  test('posts a message once, signed by Standard Webhooks', async () => {
    expect(failedOf(await deliver(message()))).toEqual([]);
    expect(received).toHaveLength(1);
    const [{ headers, body } = { headers: {}, body: '' }] = received;
    expect(new Webhook(SECRET).verify(body, headers)).toEqual({ type: 'claimwatch.change', data: {} });
    expect(() => new Webhook(SECRET).verify(`${body} `, headers)).toThrow();
    expect(measured('Deliveries')).toBe(1);
    expect(sentBodies()).toEqual([]);
  });

  test('tries again what was not taken, with the same id, ever later, until it is taken', async () => {
    script = [[500], [302, { location: 'https://elsewhere.example/' }], [200]];
    await deliver(message());
    expect(delays()).toEqual([5]);
    const [first] = sentBodies();
    at.aws.calls.length = 0;
    await deliver({ ...first, notBefore: NOW() });
    expect(delays()).toEqual([60]);
    const [second] = sentBodies();
    at.aws.calls.length = 0;
    await deliver({ ...second, notBefore: NOW() });
    expect([sentBodies(), received.length]).toEqual([[], 3]);
    expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  });

  test('holds back what is not due, for as long as the queue can', async () => {
    const notBefore = new Date(Date.now() + 3 * 3_600_000).toISOString();
    await deliver(message({ notBefore, tries: 6 }));
    expect([received.length, delays()]).toEqual([0, [900]]);
    expect(sentBodies()).toMatchObject([{ notBefore, tries: 6 }]);
  });

  test('waits for as long as the receiver asks', async () => {
    script = [[429, { 'retry-after': '700' }]];
    await deliver(message());
    const [{ notBefore }] = sentBodies();
    expect(Date.parse(notBefore) - Date.now()).toBeGreaterThan(650_000);
  });

  test('gives a message that was tried for a day to the failure queue', async () => {
    script = [[500]];
    await expect(deliver(message({ tries: 10 }))).rejects.toThrow('All records failed');
    expect(JSON.stringify(told)).toContain(
      'was not taken in 10 tries over a day (the receiver answered 500)',
    );
  });

  test('sends nothing more to a receiver that is gone, until it has another address', async () => {
    script = [[410]];
    await deliver(message());
    expect(await at.records.channelState('hook')).toMatchObject({ why: 'the receiver answered 410' });
    expect(measured('ChannelsDisabled')).toBe(1);
    await deliver(message());
    expect(received).toHaveLength(1);
    await at.records.saveChannelState({ name: 'hook', address: 'another', disabledAt: NOW(), why: '' });
    script = [[200]];
    await deliver(message());
    expect(received).toHaveLength(2);
  });

  test('posts to the address that a SecureString holds, which no log tells', async () => {
    script = [[404]];
    await deliver(message({ channel: 'slack', body: '{"text":"x"}' }));
    expect(received[0]?.headers['webhook-id']).toBeUndefined();
    expect(received[0]?.body).toBe('{"text":"x"}');
    expect(JSON.stringify(told)).not.toMatch(/T0|of the receiver|whsec/);
  });

  test('one receiver that is down holds up no other message of its batch', async () => {
    script = [[500], [200]];
    expect(failedOf(await deliver(message(), message({ id: 'msg_b', channel: 'slack' })))).toEqual([]);
    expect([received.length, sentBodies().length]).toEqual([2, 1]);
  });

  test('what is of a channel that is no more is dropped, what is no message fails', async () => {
    await deliver(message({ channel: 'former' }));
    expect([received.length, sentBodies()]).toEqual([0, []]);
    await expect(deliver({ no: 'message' })).rejects.toThrow('All records failed');
  });
});

mayDoWhatItDoes('Deliver');

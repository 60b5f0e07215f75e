import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Match } from 'aws-cdk-lib/assertions';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { at, failedOf, invoke, measured, told, useDeployed } from '../support/deployed.ts';
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

const message = (change: object = {}) => ({
  channel: 'hook',
  id: 'msg_0123456789abcdef0123456789abcdef',
  body: '{"type":"claimwatch.change","data":{}}',
  ...change,
});
/** A batch of messages, each for the nth time. */
const deliver = (tries: number, ...messages: object[]) =>
  invoke('Deliver', {
    Records: messages.map((body, i) => ({
      messageId: `m${i}`,
      receiptHandle: `handle ${i}`,
      body: JSON.stringify(body),
      eventSource: 'aws:sqs',
      attributes: { ApproximateReceiveCount: String(tries) },
      messageAttributes: {},
    })),
  });
/** For how many seconds messages were hidden. */
const waits = () =>
  at.aws.calls
    .filter(({ action }) => action === 'sqs:ChangeMessageVisibility')
    .map(({ body }) => JSON.parse(body).VisibilityTimeout);

describe('deliver', () => {
  test('posts a message once, signed by Standard Webhooks', async () => {
    expect(failedOf(await deliver(1, message()))).toEqual([]);
    expect(received).toHaveLength(1);
    const [{ headers, body } = { headers: {}, body: '' }] = received;
    expect(new Webhook(SECRET).verify(body, headers)).toEqual({ type: 'claimwatch.change', data: {} });
    expect(() => new Webhook(SECRET).verify(`${body} `, headers)).toThrow();
    expect(measured('Deliveries')).toBe(1);
    expect(waits()).toEqual([]);
  });

  test('leaves in the queue what was not taken, hidden for ever longer, under the same id', async () => {
    script = [[500], [302, { location: 'https://elsewhere.example/' }], [503], [200]];
    for (const tries of [1, 2, 3]) expect(failedOf(await deliver(tries, message()))).toEqual(['m0']);
    expect(waits()).toEqual([5, 60, 300]);
    expect(failedOf(await deliver(4, message()))).toEqual([]);
    expect(received).toHaveLength(4);
    expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  });

  test('its waits add up to a day, after which the queue gives it to its failure queue', async () => {
    script = [[500]];
    for (let tries = 1; tries <= 11; tries += 1) await deliver(tries, message());
    const day = waits().reduce((sum: number, wait: number) => sum + wait, 0);
    expect(day / 3_600).toBeGreaterThan(23);
    expect(day / 3_600).toBeLessThan(25);
    at.deployment.template.hasResourceProperties('AWS::SQS::Queue', {
      RedrivePolicy: { maxReceiveCount: 11, deadLetterTargetArn: Match.anyValue() },
    });
  });

  test('waits for as long as the receiver asks, in seconds or by a date, within what the queue can', async () => {
    const date = new Date(Date.now() + 2 * 3_600_000).toUTCString();
    script = [
      [429, { 'retry-after': '700' }],
      [503, { 'retry-after': date }],
      [503, { 'retry-after': '99999999' }],
    ];
    for (let i = 0; i < 3; i += 1) await deliver(1, message());
    const [seconds, hours, longest] = waits();
    expect(seconds).toBeGreaterThan(690);
    expect(hours).toBeGreaterThan(7_000);
    expect(longest).toBeLessThanOrEqual(43_200);
  });

  test('sends nothing more to a receiver that is gone, until it has another address', async () => {
    script = [[410]];
    expect(failedOf(await deliver(1, message()))).toEqual([]);
    expect(await at.records.channelState('hook')).toMatchObject({ why: 'the receiver answered 410' });
    expect(measured('ChannelsDisabled')).toBe(1);
    await deliver(1, message());
    expect(received).toHaveLength(1);
    expect(JSON.stringify(told)).toContain('A message was dropped');
    const at410 = { name: 'hook', address: 'another', disabledAt: '2026-03-05T12:00:00Z', why: '' };
    await at.records.saveChannelState(at410);
    script = [[200]];
    await deliver(1, message());
    expect(received).toHaveLength(2);
  });

  test('posts to the address that a SecureString holds, which no log tells', async () => {
    script = [[404]];
    await deliver(1, message({ channel: 'slack', body: '{"text":"x"}' }));
    expect(received[0]?.headers['webhook-id']).toBeUndefined();
    expect(received[0]?.body).toBe('{"text":"x"}');
    expect(JSON.stringify(told)).not.toMatch(/T0|of the receiver|whsec/);
  });

  test.each([
    ['an address that is none', '/claimwatch/slack', 'slack', 'not an address', 'holds no https address'],
    ['a secret that is none', '/claimwatch/hook', 'hook', 'whsec_???', 'holds no secret like whsec_'],
  ])('%s waits like a receiver that is down, and is not told', async (_what, name, channel, value, why) => {
    const before = at.aws.parameters.get(name) ?? '';
    at.aws.parameters.set(name, value);
    expect(failedOf(await deliver(1, message({ channel })))).toEqual(['m0']);
    at.aws.parameters.set(name, before);
    expect([received.length, waits()]).toEqual([0, [5]]);
    expect(JSON.stringify(told)).toContain(why);
    expect(JSON.stringify(told)).not.toContain(value);
  });

  test('one receiver that is down holds up no other message of its batch', async () => {
    script = [[500], [200]];
    const answer = await deliver(1, message(), message({ id: 'msg_b', channel: 'slack' }));
    expect(failedOf(answer)).toEqual(['m0']);
    expect(received).toHaveLength(2);
  });

  test('what is of a channel that is no more is dropped, what is no message stays', async () => {
    expect(failedOf(await deliver(1, message({ channel: 'former' })))).toEqual([]);
    expect(received.length).toBe(0);
    expect(failedOf(await deliver(1, { no: 'message' }))).toEqual(['m0']);
  });
});

mayDoWhatItDoes('Deliver');

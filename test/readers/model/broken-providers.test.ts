import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { chatCompletions } from '../../../lib/readers/model/chat-completions.ts';
import { takesOf } from '../../../lib/readers/model/models.ts';
import { KEY, REQUEST, TEXT } from '../../support/wires.ts';

/** Providers that are broken, or hostile: each request ends soon, in words, within bounds, and with the provider that was named. */

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closers.push(() => {
    server.closeAllConnections();
    return new Promise((done) => server.close(done));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const said = (content: unknown) =>
  JSON.stringify({ choices: [{ finish_reason: 'stop', message: { content } }] });
/** Packed beforehand: that takes longer than a provider may. */
const PACKED = gzipSync(Buffer.alloc(100_000_000, ' '));
const json = { 'content-type': 'application/json' };

async function askOf(answer: RequestListener) {
  const url = await serve(answer);
  const options = {
    baseUrl: `${url}/v1`,
    model: 'm',
    key: KEY,
    takes: takesOf('openai', 'm'),
    note: () => {},
  };
  const reply = await chatCompletions({ ...options, timeoutMs: 400 }).ask(REQUEST);
  expect(JSON.stringify(reply)).not.toContain(KEY);
  return reply;
}

describe('fails in words, to be asked again, where the provider', () => {
  test.each<[string, RequestListener, RegExp]>([
    [
      'sends its answer without end',
      (_request, response) => {
        response.writeHead(200, json);
        const drip = setInterval(() => response.write(' '), 50);
        response.on('close', () => clearInterval(drip));
      },
      /./,
    ],
    [
      'asks to wait for days, in milliseconds',
      (_request, response) => response.writeHead(429, { ...json, 'retry-after-ms': '259200000' }).end('{}'),
      /429/,
    ],
    [
      'asks to wait for days',
      (_request, response) => response.writeHead(429, { ...json, 'retry-after': '259200' }).end('{}'),
      /429/,
    ],
    [
      'packs a hundred megabytes',
      (_request, response) => response.writeHead(200, { ...json, 'content-encoding': 'gzip' }).end(PACKED),
      /more than 2000000 bytes/,
    ],
    [
      'has a page in its place',
      (_request, response) => response.writeHead(200, json).end('<html>sign in</html>'),
      /./,
    ],
    [
      'wants to be paid',
      (_request, response) => response.writeHead(402, json).end('{"error":{"message":"no credit"}}'),
      /no credit/,
    ],
    [
      'says the key',
      (_request, response) =>
        response.writeHead(500, json).end(JSON.stringify({ error: { message: `who is ${KEY}?` } })),
      /500/,
    ],
  ])('%s', async (_what, answer, why) => {
    expect(await askOf(answer)).toMatchObject({
      outcome: 'failed',
      retry: true,
      why: expect.stringMatching(why),
    });
  });
});

describe('takes for a text', () => {
  test.each<[string, unknown, string]>([
    ['a list of parts', [{ type: 'text', text: TEXT }], TEXT],
    ['an object', JSON.parse(TEXT), TEXT],
  ])('%s', async (_what, content, text) => {
    const reply = await askOf((_request, response) => response.writeHead(200, json).end(said(content)));
    expect(reply).toMatchObject({ outcome: 'text', text });
  });
});

test('goes to no other host than the one that was named', async () => {
  let elsewhere = 0;
  const other = await serve((_request, response) => {
    elsewhere += 1;
    response.writeHead(200, json).end(said(TEXT));
  });
  const reply = await askOf((_request, response) =>
    response.writeHead(307, { location: `${other}/v1` }).end(),
  );
  expect([reply.outcome, elsewhere]).toEqual(['failed', 0]);
});

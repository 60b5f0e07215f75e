import { createHash, createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A provider of models on loopback, which answers what it is told and notes what it was sent. */

export interface Sent {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  // biome-ignore lint/suspicious/noExplicitAny: what a client sends is looked into by the tests
  readonly body: any;
  readonly raw: string;
  readonly at: number;
}

/** One answer: a status with its body and headers; `hang` never answers, `cut` breaks the connection half way. */
export interface Answering {
  readonly status?: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly how?: 'hang' | 'cut';
}

export interface Provider {
  readonly url: string;
  readonly sent: Sent[];
  /** The answers to the next requests, the last one to all that follow. */
  script: Answering[];
  /** Answers by what was asked, in place of the script. */
  respond: ((sent: Sent) => Answering) | null;
  close(): Promise<void>;
}

export async function startProvider(): Promise<Provider> {
  const sent: Sent[] = [];
  const provider = {
    url: '',
    sent,
    script: [] as Answering[],
    respond: null as Provider['respond'],
    close: async () => {},
  };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const raw = Buffer.concat(chunks).toString();
    const body = JSON.parse(raw || 'null');
    const one = { path: request.url ?? '', headers: request.headers, body, raw, at: Date.now() };
    sent.push(one);
    const next = provider.script.length > 1 ? provider.script.shift() : provider.script[0];
    const answer = provider.respond?.(one) ?? next ?? { status: 500 };
    if (answer.how === 'hang') return;
    const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body ?? {});
    response.writeHead(answer.status ?? 200, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(text),
      ...answer.headers,
    });
    if (answer.how === 'cut') {
      response.write(text.slice(0, Math.floor(text.length / 2)));
      setTimeout(() => response.destroy(), 20);
      return;
    }
    response.end(text);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  provider.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  provider.close = async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  };
  return provider;
}

/** Whether a request carries the signature of a secret, by AWS Signature Version 4. */
export function isSignedBy(secret: string, { path, headers, raw }: Sent): boolean {
  const authorization = headers.authorization ?? '';
  const [, scope = '', names = '', signature] =
    /Credential=[^/]+\/([^,]+), SignedHeaders=([^,]+), Signature=(\w+)/.exec(authorization) ?? [];
  const [day = '', region = '', service = '', end = ''] = scope.split('/');
  const hash = (text: string) => createHash('sha256').update(text).digest('hex');
  const mac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();
  // The path is encoded once more than it was sent.
  const uri = path
    .split('/')
    .map((part) => encodeURIComponent(part))
    .join('/');
  const canonical = [
    'POST',
    uri,
    '',
    ...names.split(';').map((name) => `${name}:${String(headers[name]).trim().replace(/\s+/g, ' ')}`),
    '',
    names,
    hash(raw),
  ].join('\n');
  const toSign = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, hash(canonical)].join('\n');
  const key = [region, service, end].reduce(mac, mac(`AWS4${secret}`, day));
  return mac(key, toSign).toString('hex') === signature;
}

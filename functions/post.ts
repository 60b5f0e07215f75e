import { Webhook } from 'standardwebhooks';
import { retryAt } from '../lib/feed/cache-headers.ts';
import type { PostedChannel } from '../lib/model/deployed-channel.ts';
import { isLoopback } from '../lib/model/loopback.ts';
import type { Delivery } from './delivery-message.ts';
import { parameter } from './parameter.ts';

/** What came of one try. */
export type Posted =
  | { readonly outcome: 'taken' }
  /** The receiver wants no more of it, ever. */
  | { readonly outcome: 'gone'; readonly why: string }
  | {
      readonly outcome: 'failed';
      readonly why: string;
      /** By the receiver's own word, ISO 8601; null where it gives none. */
      readonly notBefore: string | null;
    };

/** A receiver has so long to answer, in milliseconds. */
const TIMEOUT_MS = 15_000;

/** Where a channel's messages go, or why that can't be told. */
export async function addressOf(
  channel: PostedChannel,
): Promise<{ readonly url: string } | { readonly why: string }> {
  if (channel.type === 'webhook') return { url: channel.url };
  try {
    const url = await parameter(channel.urlParameter, 'the address of an incoming webhook', PUT);
    const { protocol = '', hostname = '' } = URL.parse(url) ?? {};
    if (protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname))) return { url };
    return { why: `the parameter ${channel.urlParameter} holds no https address` };
  } catch (error) {
    return { why: error instanceof Error ? error.message : String(error) };
  }
}

const PUT = 'aws ssm put-parameter --type SecureString';

/** Posts a message once, without following redirects; a webhook's is signed by Standard Webhooks. Never throws. */
export async function post(
  channel: PostedChannel,
  url: string,
  { id, body }: Delivery,
  now: Date,
): Promise<Posted> {
  const signed =
    channel.type === 'webhook' ? await signedHeaders(channel.secretParameter, id, body, now) : {};
  if ('why' in signed) return { outcome: 'failed', why: signed.why, notBefore: null };
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'user-agent': 'claimwatch', ...signed },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    await response.body?.cancel();
    const { status, ok, headers } = response;
    if (ok) return { outcome: 'taken' };
    const why = `the receiver answered ${status}`;
    if (status === 410) return { outcome: 'gone', why };
    return { outcome: 'failed', why, notBefore: retryAt(headers.get('retry-after') ?? undefined, now) };
  } catch (error) {
    // The error of a connection may hold the address, which may be the secret.
    const isLate = error instanceof Error && error.name === 'TimeoutError';
    return {
      outcome: 'failed',
      why: isLate ? 'the receiver did not answer in time' : 'the receiver cannot be reached',
      notBefore: null,
    };
  }
}

async function signedHeaders(
  secretParameter: string,
  id: string,
  body: string,
  now: Date,
): Promise<Record<string, string> | { readonly why: string }> {
  try {
    const secret = await parameter(secretParameter, 'a secret like whsec_…', PUT);
    return {
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
      'webhook-signature': new Webhook(secret).sign(id, now, body),
    };
  } catch (error) {
    // The words of whoever reads the secret may repeat it.
    const isParameter = error instanceof Error && error.message.startsWith('The parameter');
    return {
      why: isParameter ? error.message : `the parameter ${secretParameter} holds no secret like whsec_…`,
    };
  }
}

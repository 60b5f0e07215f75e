import { Webhook } from 'standardwebhooks';
import type { PostedChannel } from '../lib/model/deployed-channel.ts';
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
      /** By the receiver's own word, in seconds; null where it gives none. */
      readonly waitSeconds: number | null;
    };

/** A receiver has so long to answer, in milliseconds. */
const TIMEOUT_MS = 15_000;

/** Where a channel's messages go. @throws where its parameter cannot be read */
export async function addressOf(channel: PostedChannel): Promise<string> {
  if (channel.type === 'webhook') return channel.url;
  return parameter(channel.urlParameter, 'the address of an incoming webhook', PUT);
}

const PUT = 'aws ssm put-parameter --type SecureString';

/** Posts a message once, without following redirects; a webhook's is signed by Standard Webhooks. */
export async function post(
  channel: PostedChannel,
  url: string,
  { id, body }: Delivery,
  now: Date,
): Promise<Posted> {
  const signed =
    channel.type === 'webhook'
      ? signedHeaders(await parameter(channel.secretParameter, 'a secret like whsec_…', PUT), id, body, now)
      : {};
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
    return status === 410
      ? { outcome: 'gone', why }
      : { outcome: 'failed', why, waitSeconds: waitOf(headers) };
  } catch (error) {
    // The error of a connection may hold the address, which may be the secret.
    const why =
      error instanceof Error && error.name === 'TimeoutError'
        ? 'the receiver did not answer in time'
        : 'the receiver cannot be reached';
    return { outcome: 'failed', why, waitSeconds: null };
  }
}

/** @throws where the secret is none */
function signedHeaders(secret: string, id: string, body: string, now: Date): Record<string, string> {
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign(id, now, body),
  };
}

function waitOf(headers: Headers): number | null {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  return seconds > 0 ? seconds : null;
}

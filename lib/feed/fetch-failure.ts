import { isIP } from 'node:net';
import type { FailureCause } from '../model/feed.ts';
import { WHY_LENGTH } from '../model/limits.ts';

/** What went wrong, and what it says of the next time. */
export class FetchFailure extends Error {
  readonly failure: FailureCause;
  readonly notBefore: string | null;
  /** The host that said so; null where that is none's word. */
  readonly host: string | null;

  constructor(
    failure: FailureCause,
    why: string,
    notBefore: string | null = null,
    host: string | null = null,
  ) {
    super(oneLine(why));
    this.failure = failure;
    this.notBefore = notBefore;
    this.host = host;
  }
}

/** Servers have their say in it: a line of a bounded length, without signs that steer a terminal or a text. */
function oneLine(why: string): string {
  const plain = why.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  return plain.length > WHY_LENGTH ? `${plain.slice(0, WHY_LENGTH)}…` : plain;
}

const REASONS = new Map<string, readonly [FailureCause, string]>([
  ['ECONNREFUSED', ['broken', 'nothing answers at this address']],
  ['EHOSTUNREACH', ['broken', 'its host cannot be reached']],
  ['ENETUNREACH', ['broken', 'its host cannot be reached']],
  ['ETIMEDOUT', ['broken', 'its host does not answer']],
  ['ENOTFOUND', ['missing', 'no such host']],
  ['EAI_AGAIN', ['broken', 'the name of its host cannot be looked up now']],
  ['ECONNRESET', ['broken', 'the server broke off the answer']],
  ['EPIPE', ['broken', 'the server broke off the answer']],
  ['HPE_HEADER_OVERFLOW', ['broken', 'the headers of its answer are too large']],
]);

/** Whatever was thrown on the way, in words for the feed's editor. */
export function asFailure(error: unknown): FetchFailure {
  if (error instanceof FetchFailure) return error;
  if (!(error instanceof Error)) return new FetchFailure('broken', String(error));
  // Where all of a host's addresses were tried in vain, each has its error.
  const cause = error instanceof AggregateError && error.errors[0] instanceof Error ? error.errors[0] : error;
  if (/is not allowed\. Because/.test(cause.message))
    return new FetchFailure(
      'forbidden',
      `its host is at an address that is not public (${addressIn(cause.message)}): not read`,
    );
  const code = 'code' in cause ? String(cause.code) : '';
  const [failure, why] = REASONS.get(code) ?? ['broken', reasonOf(code, cause.message)];
  return new FetchFailure(failure, why);
}

function reasonOf(code: string, message: string): string {
  if (/CERT|SELF_SIGNED|UNABLE_TO_(?:GET|VERIFY)|^ERR_TLS/.test(code))
    return `its certificate is not valid (${code}): ${message}`;
  if (/^ERR_SSL|^EPROTO/.test(code)) return `no TLS connection can be made (${code})`;
  if (code.startsWith('HPE_')) return `its answer is no HTTP (${code})`;
  return code && !message.includes(code) ? `${message} (${code})` : message;
}

function addressIn(message: string): string {
  return message.split(/[\s(]/).find((word) => isIP(word)) ?? 'unknown';
}

import type { LookupFunction } from 'node:net';
import type { FailureCause, Validators } from '../model/feed.ts';

export interface FetchLimits {
  /** Until the connection stands, TLS included, in milliseconds. */
  readonly connectMs: number;
  /** For the whole answer with its redirects, in milliseconds. */
  readonly timeoutMs: number;
  /** Bytes per second below which an answer is given up, once it has taken `graceMs`. */
  readonly floor: number;
  readonly graceMs: number;
  /** Of the body, as it comes and decompressed, in bytes. */
  readonly maxBytes: number;
  readonly maxHeaderBytes: number;
  readonly maxRedirects: number;
}

export const DEFAULT_LIMITS: FetchLimits = {
  connectMs: 5_000,
  timeoutMs: 20_000,
  floor: 1_000,
  graceMs: 5_000,
  maxBytes: 8_000_000,
  maxHeaderBytes: 16_384,
  maxRedirects: 5,
};

export interface FetchOptions {
  readonly limits?: FetchLimits;
  /** Who reads, and where more is to be found about it: the `User-Agent`. */
  readonly userAgent: string;
  /** Origins (`http://127.0.0.1:4711`) at which loopback may be dialled; nothing else that is not public ever is. */
  readonly loopback?: readonly string[];
  /** Resolves host names; by default as the system does. */
  readonly lookup?: LookupFunction;
}

export interface Answered {
  /** Bytes that came over the wire. */
  readonly bytes: number;
  /** The server asks not to be asked before, ISO 8601. */
  readonly notBefore: string | null;
  readonly movedTo: string | null;
}

export type Fetched =
  | ({
      readonly outcome: 'fetched';
      readonly body: Uint8Array;
      readonly contentType: string;
      readonly validators: Validators;
      /** Where it was found after all redirects. */
      readonly url: string;
    } & Answered)
  | ({ readonly outcome: 'unchanged' } & Answered)
  | ({ readonly outcome: 'failed'; readonly cause: FailureCause; readonly why: string } & Answered);

import type { Item } from './item.ts';

/** A feed to read. `id` stays the same when the address changes, as that of a file served on a free port does. */
export interface FeedRef {
  readonly id: string;
  readonly url: string;
}

/** What a server gave to ask by whether anything has changed, byte for byte. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

export const NO_VALIDATORS: Validators = { etag: null, lastModified: null };

/** What reading a feed came to. A failure is a value: it never stops the other feeds. */
export type FeedReading =
  | {
      readonly outcome: 'read';
      readonly title: string;
      readonly items: readonly Item[];
      readonly validators: Validators;
    }
  | { readonly outcome: 'unchanged' }
  | {
      readonly outcome: 'failed';
      readonly why: string;
      /** When the server wants to be asked again, ISO 8601; `never` where the feed is gone for good. */
      readonly retryAt?: string | undefined;
    };

/** What is kept of a feed between two checks. */
export interface FeedState {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly validators: Validators;
  /** A digest of the claims that the feed's items were last held against. */
  readonly judgedFor: string;
  /** Fingerprints of the items that the feed's document held, so that only new and edited ones are judged. */
  readonly seen: readonly string[];
  /** The failure that stands since `since`; null after a check that went well. */
  readonly failure: { readonly why: string; readonly since: string } | null;
  /** Before this time a scheduled check leaves the feed alone, ISO 8601; `never` reads it again, null any time does. */
  readonly nextCheckAt: string | null;
}

/** Whether a scheduled check reads a feed with this state now. `never` comes after every time in ISO 8601. */
export function isDue(state: FeedState | null, now: Date): boolean {
  return !state?.nextCheckAt || state.nextCheckAt <= now.toISOString();
}

import type { ReaderSettings } from './reader-settings.ts';
import type { Route } from './route.ts';

/** What is known of a deployment by its table, so that a story that is put there later is held to what it can read by. */
export interface Deployment {
  readonly stack: string;
  readonly settings: ReaderSettings;
  /** The hosted readers that it may ask, by their names. */
  readonly readers: readonly string[];
  /** The channels by which it announces. */
  readonly channels: readonly KnownChannel[];
}

/** A channel of a deployment, and since when it has it. */
export interface KnownChannel extends Omit<Route, 'channel'> {
  readonly name: string;
  /** ISO 8601; null where it was there from the beginning. */
  readonly since: string | null;
}

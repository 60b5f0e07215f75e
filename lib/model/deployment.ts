import type { ReaderSettings } from './reader-settings.ts';

/** What is known of a deployment by its table, so that a story that is put there later is held to what it can read by. */
export interface Deployment {
  readonly stack: string;
  readonly settings: ReaderSettings;
  /** The hosted readers that it may ask, by their names. */
  readonly readers: readonly string[];
  /** The channels by which it announces, by their names. */
  readonly channels: readonly string[];
}

import type { AnswerKey } from './answers.ts';

/** A request of a batch, as it is remembered until its answer comes: what it asked about, in order. */
export interface BatchRequest {
  readonly id: string;
  /** The reader's id. */
  readonly reader: string;
  /** The story's slug, and the digest of its article and claims. */
  readonly story: string;
  readonly storyText: string;
  readonly items: readonly BatchItem[];
  /** The items are held until its answer comes. */
  readonly isHeld: boolean;
}

interface BatchItem extends AnswerKey {
  readonly guid: string;
  readonly itemId: string;
  readonly version: string;
}

/** Where the requests of batches are remembered. */
export interface Batches {
  /** @param until when it may be forgotten */
  keepRequest(request: BatchRequest, until: Date): Promise<void>;
  /** Those that are remembered of some, by their ids. */
  requestsOf(ids: readonly string[]): Promise<ReadonlyMap<string, BatchRequest>>;
  /** Forgets one whose answer was read. @returns false where it is forgotten already */
  endRequest(id: string): Promise<boolean>;
}

import type { Baseline } from './baseline.ts';
import type { Bound } from './value.ts';

/** How far a claim's event had come when the article was published. */
export type Stage = 'pending' | 'running' | 'closed' | 'stated';

/** One figure of a claim: what a report of another number replaces. */
export interface FigureSlot {
  /** Its aspect's name: what it counts, with its rank among those that count the same (`dead`, `amount`, `amount-2`). */
  readonly id: string;
  /** The noun to word it by: `points`, `dead`. */
  readonly noun: string;
  readonly amount: number;
  readonly bound: Bound;
  readonly unit: string | null;
  /** A running toll, which falls only where it is corrected. */
  readonly grows: boolean;
}

/** What a claim says, read once when its story is saved, so that folding and viewing need no language. */
export interface Slots {
  readonly stage: Stage;
  /** When its event is due or was, in EDTF; null where the claim gives no date. */
  readonly due: string | null;
  readonly figures: readonly FigureSlot[];
  /** The keys of the party that keeps silent, where the claim says that one does. */
  readonly silent: readonly string[];
}

/** A baseline as it is watched. */
export interface Story {
  readonly baseline: Baseline;
  /** Of each claim, by its id. */
  readonly slots: Readonly<Record<string, Slots>>;
  /** Of all that judging goes by: title, time and claims, not the feeds. */
  readonly digest: string;
}

/** How claims are read into slots. A story whose slots were read in another way is read and judged again. */
export const SLOTS_VERSION = 2;

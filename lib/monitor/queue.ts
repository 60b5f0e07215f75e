import type { WaitingKey } from './waiting-port.ts';

/** From this share of a limit on nothing is tried that waits for the budget alone: the next request will hardly fit. */
const FULL = 0.9;

export interface Queue {
  readonly keys: readonly WaitingKey[];
  readonly now: Date;
}

/**
 * The stories whose waiting items are to be read now: not those held for a batch, nor those that wait for the budget while
 * it is spent.
 * @param shareUsed how much of the limits that hold a story is used up, from 0 to 1
 */
export function storiesToRead({ keys, now }: Queue, shareUsed: (story: string) => number): string[] {
  const time = now.toISOString();
  const due = keys.filter(
    (key) => !isHeldForBatch(key, time) && (key.waitsFor !== 'budget' || shareUsed(key.story) < FULL),
  );
  return [...new Set(due.map(({ story }) => story))];
}

/** An item waits for the answers of a batch, and its time for that is not over. */
export function isHeldForBatch({ waitsFor, since }: WaitingKey, time: string): boolean {
  return waitsFor === 'batch' && since > time;
}

/** For how many minutes the oldest item has waited, for the budget and for anything else; 0 where none waits. */
export function oldestWaits({ keys, now }: Queue): { readonly budget: number; readonly other: number } {
  const minutes = (own: readonly WaitingKey[]) =>
    Math.max(0, ...own.map(({ since }) => Math.floor((now.getTime() - Date.parse(since)) / 60_000)));
  return {
    budget: minutes(keys.filter(({ waitsFor }) => waitsFor === 'budget')),
    other: minutes(keys.filter(({ waitsFor }) => waitsFor !== 'budget')),
  };
}

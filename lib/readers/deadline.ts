import { createContext, Script } from 'node:vm';

/** How long judging may take, in milliseconds of this process. */
export interface DeadlineLimits {
  readonly itemMs: number;
  readonly feedMs: number;
}

/** Ten thousand times what an item of the bench takes; a feed of as many items as are read of one takes a second. */
const DEADLINES: DeadlineLimits = { itemMs: 2_000, feedMs: 20_000 };

/** What came of the work on one item: its result, or whose time it overran. */
export type Timed<T> =
  | { readonly outcome: 'done'; readonly result: T }
  | { readonly outcome: 'overrun'; readonly of: 'item' | 'feed' };

/** Works on the items of a feed, in order; what takes too long is broken off. @param work synchronous, and harmless when it is begun again */
export type Deadline = <I, T>(items: readonly I[], work: (item: I) => T) => Timed<T>[];

/** For work that others time. */
export const noDeadline: Deadline = (items, work) =>
  items.map((item) => ({ outcome: 'done', result: work(item) }));

/** A deadline by the engine's own watchdog, which breaks off a loop, and a pattern that backtracks, as well. */
export function createDeadline({ itemMs, feedMs }: DeadlineLimits = DEADLINES): Deadline {
  const context = createContext({});
  const script = new Script('work()');
  return (items, work) => {
    const timed: Timed<ReturnType<typeof work>>[] = [];
    const start = performance.now();
    while (timed.length < items.length) {
      const left = feedMs - (performance.now() - start);
      if (left <= 0) return items.map((_, i) => timed[i] ?? { outcome: 'overrun', of: 'feed' });
      let begun = performance.now();
      context['work'] = () => {
        for (const item of items.slice(timed.length)) {
          begun = performance.now();
          timed.push({ outcome: 'done', result: work(item) });
        }
      };
      const isDone = ends(() => script.runInContext(context, { timeout: Math.ceil(Math.min(itemMs, left)) }));
      // One that had only just begun when the time of those before it was up is begun again.
      if (!isDone && performance.now() - begun >= itemMs / 2) timed.push({ outcome: 'overrun', of: 'item' });
    }
    return timed;
  };
}

/** Whether some work came to its end in time. */
function ends(work: () => void): boolean {
  try {
    work();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return false;
    throw error;
  }
}

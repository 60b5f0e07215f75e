import { createContext, Script } from 'node:vm';
import type { Deadline, Timed } from '../model/deadline.ts';

/** How long judging may take, in milliseconds of this process. */
export interface DeadlineLimits {
  readonly itemMs: number;
  readonly feedMs: number;
  /** For all calls together. @default as long as they take */
  readonly totalMs?: number;
}

/** Ten thousand times what an item of the bench takes; a feed of as many items as are read of one takes a second. */
export const DEADLINES: DeadlineLimits = { itemMs: 2_000, feedMs: 20_000 };

/** A deadline by the engine's own watchdog, which breaks off a loop, and a pattern that backtracks, as well. */
export function createDeadline({
  itemMs,
  feedMs,
  totalMs = Number.POSITIVE_INFINITY,
}: DeadlineLimits = DEADLINES): Deadline {
  let leftInAll = totalMs;
  const context = createContext({});
  const script = new Script('work()');
  return (items, work) => {
    const timed: Timed<ReturnType<typeof work>>[] = [];
    const most = Math.min(feedMs, leftInAll);
    const start = performance.now();
    const spent = () => performance.now() - start;
    while (timed.length < items.length) {
      const left = most - spent();
      if (left <= 0) break;
      const first = timed.length;
      context['work'] = () => {
        for (const item of items.slice(first)) timed.push({ outcome: 'done', result: work(item) });
      };
      const isDone = ends(() => script.runInContext(context, { timeout: Math.ceil(Math.min(itemMs, left)) }));
      // Only one that had all the time to itself has overrun it; any other is begun again.
      if (!isDone && timed.length === first && left >= itemMs) timed.push({ outcome: 'overrun', of: 'item' });
    }
    leftInAll -= spent();
    return items.map((_, i) => timed[i] ?? { outcome: 'overrun', of: 'feed' });
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

import type { ReadFeed } from '../lib/monitor/ports.ts';

/**
 * Reads of a batch, each of which ends when the last one does: judging, which stands in the way of all else in a process,
 * begins when no server is waited for, so that none seems to be late.
 */
export function quietReads(readFeed: ReadFeed): ReadFeed {
  let underWay = 0;
  let waiting: (() => void)[] = [];
  return async (...asked) => {
    underWay += 1;
    try {
      return await readFeed(...asked);
    } finally {
      underWay -= 1;
      if (underWay > 0) await new Promise<void>((go) => waiting.push(go));
      else {
        for (const go of waiting) go();
        waiting = [];
      }
    }
  };
}

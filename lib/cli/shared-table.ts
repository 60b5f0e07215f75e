import { type OpenTable, openTable, type TableChoice } from './table.ts';

/** The table is let go after so many milliseconds without work, so that other processes can have it. */
const IDLE_MS = 300;
/** Work without a pause does not hold it longer than that. */
const LONGEST_MS = 3_000;

export interface SharedTable {
  /** Works on the table, which is opened where it is not. @throws where it can't be */
  readonly use: <T>(work: (table: OpenTable) => Promise<T>) => Promise<T>;
  /** Waits for the work under way, and lets the table go. */
  readonly close: () => Promise<void>;
}

/** One table for work that overlaps: open as long as any of it needs it, and a little longer. */
export function sharedTable(choice: TableChoice, open: typeof openTable = openTable): SharedTable {
  let table: Promise<OpenTable> | null = null;
  const working = new Set<Promise<unknown>>();
  let openedAt = 0;
  let idle: NodeJS.Timeout | undefined;
  // The next one waits until the last one is closed: a folder has one user at a time.
  let closed: Promise<unknown> = Promise.resolve();

  const letGo = () => {
    const last = table;
    table = null;
    if (last) closed = last.then((each) => each.close()).catch(() => {});
    return closed;
  };
  const opened = () => {
    if (!table) openedAt = Date.now();
    table ??= closed.then(() => open(choice));
    const mine = table;
    // One that could not be opened is tried anew.
    mine.catch(() => {
      if (table === mine) table = null;
    });
    return mine;
  };
  return {
    use(work) {
      clearTimeout(idle);
      const task = opened().then(work);
      working.add(task);
      const done = () => {
        working.delete(task);
        const isLong = Date.now() - openedAt > LONGEST_MS;
        if (working.size === 0) idle = setTimeout(letGo, isLong ? 0 : IDLE_MS);
      };
      task.then(done, done);
      return task;
    },
    async close() {
      await Promise.allSettled(working);
      clearTimeout(idle);
      await letGo();
    },
  };
}

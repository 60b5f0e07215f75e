import type { Reader } from '../lib/model/answer.ts';
import type { Deadline } from '../lib/model/deadline.ts';
import { KEEP_DAYS } from '../lib/model/item.ts';
import type { ArticlePorts } from '../lib/monitor/article.ts';
import type { CheckPorts } from '../lib/monitor/check.ts';
import type { JudgeAgainPorts } from '../lib/monitor/judge-again.ts';
import { createDeadline, DEADLINES } from '../lib/readers/deadline.ts';
import { BY_RULES } from '../lib/readers/rules/id.ts';
import { openStores } from './clients.ts';
import { readerSettings } from './environment.ts';
import { openReads } from './reads.ts';
import { judgedIn } from './story-reader.ts';
import { type WatchedStories, watchedStories } from './watched-stories.ts';

/** So long the rules and the gates may take for all feeds of a batch, and so long before the function's time is over, in milliseconds. */
const JUDGING_MS = 60_000;
const NOTING_MS = 30_000;

export type Ports = CheckPorts &
  ArticlePorts &
  JudgeAgainPorts & {
    readonly stories: WatchedStories;
    /** Gives a batch its time for judging. @param leftMs so many milliseconds the function may still take */
    readonly begin: (leftMs: number) => void;
  };

/** Opens all that a check needs, each part when it is first wanted. */
export function openPorts(): Ports {
  const keepDays = Number(process.env['KEEP_DAYS'] ?? KEEP_DAYS);
  const { records } = openStores();
  const settings = readerSettings();
  // Each batch has its own: what is left of it is judged by the next check.
  let current = createDeadline();
  const deadline: Deadline = (items, work) => current(items, work);
  const openRules = onceOf(async () => {
    const { rulesReader } = await import('../lib/readers/rules/reader.ts');
    return rulesReader(deadline);
  });
  const rules: Reader = { ...BY_RULES, read: async (asked) => (await openRules()).read(asked) };
  const now = () => new Date();
  return {
    records,
    ...openReads(),
    openGates: onceOf(async () => {
      const { createGates } = await import('../lib/compare/gates.ts');
      return createGates();
    }),
    deadline,
    begin: (leftMs) => {
      current = createDeadline({
        ...DEADLINES,
        totalMs: Math.max(0, Math.min(JUDGING_MS, leftMs - NOTING_MS)),
      });
    },
    judgeOf: (story) => {
      const { waits, reader } = judgedIn(story, settings);
      return waits ? { waits, reader } : { waits, reader: rules };
    },
    stories: watchedStories(records, now),
    now,
    keepDays,
  };
}

/** What is made at the first call, and the same from then on. */
function onceOf<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

import { MetricUnit } from '@aws-lambda-powertools/metrics';
import type { ReaderSettings } from '../lib/model/reader-settings.ts';
import type { Story } from '../lib/model/story.ts';
import type { Records } from '../lib/monitor/ports.ts';
import { oldestWaits, storiesToRead } from '../lib/monitor/queue.ts';
import { shareUsed } from '../lib/readers/budgets.ts';
import { limitsBy } from '../lib/readers/named.ts';
import { logger, metrics } from './telemetry.ts';

interface QueueLook {
  /** The stories to read now. */
  readonly toRead: readonly string[];
  /** For how many minutes the oldest item has waited for the budget, and for anything else. */
  readonly unpaid: number;
  readonly waited: number;
  /** Of a day's budget, of all stories or of one. */
  readonly usedPercent: number;
}

/** Measures what waits for the readers of watched stories and what of the day's budget is used up. */
export async function lookAtQueue(
  stories: readonly Story[],
  records: Records,
  settings: ReaderSettings,
  now: Date,
): Promise<QueueLook> {
  const watched = new Set(stories.map(({ baseline }) => baseline.story));
  const keys = (await records.waitingKeys(null)).filter(({ story }) => watched.has(story));
  const [day = null] = await records.budgetsOf([now.toISOString().slice(0, 10)]);
  const limitsOf = limitsBy(
    settings,
    stories.map(({ baseline }) => baseline),
  );
  const used = (story: string) => shareUsed(day, story, limitsOf(story));
  const waited = oldestWaits({ keys, now });
  metrics.addMetric('ItemsWaiting', MetricUnit.Count, keys.length);
  // In minutes, and in percent.
  metrics.addMetric('OldestWait', MetricUnit.NoUnit, waited.other);
  metrics.addMetric('OldestUnpaid', MetricUnit.NoUnit, waited.budget);
  const share = Math.max(0, ...[...watched].map(used));
  const usedPercent = Math.round(100 * share);
  metrics.addMetric('BudgetUsed', MetricUnit.Percent, usedPercent);
  const toRead = storiesToRead({ keys, now }, used);
  logger.info('Items wait', {
    items: keys.length,
    toRead: toRead.length,
    minutes: waited,
    budgetUsed: share,
  });
  return { toRead, unpaid: waited.budget, waited: waited.other, usedPercent };
}

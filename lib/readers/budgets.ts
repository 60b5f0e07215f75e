import type { DayBudget, Micros, Spending } from '../model/spending.ts';
import type { Budget, Limits } from './model/budget.ts';

/** Where money is held and counted, day by day. */
export interface Budgets extends Budget {
  /** Counts what a batch did cost, beside the limits: it was sent by hand. */
  noteBatch(story: string, day: string, spent: Micros): Promise<void>;
  /** The days on which something was spent, of those asked for, latest first. */
  budgetsOf(days: readonly string[]): Promise<DayBudget[]>;
}

/** How much of the limits that hold a story is used up, the larger share of the two; 0 where nothing limits. @param day null where nothing was spent */
export function shareUsed(day: DayBudget | null, story: string, limits: Limits): number {
  const share = (spending: Spending | undefined, limit: Micros | null) => {
    const used = spending ? spending.spent + spending.held : 0;
    if (limit === null) return 0;
    return limit > 0 ? used / limit : 1;
  };
  return Math.max(share(day?.all, limits.all), share(day?.stories.get(story), limits.story));
}

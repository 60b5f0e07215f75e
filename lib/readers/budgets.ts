import type { Budget } from './model/budget.ts';
import type { Micros } from './model/cost.ts';

/** What was spent on models. */
export interface Spending {
  readonly spent: Micros;
  /** For requests on their way, and for those of which nothing was heard. */
  readonly held: Micros;
  /** On batches, which no limit holds. */
  readonly batch: Micros;
  /** The limit of the last request; null where there was none. */
  readonly limit: Micros | null;
}

/** What was spent in a day (UTC), by all stories together and by each. */
export interface DayBudget {
  readonly day: string;
  readonly all: Spending;
  readonly stories: ReadonlyMap<string, Spending>;
}

/** Where money is held and counted, day by day. */
export interface Budgets extends Budget {
  /** Counts what a batch did cost, beside the limits: it was sent by hand. */
  noteBatch(story: string, day: string, spent: Micros): Promise<void>;
  /** The days on which something was spent, of those asked for, latest first. */
  budgetsOf(days: readonly string[]): Promise<DayBudget[]>;
}

/** The share of a limit that is used up, of all and of each story: the largest, from 0 to 1; 0 where nothing limits. */
export function shareUsed({ all, stories }: DayBudget): number {
  const shares = [all, ...stories.values()].map(({ spent, held, limit }) =>
    limit ? (spent + held) / limit : 0,
  );
  return Math.max(0, ...shares);
}

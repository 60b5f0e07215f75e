import { NO_USAGE, type Usage } from '../../model/answer.ts';
import { costOf, type Micros, mostFor } from './cost.ts';
import type { Price } from './models.ts';
import { failedReply, type Wire } from './wire.ts';

/** How much may be spent in a day (UTC); null where nothing limits it. */
export interface Limits {
  /** By all stories together. */
  readonly all: Micros | null;
  readonly story: Micros | null;
}

/** Money that is held for a request on its way. */
export interface Reservation {
  readonly id: string;
  readonly story: string;
  readonly day: string;
  readonly most: Micros;
}

/** Where money is held and counted, so that functions side by side never spend more than the limits. */
export interface Budget {
  /** Holds the most that a request may cost. @returns null where that would pass a limit */
  reserve(story: string, day: string, most: Micros, limits: Limits): Promise<Reservation | null>;
  /** Counts what a request did cost in place of what was held for it; a repetition changes nothing. */
  settle(reservation: Reservation, spent: Micros): Promise<void>;
}

/** What a request took; `cost` is null where no price is known. */
export interface Used {
  readonly usage: Usage;
  readonly cost: Micros | null;
}

export interface BudgetedOptions {
  readonly budget: Budget;
  /** Null where it is not known: then nothing is counted, which no limit allows. */
  readonly price: Price | null;
  readonly limitsOf: (story: string) => Limits;
  readonly now: () => Date;
  /** Told of each request that was sent. */
  readonly used: (used: Used) => void;
}

/**
 * A wire that holds the most that a request may cost before it is sent, and counts what it did cost afterwards. Where the
 * provider may charge and does not say how much, all that was held is spent. One that dies in between has spent it, too.
 */
export function budgeted(wire: Wire, { budget, price, limitsOf, now, used }: BudgetedOptions): Wire {
  /** The stories for which a request found no room: the others are not tried. */
  const spent = new Set<string>();
  return {
    async ask(request, signal) {
      const { story } = request;
      const limits = limitsOf(story);
      if (!price) {
        if (limits.all !== null || limits.story !== null) return UNPRICED;
        const reply = await wire.ask(request, signal);
        used({ usage: reply.usage ?? NO_USAGE, cost: null });
        return reply;
      }
      if (spent.has(story)) return OVER;
      const most = mostFor(price, request);
      const reservation = await budget.reserve(story, now().toISOString().slice(0, 10), most, limits);
      if (!reservation) {
        spent.add(story);
        return OVER;
      }
      const reply = await wire.ask(request, signal);
      const cost = reply.usage ? costOf(price, reply.usage) : most;
      await budget.settle(reservation, cost);
      used({ usage: reply.usage ?? NO_USAGE, cost });
      return reply;
    },
  };
}

const OVER = {
  ...failedReply(
    'the day’s budget has no room for it: it is read tomorrow (UTC), or when the limit is raised',
    true,
  ),
  isOverBudget: true,
};
const UNPRICED = {
  ...failedReply(
    'no price is known for this model, so that no budget can hold it: set models.MODEL.price',
    true,
  ),
  isOverBudget: true,
};

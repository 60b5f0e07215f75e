import { NO_USAGE, type Usage } from '../../model/answer.ts';
import type { Micros } from '../../model/spending.ts';
import { costOf, mostFor } from './cost.ts';
import type { Price } from './models.ts';
import type { ModelRequest } from './request.ts';
import { failedReply, type Wire, type WireReply } from './wire.ts';

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
  /** By story, the smallest request that found no room: larger ones are not tried. */
  const refused = new Map<string, Micros>();
  /** Requests of its own: those that are finding room, and those that hold some until they are settled. */
  const finding = new Set<Promise<unknown>>();
  const holding = new Set<Promise<unknown>>();
  let settled = 0;

  async function reserve(story: string, most: Micros): Promise<Reservation | null> {
    const day = now().toISOString().slice(0, 10);
    const found = budget.reserve(story, day, most, limitsOf(story));
    finding.add(found);
    return found.finally(() => finding.delete(found));
  }

  /** Sends, and counts what it did cost. */
  async function sendHeld(
    request: ModelRequest,
    reservation: Reservation,
    price: Price,
    signal?: AbortSignal,
  ): Promise<WireReply> {
    const reply = await wire.ask(request, signal);
    const cost = Math.min(reply.usage ? costOf(price, reply.usage) : reservation.most, reservation.most);
    // The answer is paid for: where its cost can't be noted the money stays held.
    await budget.settle(reservation, cost).catch(() => {});
    settled += 1;
    used({ usage: reply.usage ?? NO_USAGE, cost });
    return reply;
  }

  /** Where there is no room it waits for what others of its own leave. @returns null where they leave none */
  async function askWithin(
    request: ModelRequest,
    most: Micros,
    price: Price,
    signal?: AbortSignal,
  ): Promise<WireReply | null> {
    for (;;) {
      const before = settled;
      const reservation = await reserve(request.story, most);
      if (reservation) {
        const sent = sendHeld(request, reservation, price, signal);
        holding.add(sent);
        return sent.finally(() => holding.delete(sent));
      }
      await Promise.allSettled(finding);
      if (holding.size > 0) await Promise.allSettled([Promise.race(holding)]);
      else if (settled === before) return null;
    }
  }

  return {
    async ask(request, signal) {
      const { story } = request;
      const limits = limitsOf(story);
      if (!price) {
        if (limits.all !== null || limits.story !== null) return unpaid(UNPRICED);
        const reply = await wire.ask(request, signal);
        used({ usage: reply.usage ?? NO_USAGE, cost: null });
        return reply;
      }
      const most = mostFor(price, request);
      const limit = Math.min(limits.all ?? most, limits.story ?? most);
      if (most > limit) return unpaid(tooDear(most, limit), 'limit');
      if (most >= (refused.get(story) ?? Number.POSITIVE_INFINITY)) return unpaid(SPENT);
      const reply = await askWithin(request, most, price, signal);
      if (reply) return reply;
      refused.set(story, most);
      return unpaid(SPENT);
    },
  };
}

function unpaid(why: string, unsent: 'budget' | 'limit' = 'budget'): WireReply {
  return { ...failedReply(why, true), unsent };
}

const SPENT =
  'today’s budget is used up, or too small for the next request: it is read tomorrow (UTC), or when you raise it';
const UNPRICED = 'no price is known for this model, so no budget can hold it: set its price under models';

function tooDear(most: Micros, limit: Micros): string {
  return `asking about it may cost up to ${dollars(most)} US dollars, more than the limit of ${dollars(limit)} a day: raise it`;
}

function dollars(micros: Micros): string {
  return (micros / 1e6).toFixed(4);
}

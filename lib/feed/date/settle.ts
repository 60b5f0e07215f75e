import { AHEAD_MS } from '../../model/item.ts';
import type { ReadDate } from './date.ts';

const HOUR = 60 * 60_000;
/** No clock on earth is further ahead of UTC. */
const LARGEST_OFFSET = 14 * HOUR;

/** An instant in UTC, by what makes its feed plausible. */
export type Settle = (date: ReadDate | null) => string | null;

/**
 * Reads what the dates of one feed leave open: whether the day or the month comes first, and from which zone those are
 * that name none. No feed has news from tomorrow.
 * @param now when it was fetched
 */
export function settler(dates: readonly (ReadDate | null)[], now: Date): Settle {
  const read = dates.filter((date) => date !== null);
  const swaps = isSwapped(read, now);
  const ordered = (date: ReadDate) => Date.parse((swaps && date.swapped) || date.at);
  const ahead = read
    .filter(({ zoned }) => !zoned)
    .map((date) => ordered(date) - now.getTime())
    .filter((ms) => ms > AHEAD_MS && ms <= LARGEST_OFFSET);
  const offset = Math.ceil(Math.max(0, ...ahead) / HOUR) * HOUR;
  return (date) => date && new Date(ordered(date) - (date.zoned ? 0 : offset)).toISOString();
}

/** Whether day and month are the other way round: a date of the feed tells, else those that would lie ahead. */
function isSwapped(dates: readonly ReadDate[], now: Date): boolean {
  if (dates.some(({ unusual }) => unusual)) return true;
  const latest = now.getTime() + LARGEST_OFFSET;
  const open = dates.filter(({ swapped }) => swapped !== null);
  const ahead = (time: (date: ReadDate) => string | null) =>
    open.filter((date) => Date.parse(time(date) ?? '') > latest).length;
  return ahead(({ at }) => at) > ahead(({ swapped }) => swapped);
}

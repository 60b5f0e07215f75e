import type { Asks } from '../model/feed.ts';
import type { Fields } from './fields.ts';
import { firstOf } from './texts.ts';

const PERIODS = new Map([
  ['hourly', 60],
  ['daily', 1_440],
  ['weekly', 10_080],
  ['monthly', 43_200],
  ['yearly', 525_600],
]);

/** How often a feed says that it is worth a look: from RSS 2.0's `ttl` and `skipHours`, and the syndication module of RSS 1.0. */
export function asksOf(channel: Fields): Asks {
  const told = (name: string) => firstOf(channel, [name])?.value.trim() ?? '';
  const ttl = Number(told('ttl'));
  const period = PERIODS.get(told('sy:updateperiod').toLowerCase());
  const frequency = Number(told('sy:updatefrequency')) || 1;
  const minutes = ttl > 0 ? ttl : period && period / frequency;
  // Some count the hours from 1 to 24.
  const skipHours = [
    ...new Set(Array.from(told('skiphours').matchAll(/\d{1,2}/g), ([hour]) => Number(hour) % 24)),
  ];
  return { ...(minutes && { minutes }), ...(skipHours.length > 0 && { skipHours }) };
}

import type { Telling } from '../../monitor/announce.ts';
import { announcementData } from './data.ts';

/** A webhook's message has less than 20 kB, by Standard Webhooks, in bytes; what is around the data takes little. */
const MOST_BYTES = 18_000;

/** An announcement as the message of a webhook, by Standard Webhooks. @param at ISO 8601 */
export function webhookMessage(telling: Telling, at: string): object {
  const { type, ...data } = announcementData(telling, MOST_BYTES);
  return { type, timestamp: at, data };
}

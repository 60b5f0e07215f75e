import { createReads, type Reads } from '../lib/feed/reads.ts';
import { userAgent } from '../lib/feed/user-agent.ts';

/**
 * How a function reads feeds and pages, by its environment. `CONTACT` is where publishers find out about it.
 * `LOCAL_FEEDS`, origins parted by blanks, lets the deployment's test read what it serves on loopback; no function that
 * is deployed has it.
 */
export function openReads(): Reads {
  const { CONTACT: contact, LOCAL_FEEDS: origins = '' } = process.env;
  return createReads({ userAgent: userAgent(contact), loopback: origins.split(' ').filter(Boolean) });
}

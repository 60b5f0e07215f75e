import { createReadFeed, type ReadFeed } from '../lib/feed/read-feed.ts';
import { userAgent } from '../lib/feed/user-agent.ts';

/**
 * How a function reads feeds, by its environment. `CONTACT` is where publishers find out about it. `LOCAL_FEEDS`,
 * origins parted by blanks, lets the deployment's test read what it serves on loopback; no function that is deployed
 * has it.
 */
export function openReadFeed(): ReadFeed {
  const { CONTACT: contact, LOCAL_FEEDS: origins = '' } = process.env;
  return createReadFeed({ userAgent: userAgent(contact), loopback: origins.split(' ').filter(Boolean) });
}

import { createReader, type ReadFeed } from '../lib/feed/read-feed.ts';
import { userAgent } from '../lib/feed/user-agent.ts';

/**
 * How this process reads feeds. `CONTACT` is where publishers find out about it. `LOCAL_FEEDS`, origins parted by
 * blanks, is the switch of a local run, by which it may read what it serves itself on loopback; no function that is
 * deployed has it.
 */
export function openReader(): ReadFeed {
  const { CONTACT: contact, LOCAL_FEEDS: origins = '' } = process.env;
  return createReader({ userAgent: userAgent(contact), loopback: origins.split(' ').filter(Boolean) });
}

import { createReadFeed } from '../../../feed/read-feed.ts';
import { userAgent } from '../../../feed/user-agent.ts';
import { type FeedRef, NO_VALIDATORS } from '../../../model/feed.ts';
import { newState, nextState } from '../../../monitor/feed-state.ts';
import { type FeedLook, feedLookView } from '../../../view/feeds.ts';
import { openFeedSources } from '../../feed-sources.ts';
import { readOptions } from '../../options.ts';
import type { Terminal } from '../../terminal.ts';
import { UsageError } from '../../usage-error.ts';

/** `feeds check`: one look at each feed, of which nothing is kept. */
export async function checkFeeds(argv: readonly string[], terminal: Terminal): Promise<0 | 1> {
  const { values, positionals: sources } = readOptions(argv, { json: { type: 'boolean' } } as const);
  if (sources.length === 0) throw new UsageError('feeds check needs a URL, FILE or DIR, found none');
  const { feeds, loopback, close } = await openFeedSources(sources);
  try {
    const readFeed = createReadFeed({ userAgent: userAgent(process.env['CONTACT']), loopback });
    const look = async (feed: FeedRef): Promise<FeedLook> => {
      const now = new Date();
      const outcome = await readFeed(feed, NO_VALIDATORS, now);
      const held = { judgedFor: '', waits: false, isRenewed: false, isTurnedOver: false };
      const state = nextState(newState(feed, '', now), feed, outcome, held, now);
      return { feed: feed.id, outcome, state };
    };
    const looks = await Promise.all(feeds.map(look));
    const screen = { width: terminal.width, paint: terminal.colors };
    terminal.out(
      values.json
        ? JSON.stringify({ feeds: looks.map(asData) }, null, 2)
        : looks.map((one) => feedLookView(one, screen)).join('\n\n'),
    );
    return looks.some(({ outcome }) => outcome.outcome === 'failed') ? 1 : 0;
  } finally {
    await close();
  }
}

function asData({ feed, outcome, state: { pace, nextCheckAt } }: FeedLook) {
  return { feed, ...outcome, pace, nextCheckAt };
}

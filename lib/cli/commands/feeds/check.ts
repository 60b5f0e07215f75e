import { createReads } from '../../../feed/reads.ts';
import { userAgent } from '../../../feed/user-agent.ts';
import { type FeedRef, NO_VALIDATORS } from '../../../model/feed.ts';
import { changesOfArticle } from '../../../monitor/article.ts';
import { newState, nextState } from '../../../monitor/feed-state.ts';
import { articleLookView, type FeedLook, feedLookView } from '../../../view/feeds.ts';
import { readBaselineFile } from '../../baseline-file.ts';
import { openFeedSources } from '../../feed-sources.ts';
import { readOptions } from '../../options.ts';
import type { Terminal } from '../../terminal.ts';
import { UsageError } from '../../usage-error.ts';

/** `feeds check`: one look at each feed, of which nothing is kept. */
export async function checkFeeds(argv: readonly string[], terminal: Terminal): Promise<0 | 1> {
  const { values, positionals: named } = readOptions(argv, {
    baseline: { type: 'string' },
    json: { type: 'boolean' },
  } as const);
  const baseline =
    values.baseline === undefined ? null : await readBaselineFile(values.baseline, terminal.note);
  if (named.length === 0 && !baseline)
    throw new UsageError('feeds check needs a URL, FILE or DIR, or --baseline FILE, found none');
  const { feeds: typed, loopback, close } = await openFeedSources(named);
  const feeds = [...typed, ...(baseline?.feeds ?? []).map((url): FeedRef => ({ id: url, url }))];
  try {
    const { readFeed, readArticle } = createReads({ userAgent: userAgent(process.env['CONTACT']), loopback });
    const look = async (feed: FeedRef): Promise<FeedLook> => {
      const now = new Date();
      const outcome = await readFeed(feed, NO_VALIDATORS, now);
      const held = { judgedFor: '', waits: false, isRenewed: false, isTurnedOver: false };
      const state = nextState(newState(feed, '', now), feed, outcome, held, now);
      return { feed: feed.id, outcome, state };
    };
    const looks = await Promise.all(feeds.map(look));
    const page = baseline && (await readArticle(baseline.article.url, new Date()));
    const changed = baseline && page?.page ? changesOfArticle(baseline.article, page.page) : null;
    const screen = { width: terminal.width, paint: terminal.colors };
    terminal.out(
      values.json
        ? JSON.stringify(
            { feeds: looks.map(asData), ...(page && { article: { ...page, changed } }) },
            null,
            2,
          )
        : [
            ...looks.map((one) => feedLookView(one, screen)),
            ...(page ? [articleLookView(page, changed, screen)] : []),
          ].join('\n\n'),
    );
    const isFailed = looks.some(({ outcome }) => outcome.outcome === 'failed') || !!page?.failure;
    return isFailed ? 1 : 0;
  } finally {
    await close();
  }
}

function asData({ feed, outcome, state: { pace, nextCheckAt } }: FeedLook) {
  return { feed, ...outcome, pace, nextCheckAt };
}

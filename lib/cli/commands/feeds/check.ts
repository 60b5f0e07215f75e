import { createReads } from '../../../feed/reads.ts';
import { userAgent } from '../../../feed/user-agent.ts';
import { type FeedRef, NO_VALIDATORS } from '../../../model/feed.ts';
import { changesOfArticle } from '../../../monitor/article.ts';
import { newState, nextState } from '../../../monitor/feed-state.ts';
import { articleLookView, type FeedLook, feedLookView } from '../../../view/feeds.ts';
import { readBaselineFile } from '../../baseline-file.ts';
import { command, JSON_OUT, text, ZONE } from '../../command.ts';
import { openFeedSources } from '../../feed-sources.ts';
import { screenOf } from '../../screen.ts';
import { readSettingsFile } from '../../settings-file.ts';
import { UsageError } from '../../usage-error.ts';

/** One look at each feed, of which nothing is kept. */
export const checkFeeds = command({
  name: 'feeds check',
  about: 'read feeds once and tell what is there',
  help: `Reads feeds once, records nothing, and tells what is there: how the document was read and what had to be mended, its items, how it says that nothing has changed, what it asks for, when it would be asked again. Exit code 1 where one, or the article's page, cannot be read.`,
  args: { name: 'URL|FILE|DIR', least: 0, most: Number.POSITIVE_INFINITY },
  options: {
    baseline: text('FILE', 'its feeds as well, and whether the page of its article was changed since'),
    zone: ZONE,
    json: JSON_OUT,
  },
  async run({ values, args: named }, terminal) {
    const baseline =
      values.baseline === undefined ? null : await readBaselineFile(values.baseline, terminal.note);
    if (named.length === 0 && !baseline)
      throw new UsageError('feeds check needs a URL, FILE or DIR, or --baseline FILE, found none');
    const { feeds: typed, loopback, close } = await openFeedSources(named);
    const feeds = [...typed, ...(baseline?.feeds ?? []).map((url): FeedRef => ({ id: url, url }))];
    try {
      const { readFeed, readArticle } = createReads({
        userAgent: userAgent(process.env['CONTACT']),
        loopback,
      });
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
      const screen = screenOf(terminal, values, await readSettingsFile());
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
  },
});

function asData({ feed, outcome, state: { pace, nextCheckAt } }: FeedLook) {
  return { feed, ...outcome, pace, nextCheckAt };
}

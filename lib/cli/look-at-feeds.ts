import { createGate } from '../compare/gate.ts';
import type { Baseline } from '../model/baseline.ts';
import { type FeedRef, NO_VALIDATORS } from '../model/feed.ts';
import type { ReadFeed } from '../monitor/ports.ts';
import { storyOf } from '../monitor/story.ts';
import type { LintedFeed } from '../view/lint.ts';

/** One look at each of some feeds: whether it can be read, and how many of its items may be of the story. Nothing is kept. */
export async function lookAtFeeds(
  baseline: Baseline,
  feeds: readonly FeedRef[],
  readFeed: ReadFeed,
): Promise<LintedFeed[]> {
  const gate = createGate();
  const story = storyOf(baseline);
  return Promise.all(
    feeds.map(async (feed): Promise<LintedFeed> => {
      const outcome = await readFeed(feed, NO_VALIDATORS, new Date());
      if (outcome.outcome !== 'read')
        return {
          feed: feed.id,
          failure: outcome.outcome === 'failed' ? outcome.why : 'it sent nothing',
          items: 0,
          ofStory: 0,
        };
      const { items } = outcome;
      const ofStory = items.filter((item) => {
        const saidAt = item.publishedAt ?? new Date().toISOString();
        const { score, needed } = gate(story, { ...item, publishedAt: saidAt, saidAt, version: item.id });
        // What is older than the article tells as well that the feed carries its matter.
        return score >= needed;
      }).length;
      return { feed: feed.id, failure: null, items: items.length, ofStory };
    }),
  );
}

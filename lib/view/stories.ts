import { type Baseline, hasEnded } from '../model/baseline.ts';
import type { KeptStory } from '../monitor/ports.ts';
import { baselineDiff } from './baseline-diff.ts';
import { dayIn } from './dates.ts';
import { type Screen, table } from './layout.ts';

/** Where the watch on a story stands. */
function watchOf({ baseline, isRetired, judged }: KeptStory, now: Date): string {
  if (isRetired) return 'retired';
  if (hasEnded(baseline, now)) return 'ended';
  return judged === null ? 'not checked yet' : 'watched';
}

/** A story of a list, as JSON. */
export function storyData(story: KeptStory, now: Date) {
  const { baseline, putBy, quietSince } = story;
  return {
    story: baseline.story,
    article: baseline.article,
    claims: baseline.claims.length,
    feeds: baseline.feeds.length,
    watch: watchOf(story, now),
    until: baseline.until ?? null,
    putBy,
    quietSince,
  };
}

/** Stories, one a row, as a person reads them. */
export function storiesTable(stories: readonly KeptStory[], now: Date, screen: Screen): string {
  const longest = Math.max(...stories.map(({ baseline }) => baseline.story.length));
  return table(
    [
      { title: 'Story', width: Math.min(32, longest) },
      { title: 'Published', width: 10 },
      { title: 'Article' },
      { title: 'Claims', width: 6 },
      { title: 'Feeds', width: 5 },
      { title: 'Watch', width: 15 },
      { title: 'Put by', width: 14 },
    ],
    stories.map((story) => [
      story.baseline.story,
      dayIn(story.baseline.article.publishedAt, screen.zone),
      story.baseline.article.title,
      String(story.baseline.claims.length),
      String(story.baseline.feeds.length),
      watchOf(story, now),
      story.putBy ?? 'unknown',
    ]),
    screen,
  );
}

/** What putting stories came to: `1 new story, 2 changed, 1 resumed, 3 as they were`. */
export function putView(baselines: readonly Baseline[], before: ReadonlyMap<string, KeptStory>): string {
  const counts = { fresh: 0, changed: 0, resumed: 0, same: 0 };
  for (const baseline of baselines) {
    const known = before.get(baseline.story);
    if (!known) counts.fresh += 1;
    else if (known.isRetired) counts.resumed += 1;
    else if (baselineDiff(known.baseline, baseline).length > 0) counts.changed += 1;
    else counts.same += 1;
  }
  const parts = [
    ...(counts.fresh > 0 ? [counts.fresh === 1 ? '1 new story' : `${counts.fresh} new stories`] : []),
    ...(counts.changed > 0 ? [`${counts.changed} changed`] : []),
    ...(counts.resumed > 0 ? [`${counts.resumed} resumed`] : []),
    ...(counts.same > 0 ? [`${counts.same} already there and unchanged`] : []),
  ];
  return parts.join(', ');
}

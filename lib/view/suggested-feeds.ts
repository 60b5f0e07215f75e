import { plural } from './count.ts';
import { indented, type Screen } from './layout.ts';
import type { LintedFeed } from './lint.ts';

/** Feeds that were found for a story, as lines of a baseline, each with what it carries. */
export function suggestedFeedsView(
  feeds: readonly (LintedFeed & { readonly by: string })[],
  screen: Screen,
): string {
  const { paint } = screen;
  return feeds
    .map(({ feed, items, ofStory, by }) =>
      [
        `  - ${feed}`,
        indented(
          paint.dim(`by ${by}: ${plural(items, 'item')}, ${ofStory} that may be of the story`),
          screen,
          '      ',
        ),
      ].join('\n'),
    )
    .join('\n');
}

import type { ArticlePage, ArticleState } from '../model/article-page.ts';
import { timeOf } from './dates.ts';
import { indented, type Screen } from './layout.ts';

/** What the last look at an article's page came to. */
export interface LastLook extends Pick<ArticleState, 'checkedAt' | 'failure'> {
  /** What it says that the baseline does not; null where nothing. */
  readonly changed: ArticlePage | null;
}

/** What a reader of the story must know of its article's page; nothing where all is as it was. */
export function lookNotices({ checkedAt, failure, changed }: LastLook, zone: string): string[] {
  return [
    ...(changed ? [pageChange(changed, zone)] : []),
    ...(failure ? [`The article’s page could not be read at ${timeOf(checkedAt, zone)}: ${failure}`] : []),
  ];
}

/** The same for a terminal. */
export function lookLines(look: LastLook, screen: Screen): string[] {
  const paint = look.changed ? screen.paint.yellow : screen.paint.dim;
  return lookNotices(look, screen.zone).map((line, i) =>
    (i === 0 ? paint : screen.paint.dim)(indented(line, screen, '')),
  );
}

/** What a page says of itself that its baseline does not. */
export function pageChange({ headline, modifiedAt, correction }: ArticlePage, zone: string): string {
  const parts = [
    modifiedAt ? `modified ${timeOf(modifiedAt, zone)}` : '',
    headline ? `now headed “${headline}”` : '',
    correction ? `corrected: “${correction}”` : '',
  ].filter(Boolean);
  return `The article itself was changed: ${parts.join('; ')}. Check its claims before you call them overtaken.`;
}

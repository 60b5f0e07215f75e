import type { ArticlePage } from '../model/article-page.ts';
import { minuteOf } from './dates.ts';

/** What a page says of itself that its baseline does not. */
export function pageChange({ headline, modifiedAt, correction }: ArticlePage): string {
  const parts = [
    modifiedAt ? `modified ${minuteOf(modifiedAt)} UTC` : '',
    headline ? `now headed “${headline}”` : '',
    correction ? `corrected: ${correction}` : '',
  ].filter(Boolean);
  return `The article itself was changed: ${parts.join('; ')}. Check its claims before you call them overtaken.`;
}

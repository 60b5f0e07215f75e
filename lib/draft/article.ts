/** What is known of an article that a watch starts from; null where its page does not tell it. */
export interface Told {
  readonly title: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  /** An ISO 8601 instant. */
  readonly publishedAt: string | null;
}

/** The text of an article, taken from its page or file. */
export interface ArticleText extends Told {
  /** Its paragraphs in order, each on one line. */
  readonly paragraphs: readonly string[];
}

/** An article's text, or why none can be drafted from, and what to do. */
export type Extracted =
  | { readonly outcome: 'article'; readonly article: ArticleText }
  | { readonly outcome: 'refused'; readonly why: string };

export function refused(why: string): Extracted {
  return { outcome: 'refused', why };
}

/** What to do where a page gives no text. */
export const GIVE_TEXT = 'save its text as a file and draft from that';

/** What the page of a watched article says of itself; null where it says nothing. */
export interface ArticlePage {
  readonly headline: string | null;
  /** An ISO 8601 instant in UTC. */
  readonly modifiedAt: string | null;
  /** The text of a correction. */
  readonly correction: string | null;
}

/** What is kept of an article's page between two looks. */
export interface ArticleState {
  readonly url: string;
  /** ISO 8601. */
  readonly checkedAt: string;
  /** Why the last look failed; null where it did not. */
  readonly failure: string | null;
  /** As it was last read; null where it never was. */
  readonly page: ArticlePage | null;
}

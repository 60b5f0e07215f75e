/** One entry of a feed, as plain text. */
export interface Item {
  /** Its identity: the feed's guid, else the cleaned link, else a hash of its content. */
  readonly guid: string;
  readonly title: string;
  /** The description, or the opening of the content; may be empty. */
  readonly summary: string;
  readonly link: string;
  /** The outlet, as its feed calls itself. */
  readonly source: string;
  /** Where the report comes from: the agency of a wire copy, else the outlet. */
  readonly origin: string;
  /** An ISO 8601 instant in UTC. */
  readonly publishedAt: string;
}

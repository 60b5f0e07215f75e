/** One entry of a feed, as plain text. */
export interface Item {
  /** Its identity among all feeds (lib/feed/identity.ts). */
  readonly id: string;
  /** The id that its feed gives it, else its link, else `id`: what people know it by. */
  readonly guid: string;
  readonly title: string;
  /** The description, or the opening of the content; may be empty. */
  readonly summary: string;
  readonly link: string;
  /** The outlet, as its feed calls itself. */
  readonly source: string;
  /** Whose report it is: the agency of a wire copy, else its publisher (lib/feed/origin.ts). */
  readonly origin: string;
  /** An ISO 8601 instant in UTC. */
  readonly publishedAt: string;
  /** When its feed says that it was last edited, else `publishedAt`. */
  readonly editedAt: string;
}

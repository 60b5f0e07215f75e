/** One text of an entry or of the feed, as its document has it. */
export interface Text {
  /** The canonical name of its element: `title`, `dc:date`, `content:encoded`; `link` holds an address. */
  readonly name: string;
  readonly value: string;
  /** Whether the value is markup; plain text otherwise. */
  readonly markup: boolean;
  /** What its relative links are relative to, from `xml:base`; empty without one. */
  readonly base: string;
}

/** The texts of an entry, or of the feed itself, in their order. */
export type Fields = readonly Text[];

export interface Scanned {
  readonly feed: Fields;
  readonly entries: readonly Fields[];
  /** What was wrong with the document and could be mended. */
  readonly faults: readonly string[];
  /** Whether it breaks off in its last entry, of which the texts that are whole are there. */
  readonly cut: boolean;
}

/** Half-open range of UTF-16 offsets into a text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One word or sign of a sentence. `key` is what two spellings of one term share. */
export interface Token extends Span {
  readonly text: string;
  readonly lower: string;
  readonly key: string;
  readonly capital: boolean;
}

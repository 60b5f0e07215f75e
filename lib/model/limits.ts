/**
 * How much is taken of what comes from outside, in one place: longer is a mistake or an attack, and what is kept has to fit
 * into rows of 400 KB. In characters unless told otherwise.
 */

/** An item's title, its summary and the text beside it, some 1,300 words. */
export const TITLE_LENGTH = 500;
export const SUMMARY_LENGTH = 3_000;
export const TEXT_LENGTH = 8_000;
/** A longer link is none, a longer guid gives way to the item's identity. */
export const LINK_LENGTH = 2_000;
export const GUID_LENGTH = 2_000;
/** The name of an outlet, an origin or a feed. */
export const NAME_LENGTH = 200;
/** Why a feed could not be read. */
export const WHY_LENGTH = 300;
/** A fault of a feed's document; so many of them are kept. */
export const FAULT_LENGTH = 200;
export const MAX_FAULTS = 5;

/** Of a document so many items are read, the newest: as many as a feed's memory holds of those that it carries. */
export const MAX_ITEMS = 1_500;
/** Of those that have left it so many are remembered that can't be dated again; of the others as many as it carries. */
export const MAX_LEFT = 500;

/** The words that a finding rests on, and those that it calls its value. */
export const QUOTE_LENGTH = 600;
export const WORDS_LENGTH = 200;
/** A record keeps so many reports, each part of one in so many bytes: with its decisions they fit into a row. */
export const MAX_EVIDENCE = 60;
export const EVIDENCE_BYTES = {
  title: 900,
  quote: 1_200,
  words: 300,
  link: 1_200,
  guid: 500,
  source: 200,
  origin: 200,
} as const;

/** A story's claims, each of so many characters, with a label of so many, and its whole baseline in bytes. */
export const CLAIM_LENGTH = 2_000;
export const LABEL_LENGTH = 60;
export const MAX_CLAIMS = 500;
export const BASELINE_BYTES = 200_000;

/** A change has so many decisions, each with a name and a note of so many characters. */
export const MAX_DECISIONS = 30;
export const EDITOR_LENGTH = 80;
export const NOTE_LENGTH = 500;

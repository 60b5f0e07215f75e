/** Signs that show nothing and turn or hide what stands beside them: control characters, bidi overrides, halves of characters. */
const HIDDEN = /(?![\t\n])[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\uFFFE\uFFFF]/gu;

/** A text as it may stand on a page, in a feed or in a note to paste: as it looks is as it reads. */
export function readable(text: string): string {
  return text.replace(HIDDEN, '');
}

/** The same on one line. */
export function readableLine(text: string): string {
  return readable(text).replace(/\s+/g, ' ').trim();
}

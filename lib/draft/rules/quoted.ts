/** A part of a sentence within quotation marks, and where it begins. */
interface Quoted {
  readonly words: string;
  readonly at: number;
}

/** What a sentence holds within quotation marks. */
export function quotedIn(text: string): Quoted[] {
  return Array.from(text.matchAll(/[“"][^“”"]*[”"]/g), ({ 0: words, index }) => ({ words, at: index }));
}

/** Whether a place of a sentence is within quotation marks: what somebody said is not rewritten. */
export function isQuoted(text: string, place: number): boolean {
  return quotedIn(text).some(({ words, at }) => at <= place && place < at + words.length);
}

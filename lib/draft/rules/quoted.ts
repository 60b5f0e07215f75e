/** Whether a place of a sentence is within quotation marks: what somebody said is not rewritten. */
export function isQuoted(text: string, at: number): boolean {
  return Array.from(text.matchAll(/[“"][^“”"]*[”"]/g)).some(
    ({ 0: words, index }) => index <= at && at < index + words.length,
  );
}

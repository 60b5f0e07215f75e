/** The characters that Windows-1252 has where Unicode has control characters, from 0x80; those it lacks stay as they are. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const BYTES = new Map(Array.from(WINDOWS_1252, (character, i) => [character, 0x80 + i]));
/** At a glance: most texts hold none of these. */
const SUSPECT = /[\u0080-\u009fÂÃâ]/;
const C1 = /[\u0080-\u009f]/g;
/** What the bytes of a character in UTF-8 look like in Windows-1252: the first one, and those that follow. */
const NEXT = `[\u0080-\u00bf${WINDOWS_1252}]`;
const DOUBLY_ENCODED = new RegExp(`(?<!\\p{Lu})(?:[ÂÃ]${NEXT}|â${NEXT}{2})`, 'gu');
const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Text that was encoded wrongly before it was published: `don\u0092t`, whose apostrophe is a byte of Windows-1252, and
 * `donâ€™t`, which was UTF-8 read as Windows-1252. What makes no sense the other way stays as it is.
 */
export function mendText(text: string): string {
  if (!SUSPECT.test(text)) return text;
  return text
    .replace(DOUBLY_ENCODED, (run) => {
      const bytes = Array.from(run, (character) => BYTES.get(character) ?? character.charCodeAt(0));
      try {
        return utf8.decode(Uint8Array.from(bytes));
      } catch {
        return run;
      }
    })
    .replace(C1, (character) => WINDOWS_1252[character.charCodeAt(0) - 0x80] ?? character);
}

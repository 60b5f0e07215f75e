/** A line that is no paragraph: a byline, a time, a link, a caption; it has few words and does not end as a sentence does. */
const SENTENCE_END = /[.!?…。！？]["”’')\]]*$/;
const PARAGRAPH_WORDS = 12;
/** Controls, and what shows nothing or turns a line round. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}]+/gu;

/** The lines of a text that are paragraphs, without those that stand there twice. */
export function paragraphsIn(lines: readonly string[]): string[] {
  const plain = lines.map((line) => line.replace(UNSEEN, '').trim());
  const told = plain.filter((line) => SENTENCE_END.test(line) || wordsIn(line) >= PARAGRAPH_WORDS);
  return [...new Set(told)];
}

export function wordsOf(paragraphs: readonly string[]): number {
  return paragraphs.reduce((sum, text) => sum + wordsIn(text), 0);
}

/** Signs of scripts that set no blanks between words; two of them are taken for a word. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;

function wordsIn(text: string): number {
  return text.split(/\s+/).length + Math.floor((text.match(UNSPACED)?.length ?? 0) / 2);
}

/** A line that is no paragraph: a byline, a time, a link, a caption; it has few words and does not end as a sentence does. */
const SENTENCE_END = /[.!?…]["”’')\]]*$/;
const PARAGRAPH_WORDS = 12;
/** Controls, and what shows nothing or turns a line round. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}]+/gu;

/** The lines of a text that are paragraphs, without those that stand there twice. */
export function paragraphsIn(lines: readonly string[]): string[] {
  const plain = lines.map((line) => line.replace(UNSEEN, '').trim());
  const told = plain.filter((line) => SENTENCE_END.test(line) || line.split(/\s+/).length >= PARAGRAPH_WORDS);
  return [...new Set(told)];
}

export function wordsOf(paragraphs: readonly string[]): number {
  return paragraphs.reduce((sum, text) => sum + text.split(/\s+/).length, 0);
}

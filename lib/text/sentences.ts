/** Abbreviations whose point ends no sentence, when a capital or a figure follows. */
const ABBREVIATIONS = new Set(
  'mr mrs ms dr prof gen lt col sgt capt rep sen gov pres st jr sr no vs inc ltd co corp bros jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun mt ft u.s u.k u.n e.u a.m p.m'.split(
    ' ',
  ),
);

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/**
 * The sentences of a plain text: a line ends one; within it they are split where Unicode says; join what an abbreviation or an
 * initial has split; drop what holds no word.
 */
export function splitSentences(text: string): string[] {
  return text.split('\n').flatMap(splitLine);
}

function splitLine(text: string): string[] {
  const parts = Array.from(segmenter.segment(text), ({ segment }) => segment);
  const joined: string[] = [];
  for (const part of parts) {
    const before = joined.at(-1);
    if (before !== undefined && endsInAbbreviation(before)) joined[joined.length - 1] = before + part;
    else joined.push(part);
  }
  return joined.map((part) => part.trim()).filter((part) => /[\p{L}\d]/u.test(part));
}

function endsInAbbreviation(text: string): boolean {
  const last = /(?:^|[\s("“‘])([\p{L}.]+)\.\s*$/u.exec(text)?.[1];
  if (last === undefined) return false;
  return ABBREVIATIONS.has(last.toLowerCase()) || /^\p{Lu}$/u.test(last);
}

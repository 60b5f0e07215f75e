const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const SCALES = new Map([
  ['hundred', 100],
  ['thousand', 1_000],
  ['k', 1_000],
  ['million', 1e6],
  ['mn', 1e6],
  ['mln', 1e6],
  ['m', 1e6],
  ['billion', 1e9],
  ['bn', 1e9],
  ['b', 1e9],
  ['bln', 1e9],
  ['trillion', 1e12],
  ['tn', 1e12],
]);
const WORDS = new Map<string, number>([
  ...UNITS.map((word, i): [string, number] => [word, i]),
  ...TENS.map((word, i): [string, number] => [word, 20 + 10 * i]),
  ['dozen', 12],
  ['no', 0],
]);

const SMALL = UNITS.slice(1, 10).join('|');
const WORD_NUMBER = `(?:(?:${TENS.join('|')})(?:-(?:${SMALL}))?|${UNITS.join('|')}|no(?= one\\b| people\\b| longer missing)|(?:a|two|three|four) dozen|a dozen|an? hundred)`;
const DIGITS = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;

/** A number in digits or in words, with its scale: `1,200`, `2.5 million`, `twenty-one`, `two dozen`. */
export const NUMBER = `(?:(?:${DIGITS})|${WORD_NUMBER})(?:\\s?(?:hundred|thousand|million|billion|trillion|bn|bln|b|tn|mn|mln|m|k)\\b)?`;

/** The value of what NUMBER matched; NaN for anything else. */
export function readNumber(text: string): number {
  const match = /^(.*?)\s?(hundred|thousand|million|billion|trillion|bn|bln|b|tn|mn|mln|m|k)?$/i.exec(
    text.trim(),
  );
  const [, base = '', scale = ''] = match ?? [];
  return small(base.toLowerCase()) * (SCALES.get(scale.toLowerCase()) ?? 1);
}

function small(text: string): number {
  if (text === '' || /^an?$/.test(text)) return 1;
  if (/^\d/.test(text)) return Number(text.replaceAll(',', ''));
  const dozen = /^(\w+) dozen$/.exec(text);
  if (dozen) return small(dozen[1] ?? '') * 12;
  return text.split('-').reduce((sum, word) => sum + (WORDS.get(word) ?? Number.NaN), 0);
}

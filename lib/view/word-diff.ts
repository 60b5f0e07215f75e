import { diffArrays } from 'diff';

/** A part of two texts held against each other: in both, taken out of the first, or put into the second. */
export interface DiffPart {
  readonly is: 'same' | 'out' | 'in';
  readonly text: string;
}

/** Before and after word by word; texts without a word in common whole. */
export function wordDiff(before: string, after: string): readonly DiffPart[] {
  // What is said of a value is none of its words.
  const plain = after.replace(/ \((?:contested|mended|meanwhile)\)/g, '');
  const parts = diffArrays(words(before), words(plain)).map(
    ({ value, added, removed }): DiffPart => ({
      is: added ? 'in' : removed ? 'out' : 'same',
      text: value.join(''),
    }),
  );
  if (parts.some(({ is, text }) => is === 'same' && text.trim() !== '')) return parts;
  return [
    { is: 'out', text: before },
    { is: 'same', text: ' ' },
    { is: 'in', text: after },
  ];
}

/** Words and the blanks between them: a number like `2,400` is one. */
function words(text: string): string[] {
  return text.split(/(\s+)/).filter((word) => word !== '');
}

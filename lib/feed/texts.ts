import type { Fields, Text } from './fields.ts';
import { collapse, linesOf, paragraphsOf, wordsIn } from './plain.ts';

/** The first text that one of these elements has, in the order of their names. */
export function firstOf(fields: Fields, names: readonly string[]): Text | null {
  for (const name of names) {
    const found = fields.find((text) => text.name === name && text.value !== '');
    if (found) return found;
  }
  return null;
}

/** A text as the lines that a reader sees. */
export function linesOfText(text: Text | null): string[] {
  if (!text) return [];
  return text.markup ? linesOf(text.value) : paragraphsOf(text.value);
}

/** A text on one line. */
export function wordsOf(text: Text | null): string {
  if (!text) return '';
  return collapse(text.markup ? wordsIn(text.value) : text.value);
}

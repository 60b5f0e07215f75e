import { folded } from '../../text/languages.ts';
import { romanized } from '../../text/names.ts';
import { tokenize } from '../../text/tokens.ts';
import type { Seen } from './proofs.ts';

/** A silence is broken by its own party: one of its names stands in the item, in whatever form. */
export function otherParty({ slots, finding, story, words }: Seen): string | null {
  if (finding.kind !== 'responded' || slots.silent.length === 0) return null;
  const keys = new Set(tokenize(romanized(words.all)).map(({ key }) => key));
  if (slots.silent.some((key) => keys.has(key))) return null;
  const text = folded(words.all);
  const isNamed = Object.entries(story.baseline.names).some(
    ([name, forms]) =>
      tokenize(name).some(({ key }) => slots.silent.includes(key)) &&
      // As part of a word, too: Kremlberater.
      [name, ...forms].some((form) => text.includes(folded(form))),
  );
  return isNamed ? null : 'the party that kept silent is not named';
}

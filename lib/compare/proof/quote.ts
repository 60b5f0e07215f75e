import type { Item } from '../../model/item.ts';
import { splitSentences } from '../../text/sentences.ts';

/** So many sentences in a row a quote may run over before the whole item counts as its surroundings. */
const RUN = 3;

/**
 * Where an item says a quote: the sentences that hold it; null where it doesn't stand there, white space, quotation marks,
 * dashes and ellipses aside. A quote with an ellipsis stands where each of its parts does.
 */
export function quoted({ title, summary, text }: Item, quote: string): string | null {
  const sentences = [title, ...splitSentences(summary), ...splitSentences(text)];
  const bare = sentences.map(squeezed);
  const parts = quote
    .split(/…|\.{3,}/u)
    .map(squeezed)
    .filter(Boolean);
  const places = parts.map((part) => placeOf(part, bare));
  if (places.length === 0 || places.includes(null)) return null;
  const held = new Set(places.flatMap((place) => sentences.slice(place?.[0], place?.[1])));
  return [...held].join(' ');
}

/** The sentences, from and to, that a part of a quote stands in. */
function placeOf(part: string, sentences: readonly string[]): readonly [number, number] | null {
  if (!sentences.join('').includes(part)) return null;
  for (let run = 1; run <= RUN; run++) {
    const at = sentences.findIndex((_, i) =>
      sentences
        .slice(i, i + run)
        .join('')
        .includes(part),
    );
    if (at >= 0) return [at, at + run];
  }
  return [0, sentences.length];
}

/** What stays of words when they are compared: letters, digits and signs, whatever dashes, quotation marks and blanks a copy has. */
function squeezed(text: string): string {
  return text.normalize('NFKC').replace(/[\s\p{Cf}\p{Pd}\p{Pi}\p{Pf}"'`´„‚…]|\.{3,}/gu, '');
}

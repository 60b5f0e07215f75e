import type { Item } from '../../model/item.ts';
import { splitSentences } from '../../text/sentences.ts';

/** A quote of fewer words and characters says nothing, unless it is the whole headline: an item holds any letter. Dense scripts say more in fewer characters. */
const WORDS = 3;
const CHARACTERS = 12;
const DENSE_CHARACTERS = 4;
const DENSE =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Khmer}\p{sc=Lao}\p{sc=Myanmar}]/gu;
/** More parts are a patchwork. */
const MOST_PARTS = 3;
/** Fewer characters are no part of a quote that an ellipsis parts. */
const PART_CHARACTERS = 4;

/** So many sentences in a row a quote may run over before the whole item counts as its surroundings. */
const RUN = 3;

/**
 * Where an item says a quote: the sentences that hold it; null where it doesn't stand there, white space, quotation marks,
 * dashes and ellipses aside, or says too little to prove anything. A quote with an ellipsis stands where its parts do, in
 * their order.
 */
export function quoted({ title, summary, text }: Item, quote: string): string | null {
  const sentences = [title, ...splitSentences(summary), ...splitSentences(text)];
  const bare = sentences.map(squeezed);
  const parts = quote
    .split(/…|\.{3,}/u)
    .map(squeezed)
    .filter(Boolean);
  if (!tellsEnough(quote, title) || !areInOrder(parts, bare.join(''))) return null;
  const places = parts.map((part) => placeOf(part, bare));
  if (places.length === 0 || places.includes(null)) return null;
  const held = new Set(places.flatMap((place) => sentences.slice(place?.[0], place?.[1])));
  return [...held].join(' ');
}

function tellsEnough(quote: string, title: string): boolean {
  const characters = squeezed(quote);
  if (characters !== '' && characters === squeezed(title)) return true;
  const dense = quote.match(DENSE)?.length ?? 0;
  if (dense * 2 > (quote.match(/\p{L}/gu)?.length ?? 0)) return characters.length >= DENSE_CHARACTERS;
  return (quote.match(/[\p{L}\p{N}]+/gu) ?? []).length >= WORDS || characters.length >= CHARACTERS;
}

function areInOrder(parts: readonly string[], whole: string): boolean {
  let at = 0;
  return (
    parts.length <= MOST_PARTS &&
    parts.every((part) => {
      const found = whole.indexOf(part, at);
      at = found + part.length;
      return found >= 0 && (parts.length === 1 || part.length >= PART_CHARACTERS);
    })
  );
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

import type { Baseline } from '../model/baseline.ts';
import { tokenize } from '../text/tokens.ts';
import { termWeights } from './anchors.ts';

/** So many words tell a story from others, for a search; more find nothing. */
const WORDS = 3;

/**
 * The words by which a story is searched for: the most telling ones of its claims, names in two words as one, most telling
 * first. `"Marrow Vale" listeria Keldby`.
 */
export function searchWords(baseline: Pick<Baseline, 'article' | 'claims'>): string {
  const { weights, words } = termWeights(baseline);
  const text = [baseline.article.title, ...baseline.claims.map((claim) => claim.text)].join('\n');
  const found: string[] = [];
  const covered = new Set<string>();
  for (const [key] of [...weights].toSorted((a, b) => b[1] - a[1])) {
    if (covered.has(key) || found.length === WORDS) continue;
    const name = nameAround(words.get(key) ?? key, text);
    for (const token of tokenize(name)) covered.add(token.key);
    found.push(name.includes(' ') ? `"${name}"` : name);
  }
  return found.join(' ');
}

/** A name in two words that a word is part of, as the claims write it most often. */
function nameAround(word: string, text: string): string {
  if (!/^\p{Lu}/u.test(word)) return word;
  const plain = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const pairs = text.matchAll(
    new RegExp(`(?<=[\\p{Ll},;:] )(?:\\p{Lu}\\p{Ll}+ ${plain}|${plain} \\p{Lu}\\p{Ll}+)(?![\\p{L}])`, 'gu'),
  );
  const counts = new Map<string, number>();
  for (const [pair] of pairs) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  const [most] = [...counts].toSorted((a, b) => b[1] - a[1]);
  return most && most[1] > 1 ? most[0] : word;
}

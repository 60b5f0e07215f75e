import type { Baseline } from '../model/baseline.ts';
import { dayOf } from '../text/edtf.ts';
import { informativeness, isOrdinary } from '../text/frequencies.ts';
import { folded } from '../text/languages.ts';
import { countryNames } from '../text/names.ts';
import { splitSentences } from '../text/sentences.ts';
import { termsOf } from '../text/terms.ts';
import { tokenize } from '../text/tokens.ts';

/** What tells that an item is of a story, read once from its baseline. */
export interface Anchors {
  readonly publishedOn: string;
  /** How much a term says that an item is of this story. */
  readonly weights: ReadonlyMap<string, number>;
  /** How much a name in a headline says so by itself: rare in the news, and in many claims. */
  readonly parties: ReadonlyMap<string, number>;
  /** Names of its claims that no ordinary news item holds. */
  readonly rareNames: ReadonlySet<string>;
  /** Other forms and scripts of its names, folded, each with the terms that it stands for. */
  readonly forms: ReadonlyMap<string, readonly string[]>;
  /** A term as the claims or the headline spell it, by its key, for whoever reads an explanation. */
  readonly words: ReadonlyMap<string, string>;
}

/** How rare a name must be that says by itself that an item is of the story, on the scale of `informativeness`. */
const RARE = 0.99;
/** A name in so large a share of the claims, or in so many of them, is a party of the story. */
const PARTY_SHARE = 0.25;
const PARTY_CLAIMS = 4;

export function anchorsOf(baseline: Baseline): Anchors {
  const { article, claims, names } = baseline;
  const { weights, words } = termWeights(baseline);
  const named = countsOf(claims.map(({ text }) => namesIn(text)));
  const enough = Math.max(1, Math.min(PARTY_CLAIMS, PARTY_SHARE * claims.length));
  const party = ([key, count]: readonly [string, number]) =>
    [key, informativeness(key) * Math.min(1, Math.sqrt(count / enough))] as const;
  return {
    publishedOn: dayOf(new Date(article.publishedAt)),
    weights,
    parties: new Map([...named].map(party)),
    rareNames: new Set([...named.keys()].filter((key) => informativeness(key) >= RARE)),
    forms: formsOf(names, [...weights.keys()]),
    words,
  };
}

/** How much each term of the claims says that an item is of the story, and how they or the headline spell it. */
export function termWeights({
  article,
  claims,
}: Pick<Baseline, 'article' | 'claims'>): Pick<Anchors, 'weights' | 'words'> {
  const read = claims.map(({ text }) => tokenize(text));
  const title = tokenize(article.title);
  const counts = countsOf(read.map((tokens) => termsOf([{ tokens }])));
  return {
    weights: weighTerms(counts, claims.length, termsOf([{ tokens: title }])),
    words: new Map(
      [...title, ...read.flat()].map(({ key, text }): [string, string] => [key, text.replace(/['’]s?$/, '')]),
    ),
  };
}

function countsOf(sets: readonly ReadonlySet<string>[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of sets.flatMap((keys) => [...keys])) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** Terms that the claims or the headline hold, by how rare they are in the news and how common in the story. */
function weighTerms(
  counts: ReadonlyMap<string, number>,
  total: number,
  title: ReadonlySet<string>,
): Map<string, number> {
  const words = [...counts].filter(([key]) => !/^\d/.test(key));
  return new Map(
    words.map(([key, count]) => {
      const share = (count + (title.has(key) ? 1 : 0)) / total;
      return [key, informativeness(key) * Math.sqrt(Math.min(1, share))];
    }),
  );
}

/** The keys of the words that are written with a capital and are no ordinary ones. */
export function namesIn(text: string): Set<string> {
  const tokens = splitSentences(text).flatMap(tokenize);
  return new Set(
    tokens
      .filter(({ capital, key, lower }) => capital && key.length > 2 && !isOrdinary(lower))
      .map(({ key }) => key),
  );
}

/** The forms that a baseline lists, and the names of the countries in its claims in other languages. */
function formsOf(names: Baseline['names'], terms: readonly string[]): Map<string, readonly string[]> {
  const forms = new Map<string, readonly string[]>();
  for (const key of terms) for (const name of countryNames(key)) forms.set(folded(name), [key]);
  for (const [name, others] of Object.entries(names)) {
    const keys = tokenize(name).flatMap(({ key }) => (key ? [key] : []));
    for (const form of others) forms.set(folded(form), keys);
  }
  return forms;
}

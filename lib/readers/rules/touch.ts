import { compatible } from '../../text/gazetteer.ts';
import type { PreparedClaim } from './claims.ts';
import type { Clause, Place } from './facet.ts';
import { facetsOf } from './facets-of.ts';
import type { PreparedStory } from './prepared-story.ts';
import type { ReadItem, ReadSentence } from './read-item.ts';

/** How much of a claim a clause speaks of, seen with its sentence and its item. */
export interface Touch {
  /** Share of the claim's matter that stands in the clause, or less surely around it; 0 to 1. */
  readonly coverage: number;
  /** The same with terms weighed by how rare they are among the story's claims: it tells siblings apart. */
  readonly distinct: number;
  /** The same for the names of those who act; 1 where the claim has none. */
  readonly actors: number;
  /** The same in the sentence alone. */
  readonly actorsHere: number;
  /** The places that cannot both be meant, or null. */
  readonly conflict: string | null;
  /** The shared terms that weigh most, for whoever asks why. */
  readonly shared: readonly string[];
}

/** A claim's long tail of terms is never repeated whole: so many of its weightiest count as all. */
const FULL_TERMS = 9;
const IN_SENTENCE = 0.85;
const IN_ITEM = 0.5;

export function touch(
  story: PreparedStory,
  claim: PreparedClaim,
  item: ReadItem,
  sentence: ReadSentence,
  clause: Clause,
): Touch {
  const inClause = new Set(clause.tokens.map((token) => token.key));
  const presence = (key: string) =>
    inClause.has(key) ? 1 : sentence.terms.has(key) ? IN_SENTENCE : item.terms.has(key) ? IN_ITEM : 0;
  const here = (key: string) => (inClause.has(key) ? 1 : sentence.terms.has(key) ? IN_SENTENCE : 0);
  const share = (
    weights: Iterable<readonly [string, number]>,
    present: (key: string) => number = presence,
  ): number => {
    const weighed = [...weights].toSorted(([, a], [, b]) => b - a);
    const full = sum(weighed.slice(0, FULL_TERMS).map(([, weight]) => weight));
    return full === 0 ? 1 : Math.min(1, sum(weighed.map(([key, weight]) => weight * present(key))) / full);
  };
  const represented = representedIn(clause);
  const acts = (of: (key: string) => number) => (key: string) => (represented.has(key) ? 0 : of(key));
  const named =
    claim.actors.size > 0
      ? claim.actors
      : new Set([...claim.names, ...facetsOf(claim.clauses, 'place').map(({ key }) => key)]);
  const actors = [...claim.terms].filter(([key]) => named.has(key));
  return {
    coverage: share(claim.matter),
    distinct: share(claim.terms),
    actors: share(actors, acts(presence)),
    actorsHere: share(actors, acts(here)),
    conflict: placeConflict(story, claimPlaces(story, claim), claim, sentence, clause, item),
    shared: [...claim.terms]
      .filter(([key]) => presence(key) > 0)
      .toSorted(([, a], [, b]) => b - a)
      .slice(0, 6)
      .map(([key]) => story.words.get(key) ?? key),
  };
}

/** Those who act in another's name: `Trump's envoy` is not Trump. */
const REPRESENTATIVES =
  /^(?:envoys?|aides?|advis[eo]rs?|spokes\w+|lawyers?|team|all(?:y|ies)|son|daughter|wife|husband|brother|deputy|chief|minister|negotiators?|delegation|officials?|administration|campaign|doctors?|allies|secretary|predecessor|successor|critics|supporters)$/;

/** The keys of names that a clause has only before their representatives. */
function representedIn({ tokens }: Clause): Set<string> {
  const own = new Set<string>();
  const represented = new Set<string>();
  for (const [i, { text, key }] of tokens.entries()) {
    const possessive =
      /['’]s?$/.test(text) && tokens.slice(i + 1, i + 4).some(({ lower }) => REPRESENTATIVES.test(lower));
    (possessive ? represented : own).add(key);
  }
  return new Set([...represented].filter((key) => !own.has(key)));
}

/** A clause that says where, and names no place in which the claim's could lie, speaks of something else. */
function placeConflict(
  story: PreparedStory,
  claimed: readonly Place[],
  claim: PreparedClaim,
  sentence: ReadSentence,
  clause: Clause,
  item: ReadItem,
): string | null {
  if (claimed.length === 0) return elsewhere(story, claim, clause, item);
  const inClause = facetsOf([clause], 'place').filter((place) => place.where);
  const said =
    inClause.length > 0 ? inClause : facetsOf(sentence.clauses, 'place').filter((place) => place.where);
  if (said.length === 0 || said.some((place) => claimed.some((other) => compatible(place, other))))
    return null;
  const anywhere = facetsOf(
    item.sentences.flatMap(({ clauses }) => clauses),
    'place',
  );
  if (inClause.length === 0 && anywhere.some((place) => claim.where.some((other) => place.key === other.key)))
    return null;
  return `${said[0]?.key} is not ${claimed[0]?.key}`;
}

/** A place that the story does not know, in an item that lacks a name of the claim's: `to visit Stockholm`, not Norhaven. */
function elsewhere(
  story: PreparedStory,
  claim: PreparedClaim,
  clause: Clause,
  item: ReadItem,
): string | null {
  const unknown = facetsOf([clause], 'place').find(({ where, key }) => where && !story.names.has(key));
  const missing = [...claim.names].find((name) => claim.matter.has(name) && !item.terms.has(name));
  return unknown && missing ? `${unknown.key}, and no ${story.words.get(missing) ?? missing}` : null;
}

/** A name in the clause that no claim of the story has. */
export function strangerIn(story: PreparedStory, clause: Clause): string | null {
  const strangers = facetsOf([clause], 'party').filter(
    ({ keys }) => !keys.some((key) => story.names.has(key)),
  );
  const country = facetsOf([clause], 'place').find(
    ({ key, within }) => within.length === 0 && !story.names.has(key),
  );
  return strangers[0]?.keys[0] ?? country?.key ?? null;
}

/** The place of an item that names places, but none in which the claim's could lie: another disaster's toll. */
export function onlyElsewhere(story: PreparedStory, claim: PreparedClaim, item: ReadItem): string | null {
  const claimed = [...claimPlaces(story, claim), ...story.places];
  const named = facetsOf(
    item.sentences.flatMap(({ clauses }) => clauses),
    'place',
  );
  if (claimed.length === 0 || named.length === 0) return null;
  return named.some((place) => claimed.some((other) => compatible(place, other)))
    ? null
    : `it speaks of ${named[0]?.key} only, not of ${claimed[0]?.key}`;
}

/** Where the claim takes place, else every place that it names, else where the story plays. */
function claimPlaces(story: PreparedStory, claim: PreparedClaim): readonly Place[] {
  if (claim.where.length > 0) return claim.where;
  const named = facetsOf(claim.clauses, 'place');
  return named.length > 0 ? named : story.places;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

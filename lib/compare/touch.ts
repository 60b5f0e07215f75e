import type { Clause, Place } from '../model/facet.ts';
import { compatible } from '../text/gazetteer.ts';
import type { PreparedClaim } from './claims.ts';
import { facetsOf } from './facets-of.ts';
import type { ReadItem, ReadSentence } from './read-item.ts';

/** How much of a claim a clause speaks of, seen with its sentence and its item. */
export interface Touch {
  /** Share of the claim's telling terms that stand in the clause, or less surely around it; 0 to 1. */
  readonly coverage: number;
  /** The same for the claim's names alone; 1 where it has none. */
  readonly names: number;
  /** The places that cannot both be meant, or null. */
  readonly conflict: string | null;
  /** The shared terms that weigh most, for whoever asks why. */
  readonly shared: readonly string[];
}

/** A claim's long tail of terms is never repeated whole: so many of its weightiest count as all. */
const FULL_TERMS = 7;
const IN_SENTENCE = 0.85;
const IN_ITEM = 0.5;

export function touch(claim: PreparedClaim, item: ReadItem, sentence: ReadSentence, clause: Clause): Touch {
  const inClause = new Set(clause.tokens.map((token) => token.key));
  const presence = (key: string) => (inClause.has(key) ? 1 : sentence.terms.has(key) ? IN_SENTENCE : item.terms.has(key) ? IN_ITEM : 0);
  const weighed = [...claim.terms].toSorted(([, a], [, b]) => b - a);
  const full = sum(weighed.slice(0, FULL_TERMS).map(([, weight]) => weight));
  const found = weighed.filter(([key]) => presence(key) > 0);
  const names = weighed.filter(([key]) => claim.names.has(key)).slice(0, FULL_TERMS);
  return {
    coverage: Math.min(1, sum(found.map(([key, weight]) => weight * presence(key))) / (full || 1)),
    names: names.length === 0 ? 1 : sum(names.map(([key, weight]) => weight * presence(key))) / sum(names.map(([, weight]) => weight)),
    conflict: placeConflict(claim, item, sentence, clause),
    shared: found.slice(0, 6).map(([key]) => key),
  };
}

/** A clause that says where, and names no place in which the claim's could lie, speaks of something else. */
function placeConflict(claim: PreparedClaim, item: ReadItem, sentence: ReadSentence, clause: Clause): string | null {
  const claimed = claimPlaces(claim);
  if (claimed.length === 0) return null;
  const inClause = facetsOf([clause], 'place').filter((place) => place.where);
  const said = inClause.length > 0 ? inClause : facetsOf(sentence.clauses, 'place').filter((place) => place.where);
  if (said.length === 0 || said.some((place) => claimed.some((other) => compatible(place, other)))) return null;
  const anywhere = facetsOf(item.sentences.flatMap(({ clauses }) => clauses), 'place');
  if (inClause.length === 0 && anywhere.some((place) => claim.where.some((other) => place.key === other.key))) return null;
  return `${said[0]?.key} is not ${claimed[0]?.key}`;
}

/** Where the claim takes place, else every place that it names. */
function claimPlaces(claim: PreparedClaim): readonly Place[] {
  return claim.where.length > 0 ? claim.where : facetsOf(claim.clauses, 'place');
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

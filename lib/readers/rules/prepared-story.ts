import { termWeights } from '../../compare/anchors.ts';
import type { Baseline } from '../../model/baseline.ts';
import { dayOf } from '../../text/edtf.ts';
import { termsOf } from '../../text/terms.ts';
import type { QuestionName } from './candidate.ts';
import { type PreparedClaim, prepareClaim } from './claims.ts';
import type { Place } from './facet.ts';
import { readText } from './facets/read.ts';
import { facetsOf } from './facets-of.ts';
import type { Weights } from './weigh.ts';
import { WEIGHTS } from './weights.ts';

/** What of a baseline the rules read. */
export type StoryText = Pick<Baseline, 'article' | 'claims'>;

/** A baseline read once for judging: its claims and the terms that tell its story from others. */
export interface PreparedStory {
  readonly publishedOn: string;
  readonly claims: readonly PreparedClaim[];
  /** How much a term says that an item is of this story. */
  readonly anchors: ReadonlyMap<string, number>;
  /** A term as the claims or the headline spell it, by its key, for whoever reads an explanation. */
  readonly words: ReadonlyMap<string, string>;
  /** How many of the claims hold a head. */
  readonly headCounts: ReadonlyMap<string, number>;
  /** The names in all its claims. */
  readonly names: ReadonlySet<string>;
  /** How many claims count in a role or by a noun. */
  readonly roleCounts: ReadonlyMap<string, number>;
  /** Where the story plays: the places that its claims name most. */
  readonly places: readonly Place[];
  /** How many claims that are still open are about a head, kin included. */
  readonly openHeads: ReadonlyMap<string, number>;
  /** By question. */
  readonly weights: Readonly<Record<QuestionName, Weights>>;
}

/** @param weights how much each feature counts; others than the shipped ones for a fit */
export function prepareStory(text: StoryText, weights: PreparedStory['weights'] = WEIGHTS): PreparedStory {
  const publishedOn = dayOf(new Date(text.article.publishedAt));
  const read = text.claims.map((claim) => ({ claim, clauses: readText(claim.text, false, publishedOn) }));
  const counts = new Map<string, number>();
  const headCounts = new Map<string, number>();
  for (const { clauses } of read) {
    for (const key of termsOf(clauses)) counts.set(key, (counts.get(key) ?? 0) + 1);
    for (const head of new Set(facetsOf(clauses, 'event').map((event) => event.head)))
      headCounts.set(head, (headCounts.get(head) ?? 0) + 1);
  }
  const { weights: anchors, words } = termWeights(text);
  const claims = read.map(({ claim, clauses }) =>
    prepareClaim({ claim, clauses, counts, total: read.length }),
  );
  const roleCounts = new Map<string, number>();
  for (const { figures } of claims)
    for (const role of new Set(figures.map((figure) => figure.counts)))
      roleCounts.set(role, (roleCounts.get(role) ?? 0) + 1);
  const names = new Set(
    claims.flatMap((claim) => [
      ...claim.names,
      ...facetsOf(claim.clauses, 'place').map((place) => place.key),
    ]),
  );
  return {
    publishedOn,
    claims,
    names,
    anchors,
    words,
    headCounts,
    openHeads: openHeadsOf(claims),
    roleCounts,
    places: commonPlaces(claims),
    weights,
  };
}

/** How much a claim must be about a head to count among those that are open about it. */
const OPEN_ABOUT = 0.7;

function openHeadsOf(claims: readonly PreparedClaim[]): Map<string, number> {
  const open = claims.filter(
    ({ silent, stage }) => silent.length === 0 && (stage === 'pending' || stage === 'running'),
  );
  const counts = new Map<string, number>();
  for (const { heads } of open) {
    for (const [head, weight] of heads)
      if (weight >= OPEN_ABOUT) counts.set(head, (counts.get(head) ?? 0) + 1);
  }
  return counts;
}

/** A place that so large a share of the claims names is where the story plays. */
const COMMON_SHARE = 0.3;

function commonPlaces(claims: readonly PreparedClaim[]): Place[] {
  const byKey = new Map<string, { place: Place; count: number }>();
  for (const { clauses } of claims) {
    for (const [key, place] of new Map(facetsOf(clauses, 'place').map((place) => [place.key, place]))) {
      byKey.set(key, { place, count: (byKey.get(key)?.count ?? 0) + 1 });
    }
  }
  return [...byKey.values()]
    .filter(({ count }) => count >= COMMON_SHARE * claims.length)
    .map(({ place }) => place);
}

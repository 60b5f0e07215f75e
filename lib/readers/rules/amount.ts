import { valueKey } from '../../model/value.ts';
import { termKey } from '../../text/tokens.ts';
import { converted } from '../../text/units.ts';
import type { Candidate, Features } from './candidate.ts';
import type { PreparedClaim } from './claims.ts';
import type { Figure } from './facet.ts';
import { facetsOf } from './facets-of.ts';
import type { PreparedStory } from './prepared-story.ts';
import type { ReadItem } from './read-item.ts';
import { type FigureSeen, sameEvent } from './same-event.ts';
import { TOLLS } from './tolls.ts';
import { onlyElsewhere, strangerIn, touch } from './touch.ts';
import { bit, tooUnlikely, weigh } from './weigh.ts';

/** Nouns for anybody: what else is said must show that the same ones are counted. */
const PEOPLE_NOUNS = new Set('people person man woman member resident other time'.split(' ').map(termKey));
/** So many shared words around two figures count as all. */
const NEAR_ENOUGH = 3;
/** Gate scores from here on count alike. */
const GATE_SCALE = 3;
/** A figure e to the power of this larger or smaller is of another magnitude. */
const MAGNITUDE_SCALE = 2;

/** Whether a clause gives another number for what a claim counts. */
export function judgeAmount(story: PreparedStory, claim: PreparedClaim, item: ReadItem): Candidate[] {
  if (claim.figures.length === 0) return [];
  return item.sentences.flatMap((sentence) =>
    sentence.clauses.flatMap((clause) =>
      facetsOf([clause], 'figure').flatMap((said) => {
        const slot = slotFor(claim, said);
        if (!slot) return [];
        const figure = inUnitOf(slot, said);
        return [judgeFigure({ story, claim, item, sentence, clause, said, figure, slot })];
      }),
    ),
  );
}

function judgeFigure(seen: FigureSeen): Candidate {
  const { story, claim, item, sentence, clause, said, figure, slot } = seen;
  const touched = touch(story, claim, item, sentence, clause);
  const features: Features = {
    toll: bit(TOLLS.has(figure.counts)),
    only: bit(story.roleCounts.get(figure.counts) === 1),
    sum: bit(figure.unit !== null),
    coverage: touched.coverage,
    distinct: touched.distinct,
    actors: touched.actors,
    near: nearness(slot, figure),
    samePer: bit(figure.per !== null && figure.per === slot.per),
    magnitude: Math.max(0, 1 - Math.abs(Math.log(figure.value / slot.value)) / MAGNITUDE_SCALE) || 0,
    within: bit(slot.bound === 'at-least' && figure.value >= slot.value),
    adds: bit(figure.adds),
    people: bit(PEOPLE_NOUNS.has(figure.counts)),
    closed: bit(claim.stage === 'closed' && !TOLLS.has(figure.counts)),
    actorsHere: touched.actorsHere,
    stranger: bit(strangerIn(story, clause) !== null),
    gate: Math.min(1, item.anchored / GATE_SCALE),
    headline: bit(clause.sentence.headline),
    subordinate: bit(clause.role === 'subordinate'),
    tollOnly: bit(TOLLS.has(figure.counts) && story.roleCounts.get(figure.counts) === 1),
  };
  const score = weigh(story.weights.amount, features);
  const unit = said.unit ?? said.measure;
  const value = said.adds
    ? ({ kind: 'addition', amount: said.value, unit } as const)
    : ({ kind: 'figure', amount: said.value, upTo: null, bound: said.bound, unit } as const);
  return {
    claimId: claim.claim.id,
    question: 'amount',
    clause,
    unit: `figure:${clause.sentence.headline ? 'headline' : 'text'}:${figure.span.start}`,
    aspect: `figure:${claim.slots.get(slot) ?? slot.counts}`,
    value,
    key: valueKey(value, slot.unit ?? slot.measure),
    features,
    score,
    because: `${said.value} ${said.counts}, where the claim has ${slot.value}; shares ${touched.shared.join(', ') || 'no term'}`,
    refused:
      sameEvent(seen) ??
      touched.conflict ??
      (touched.coverage === 0 ? 'it shares no term with the claim' : null) ??
      (TOLLS.has(figure.counts) ? onlyElsewhere(story, claim, item) : null) ??
      tooUnlikely(score),
  };
}

/** The claim's figure that another may replace: of the same count and unit, the one most like it. */
function slotFor(claim: PreparedClaim, figure: Figure): Figure | null {
  const fitting = claim.figures.filter(
    (own) =>
      (own.counts === figure.counts ? sameUnit(own, figure) : isInOtherUnit(own, figure)) &&
      (own.per === null || figure.per === null || own.per === figure.per),
  );
  return (
    fitting.toSorted(
      (a, b) => nearness(b, figure) - nearness(a, figure) || distance(a, figure) - distance(b, figure),
    )[0] ?? null
  );
}

/** By how many orders of magnitude, to the base e, two figures differ. */
function distance(own: Figure, figure: Figure): number {
  return Math.abs(Math.log(figure.value / own.value)) || 0;
}

/** The share of the words around the claim's figure that stand around the other one. */
function nearness(own: Figure, figure: Figure): number {
  const shared = own.near.filter((key) => figure.near.includes(key)).length;
  return own.near.length === 0 ? 0 : Math.min(1, shared / Math.min(NEAR_ENOUGH, own.near.length));
}

function sameUnit(one: Figure, other: Figure): boolean {
  return (
    (one.unit === null) === (other.unit === null) && (one.unit === 'percent') === (other.unit === 'percent')
  );
}

/** The same measure in another unit: something that stands around both must be alike. */
function isInOtherUnit(own: Figure, figure: Figure): boolean {
  return amountIn(own, figure) !== null && nearness(own, figure) > 0;
}

/** A figure in the claim's unit of measure, where both have one: 282 km/h as 175.2 mph. */
function inUnitOf(slot: Figure, figure: Figure): Figure {
  const value = amountIn(slot, figure);
  return value === null ? figure : { ...figure, value, counts: slot.counts, measure: slot.measure };
}

function amountIn(slot: Figure, figure: Figure): number | null {
  return slot.measure && figure.measure ? converted(figure.value, figure.measure, slot.measure) : null;
}

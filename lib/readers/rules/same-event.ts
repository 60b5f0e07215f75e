import { CORRECTED } from '../../compare/value/figure.ts';
import { bounds, daysBetween } from '../../text/edtf.ts';
import { sameMeasure } from '../../text/units.ts';
import type { PreparedClaim } from './claims.ts';
import type { Clause, Figure } from './facet.ts';
import { facetsOf } from './facets-of.ts';
import type { PreparedStory } from './prepared-story.ts';
import type { ReadItem, ReadSentence } from './read-item.ts';
import { GROWING, TOLLS } from './tolls.ts';

/** The words of a correction: a toll that falls without them is another event's. */

/** A claim of how things once were is not what a new figure replaces. */
const HISTORIC =
  /\b(?:first|original(?:ly)?|initial(?:ly)?|at the time|previous(?:ly)?|former(?:ly)?|once)\b/i;
/** A toll is reported within days of what caused it; a clause that dates the cause otherwise counts another one. */
const SAME_EVENT_DAYS = 2;

/** A figure beside the claim's figure that it may replace, with where it stands. */
export interface FigureSeen {
  readonly story: PreparedStory;
  readonly claim: PreparedClaim;
  readonly item: ReadItem;
  readonly sentence: ReadSentence;
  readonly clause: Clause;
  /** As the item has it, and in the claim's unit of measure. */
  readonly said: Figure;
  readonly figure: Figure;
  readonly slot: Figure;
}

/** Why the figure is no newer value of the claim's; null where it is. */
export function sameEvent({
  story,
  claim,
  item,
  sentence,
  clause,
  said,
  figure,
  slot,
}: FigureSeen): string | null {
  const { counts, value } = figure;
  if (figure.compared) return 'a figure to compare with';
  if (
    !figure.adds &&
    story.claims.some(({ figures }) => figures.some((own) => own.counts === counts && restates(own, said)))
  )
    return `the article has ${said.value} already`;
  if (HISTORIC.test(claim.claim.text)) return 'the claim tells how it was at first';
  if (story.roleCounts.get(counts) !== 1) {
    const other = otherCount(claim, clause, figure, slot);
    if (other) return other;
  }
  if (!TOLLS.has(counts))
    return slot.bound === 'at-least' && value >= slot.value
      ? `it is within the article's "at least ${slot.value}"`
      : null;
  if (GROWING.has(counts) && !figure.adds && value < slot.value && !CORRECTED.test(clause.sentence.text)) {
    return `${value} is fewer than ${slot.value}, and nothing says that it was corrected`;
  }
  const shrunk = facetsOf(sentence.clauses, 'figure').find((other) => isOtherEvents(claim, other));
  if (shrunk) return `its ${shrunk.value} ${shrunk.counts} are another event's`;
  const own = facetsOf(claim.clauses, 'when')[0]?.edtf ?? story.publishedOn;
  const others = facetsOf([clause], 'when').filter(
    ({ ofSpeech, edtf }) => !ofSpeech && bounds(edtf)[0] <= item.saidOn,
  );
  const astray = others.find(
    ({ edtf }) =>
      daysBetween(bounds(edtf)[1], bounds(own)[0]) > SAME_EVENT_DAYS ||
      daysBetween(bounds(own)[1], bounds(edtf)[0]) > SAME_EVENT_DAYS,
  );
  return astray &&
    counts === 'dead' &&
    /\bkill|\bdie[sd]?\b|attack|strike/.test(clause.sentence.text) &&
    !/\btoll\b/i.test(clause.sentence.text)
    ? `it happened on ${astray.edtf}, not on ${own}`
    : null;
}

/** The same number, in whatever unit, or one so near that `about` covers the difference. */
function restates(own: Figure, figure: Figure): boolean {
  if (own.measure !== figure.measure)
    return sameMeasure(
      { amount: own.value, unit: own.measure },
      { amount: figure.value, unit: figure.measure },
    );
  return (
    own.value === figure.value ||
    (figure.bound === 'about' && Math.abs(own.value - figure.value) <= 0.02 * own.value)
  );
}

const PEOPLE =
  /\b(soldiers?|troops|civilians?|police(?:men)?|officers?|children|firefighters?|workers?|militants?|journalists?|passengers?|pilots?)\b/gi;

/** Where several claims have such a toll: whose side, and soldiers or civilians, must not differ. */
function otherCount(claim: PreparedClaim, clause: Clause, figure: Figure, slot: Figure): string | null {
  const home = claim.clauses.find(({ facets }) => facets.includes(slot));
  const sides = (near: Clause | undefined) =>
    near ? facetsOf([near], 'place').filter((place) => !place.where && place.within.length === 0) : [];
  const own = sides(home).map((place) => place.key);
  const said = sides(clause).map((place) => place.key);
  // Of a toll the first side named is the victims'.
  const clash = TOLLS.has(figure.counts) ? said[0] !== own[0] : !said.some((side) => own.includes(side));
  if (own[0] !== undefined && said[0] !== undefined && clash)
    return `${said[0]} stands where ${own[0]} should`;
  const people = (text: string) =>
    new Set(Array.from(text.matchAll(PEOPLE), ([word]) => word.toLowerCase().replace(/s$/, '')));
  const ours = people(home?.sentence.text ?? '');
  const theirs = people(clause.sentence.text.slice(figure.span.start, figure.span.end + 40));
  const others = [...theirs].find((word) => ours.size > 0 && !ours.has(word));
  return others ? `it counts ${others}s` : null;
}

/** The dead of the claim's event do not become fewer. */
function isOtherEvents(claim: PreparedClaim, figure: Figure): boolean {
  return (
    figure.counts === 'dead' &&
    !figure.adds &&
    !figure.compared &&
    claim.figures.some((own) => own.counts === 'dead' && figure.value < own.value)
  );
}

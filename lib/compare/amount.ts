import type { Clause, Figure } from '../model/facet.ts';
import { bounds, daysBetween } from '../text/edtf.ts';
import { termKey } from '../text/tokens.ts';
import type { Candidate, Features } from './candidate.ts';
import type { PreparedClaim, PreparedStory } from './claims.ts';
import { facetsOf } from './facets-of.ts';
import type { ReadItem, ReadSentence } from './read-item.ts';
import { onlyElsewhere, strangerIn, touch } from './touch.ts';
import { bit, tooUnlikely, weigh } from './weigh.ts';

/** Roles that every outlet means alike; other figures count the claim's own noun and need more in common. */
const TOLLS = new Set([
  'dead',
  'injured',
  'missing',
  'arrested',
  'displaced',
  'rescued',
  'infected',
  'hospitalised',
]);
/** Tolls that only grow: a smaller one is another event's, unless the text says that it was corrected. */
const GROWING = new Set(['dead', 'injured', 'arrested', 'infected']);
const CORRECTED = /\b(?:revis|correct|lower|fall|fell|drop|down|reduc|fewer|cut)\w*/i;
/** A claim of how things once were is not what a new figure replaces. */
const HISTORIC =
  /\b(?:first|original(?:ly)?|initial(?:ly)?|at the time|previous(?:ly)?|former(?:ly)?|once)\b/i;
/** Nouns for anybody: what else is said must show that the same ones are counted. */
const PEOPLE_NOUNS = new Set('people person man woman member resident other time'.split(' ').map(termKey));
/** So many shared words around two figures count as all. */
const NEAR_ENOUGH = 3;
/** Gate scores from here on count alike. */
const GATE_SCALE = 3;
/** A figure e to the power of this larger or smaller is of another magnitude. */
const MAGNITUDE_SCALE = 2;
/** A toll is reported within days of what caused it; a clause that dates the cause otherwise counts another one. */
const SAME_EVENT_DAYS = 2;

/** Whether a clause gives another number for what a claim counts. */
export function judgeAmount(story: PreparedStory, claim: PreparedClaim, item: ReadItem): Candidate[] {
  if (claim.figures.length === 0) return [];
  return item.sentences.flatMap((sentence) =>
    sentence.clauses.flatMap((clause) =>
      facetsOf([clause], 'figure').flatMap((figure) => {
        const slot = slotFor(claim, figure);
        return slot ? [judgeFigure({ story, claim, item, sentence, clause, figure, slot })] : [];
      }),
    ),
  );
}

interface Seen {
  readonly story: PreparedStory;
  readonly claim: PreparedClaim;
  readonly item: ReadItem;
  readonly sentence: ReadSentence;
  readonly clause: Clause;
  readonly figure: Figure;
  readonly slot: Figure;
}

function judgeFigure(seen: Seen): Candidate {
  const { story, claim, item, sentence, clause, figure, slot } = seen;
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
  const score = weigh('amount', features);
  return {
    claimId: claim.claim.id,
    question: 'amount',
    clause,
    unit: `figure:${clause.sentence.headline ? 'headline' : 'text'}:${figure.span.start}`,
    aspect: `figure:${figure.counts}`,
    value: `${figure.adds ? '+' : ''}${figure.value}`,
    when: null,
    features,
    score,
    because: `${figure.value} ${figure.counts}, where the claim has ${slot.value}; shares ${touched.shared.join(', ') || 'no term'}`,
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
      own.counts === figure.counts &&
      sameUnit(own, figure) &&
      (own.per === null || figure.per === null || own.per === figure.per),
  );
  return fitting.toSorted((a, b) => nearness(b, figure) - nearness(a, figure))[0] ?? null;
}

/** The share of the words around the claim's figure that stand around the other one. */
function nearness(own: Figure, figure: Figure): number {
  const shared = own.near.filter((key) => figure.near.includes(key)).length;
  return own.near.length === 0 ? 0 : Math.min(1, shared / Math.min(NEAR_ENOUGH, own.near.length));
}

/** Why the figure is no newer value of the claim's; null where it is. */
function sameEvent({ story, claim, item, sentence, clause, figure, slot }: Seen): string | null {
  const { counts, value } = figure;
  if (figure.compared) return 'a figure to compare with';
  if (
    !figure.adds &&
    story.claims.some(({ figures }) => figures.some((own) => own.counts === counts && restates(own, figure)))
  )
    return `the article has ${value} already`;
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
    ({ ofSpeech, edtf }) => !ofSpeech && bounds(edtf)[0] <= item.publishedOn,
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

/** The same number, or one so near that `about` covers the difference. */
function restates(own: Figure, figure: Figure): boolean {
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

function sameUnit(one: Figure, other: Figure): boolean {
  return (
    (one.unit === null) === (other.unit === null) && (one.unit === 'percent') === (other.unit === 'percent')
  );
}

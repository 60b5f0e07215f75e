import { readAct } from '../facets/act.ts';
import { OTHER_WORDS, otherWords } from '../facets/event.ts';
import { areKin, lifecycleOf } from '../facets/lifecycles.ts';
import { isRepeat } from '../facets/repeat.ts';
import type { Clause, EventMention, When } from '../model/facet.ts';
import type { Aspect } from '../model/report.ts';
import { addDays, bounds, daysBetween, narrows, overlaps } from '../text/edtf.ts';
import type { Candidate, Features } from './candidate.ts';
import type { PreparedClaim, PreparedStory } from './claims.ts';
import { facetsOf } from './facets-of.ts';
import type { ReadItem, ReadSentence } from './read-item.ts';
import { strangerIn, type Touch, touch } from './touch.ts';
import { bit, POSSIBLE, soonAfter, tooUnlikely, weigh } from './weigh.ts';

/** From here on a claim is about a head. */
const ABOUT_IT = 0.7;
/** A head in so large a share of the claims is the story's setting. */
const CONTEXT_SHARE = 0.4;
/** What a claim only mentions in passing is not its slot. */
const ABOUT = 0.5;
/** What is held within so many days after its day was held as planned. */
const DUE_DAYS = 3;
/** Who acts is named when so much of the names stands there, in an item whose gate score is at least PLAINLY. */
const ACTORS_NAMED = 0.8;
const PLAINLY = 2;
/** Gate scores and numbers of siblings from here on count alike. */
const GATE_SCALE = 3;
const SIBLINGS_SCALE = 3;
/** From here on all who act in a claim are taken to be named. */
const ALL_ACT = 0.6;
/** Events between two sides: another side in the place of the claim's makes another event. */
const BILATERAL = new Set(['meeting', 'call', 'visit', 'exchange', 'deal', 'handover', 'ceasefire']);
/** An event that was held so many days before the day it was due for is another one. */
const EARLY_DAYS = 2;

/** When and whether a claim's event comes to pass: dated, moved, called off, held, going ahead as planned. */
export function judgePlan(story: PreparedStory, claim: PreparedClaim, item: ReadItem): Candidate[] {
  if (claim.stage === 'closed' || claim.stage === 'stated' || claim.silent.length > 0) return [];
  return item.sentences.flatMap((sentence) =>
    sentence.clauses.flatMap((clause) => {
      const events = bestPerHead(ownEvents(story, claim, clause));
      if (events.length === 0) return [];
      const touched = touch(story, claim, item, sentence, clause);
      return events.flatMap(
        (event) => judgeEvent({ story, claim, item, sentence, clause, event, touched }) ?? [],
      );
    }),
  );
}

/** The clause's events of the claim's heads; else what it says in other words, if it moves or ends anything. */
function ownEvents(story: PreparedStory, claim: PreparedClaim, clause: Clause): EventMention[] {
  const all = [...facetsOf([clause], 'event'), ...(claim.act ? readAct(claim.act, clause) : [])];
  const own = all.filter((event) => headWeight(story, claim, event.head) > 0);
  if (own.length > 0) return own;
  return [
    ...all.filter(({ phase, background }) => phase !== 'mentioned' && phase !== 'possible' && !background),
    ...otherWords(clause),
  ];
}

interface Seen {
  readonly story: PreparedStory;
  readonly claim: PreparedClaim;
  readonly item: ReadItem;
  readonly sentence: ReadSentence;
  readonly clause: Clause;
  readonly event: EventMention;
  readonly touched: Touch;
}

function judgeEvent(seen: Seen): Candidate | null {
  const { claim, clause, event, touched } = seen;
  const said = outcome(seen);
  if (!said) return null;
  const features = featuresOf(seen, said);
  const score = Math.max(weigh('plan', features), isPlain(seen, said) ? POSSIBLE : 0);
  return {
    claimId: claim.claim.id,
    question: 'plan',
    clause,
    unit: `event:${clause.sentence.headline ? 'headline' : 'text'}:${clause.start}:${event.span.start}`,
    aspect: said.aspect,
    value: said.value,
    when: said.when,
    features,
    score,
    kin: (claim.heads.get(event.head) ?? 0) < 1 && claim.actors.size > 1 && touched.actorsHere >= ALL_ACT,
    because: `${event.head} is ${event.phase}; shares ${touched.shared.join(', ') || 'no term'}`,
    refused: said.refused ?? touched.conflict ?? otherSide(claim, clause, event) ?? tooUnlikely(score),
  };
}

/** Who acts is named beside an event of the claim's own that is dated, called off or put off: possible, however few such cases the weights have seen. */
function isPlain({ story, claim, item, event, touched }: Seen, { aspect }: Outcome): boolean {
  const settles =
    event.phase === 'cancelled' ||
    event.phase === 'postponed' ||
    (event.phase === 'planned' && aspect === 'date');
  return (
    settles &&
    claim.stage === 'pending' &&
    !event.background &&
    touched.actors >= ACTORS_NAMED &&
    headWeight(story, claim, event.head) >= ABOUT &&
    item.anchored >= PLAINLY
  );
}

function featuresOf({ story, claim, item, clause, event, touched }: Seen, said: Outcome): Features {
  const direct = claim.heads.get(event.head) ?? 0;
  const stranger = strangerIn(story, clause) !== null;
  const open = story.openHeads.get(event.head) ?? 0;
  const word = clause.tokens.find(({ start }) => start === event.span.start);
  return {
    weight: headWeight(story, claim, event.head),
    act: bit(event.head.startsWith('act:')),
    otherHead: bit(headWeight(story, claim, event.head) === 0),
    otherWords: bit(event.head === OTHER_WORDS),
    kin: bit(direct < ABOUT_IT),
    ownWord: bit(word !== undefined && claim.terms.has(word.key)),
    coverage: touched.coverage,
    distinct: touched.distinct,
    actors: touched.actors,
    actorsHere: touched.actorsHere,
    actorsAndMatter: touched.actors * touched.coverage,
    gate: Math.min(1, item.anchored / GATE_SCALE),
    only: bit(direct >= ABOUT_IT && open === 1 && !stranger),
    siblings: Math.min(1, Math.max(0, open - 1) / SIBLINGS_SCALE),
    stranger: bit(stranger),
    background: bit(event.background),
    subordinate: bit(clause.role === 'subordinate'),
    headline: bit(clause.sentence.headline),
    mentioned: bit(event.phase === 'mentioned'),
    possible: bit(event.phase === 'possible'),
    dated: bit(said.when !== null),
    inTime: bit(claim.date !== null && said.when !== null && overlaps(claim.date, said.when)),
    otherTime: bit(claim.repeat !== isRepeat(clause.tokens, event.span)),
    running: bit(claim.stage === 'running'),
    heldWhenDue: bit(
      said.value === 'held' &&
        claim.date !== null &&
        overlaps(claim.date, `${addDays(item.publishedOn, -DUE_DAYS)}/${item.publishedOn}`),
    ),
    soon: soonAfter(story.publishedOn, item.publishedOn),
    held: bit(said.value === 'held'),
    off: bit(said.value === 'called-off'),
    postponed: bit(said.value === 'postponed'),
    ahead: bit(said.value === 'going-ahead'),
  };
}

/** `met the Russian side` is not the meeting with the Ukrainians. */
function otherSide(claim: PreparedClaim, clause: Clause, event: EventMention): string | null {
  if (!BILATERAL.has(event.head)) return null;
  const sides = facetsOf([clause], 'place')
    .filter((place) => !place.where && place.within.length === 0)
    .map((place) => place.key);
  const named = new Set(clause.tokens.map((token) => token.key));
  const missing = [...claim.actors].filter((key) => claim.sides.has(key) && !named.has(key));
  const other = sides.find((side) => !claim.sides.has(side));
  return missing.length > 0 && other !== undefined ? `${other} stands where ${missing[0]} should` : null;
}

interface Outcome {
  readonly aspect: Aspect;
  readonly value: string;
  readonly when: string | null;
  readonly refused: string | null;
}

/** What the event's phase says about the claim; null where it says nothing new. */
function outcome({ story, claim, item, clause, event }: Seen): Outcome | null {
  const when = dateOf(clause, event, item.publishedOn);
  switch (event.phase) {
    case 'done':
      if (when !== null && bounds(when)[0] > item.publishedOn)
        return dated({ claim, item, when, phase: 'planned' });
      return held({ story, claim, item, event, when });
    case 'planned':
    case 'possible':
    case 'mentioned':
    case 'underway':
      return dated({ claim, item, when, phase: event.phase });
    case 'affirmed':
      if (claim.stage === 'running') return null;
      return when && !narrows(when, claim.date ?? '0000') && when > item.publishedOn
        ? { aspect: 'date', value: when, when, refused: null }
        : { aspect: 'state', value: 'going-ahead', when, refused: null };
    case 'postponed':
      return when && bounds(when)[1] >= item.publishedOn && when !== claim.date
        ? { aspect: 'date', value: when, when, refused: null }
        : { aspect: 'state', value: 'postponed', when: null, refused: null };
    case 'cancelled':
      // What is under way ends when it is stopped.
      return claim.stage === 'running'
        ? held({ story, claim, item, event: { ...event, over: true }, when })
        : { aspect: 'state', value: 'called-off', when: null, refused: null };
    default:
      return event.phase satisfies never;
  }
}

function held({
  story,
  claim,
  item,
  event,
  when,
}: Pick<Seen, 'story' | 'claim' | 'item' | 'event'> & { when: string | null }): Outcome {
  const day = when !== null && bounds(when)[0] <= item.publishedOn ? when : null;
  const said: Outcome = { aspect: 'state', value: 'held', when: day, refused: null };
  if (claim.stage === 'running' && !event.over)
    return { ...said, refused: 'it is known to be under way; only its end is news' };
  if (day && bounds(day)[1] < addDays(story.publishedOn, -1))
    return { ...said, refused: `${day} is before the article` };
  const due = claim.date === null ? null : bounds(claim.date);
  if (due && claim.stage === 'pending') {
    const on = day ?? item.publishedOn;
    if (daysBetween(bounds(on)[1], due[0]) > EARLY_DAYS)
      return { ...said, refused: `it is due on ${claim.date}, not by ${on}` };
  }
  return said;
}

function dated({
  claim,
  item,
  when,
  phase,
}: Pick<Seen, 'claim' | 'item'> & { when: string | null; phase: string }): Outcome | null {
  if (claim.stage !== 'pending' || when === null || phase === 'underway') return null;
  if (bounds(when)[1] < item.publishedOn) {
    return phase === 'mentioned'
      ? { aspect: 'state', value: 'held', when, refused: 'a date gone by, but no word that it was held' }
      : null;
  }
  // `the court ruled on Friday that tariffs …`: a date of today or before is no plan.
  if (phase === 'mentioned' && bounds(when)[1] <= item.publishedOn) return null;
  const said: Outcome = { aspect: 'date', value: when, when, refused: null };
  if (when === claim.date || (claim.date !== null && narrows(claim.date, when)))
    return { ...said, refused: `the article has ${claim.date} already` };
  return said;
}

/** The date in the clause that stands nearest to the event, is not the date of saying it, and is no other event's. */
function dateOf(clause: Clause, event: EventMention, publishedOn: string): string | null {
  const distance = (when: When) =>
    Math.min(Math.abs(when.span.start - event.span.end), Math.abs(event.span.start - when.span.end));
  const dates = facetsOf([clause], 'when').filter(
    (when) =>
      !when.ofSpeech &&
      Math.abs(daysBetween(publishedOn, bounds(when.edtf)[0])) < 1000 &&
      !standsBetween(clause, event, when),
  );
  return dates.toSorted((a, b) => distance(a) - distance(b))[0]?.edtf ?? null;
}

/** `completes the test, for a launch on Friday`: an event that is no kin and stands nearer has the date. */
function standsBetween(clause: Clause, event: EventMention, when: When): boolean {
  const from = Math.min(event.span.end, when.span.end);
  const to = Math.max(event.span.start, when.span.start);
  return facetsOf([clause], 'event').some(
    ({ head, span, phase }) =>
      span.start > from && span.end < to && phase !== 'mentioned' && !areKin(head, event.head),
  );
}

/** The strongest mention of each head in a clause: what moves a plan before what only names it. */
function bestPerHead(events: readonly EventMention[]): EventMention[] {
  const best = new Map<string, EventMention>();
  for (const event of events) {
    const other = best.get(event.head);
    if (!other || (other.phase === 'mentioned' && event.phase !== 'mentioned')) best.set(event.head, event);
  }
  return [...best.values()];
}

/** How well a head fits a claim: what the claim is about, or its kin; less where many claims of the story have it. */
function headWeight(story: PreparedStory, claim: PreparedClaim, head: string): number {
  const direct = claim.heads.get(head) ?? 0;
  const kin = Math.max(
    0,
    ...(lifecycleOf(head).kin ?? '')
      .split(' ')
      .filter(Boolean)
      .map((other) => 0.75 * (claim.heads.get(other) ?? 0)),
  );
  const share = (story.headCounts.get(head) ?? 0) / story.claims.length;
  const weight = Math.max(direct, kin);
  return weight >= ABOUT ? weight * (share > CONTEXT_SHARE ? 0.85 : 1) : 0;
}

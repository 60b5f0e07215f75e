import { valueKey } from '../../model/value.ts';
import { addDays, narrows, overlaps } from '../../text/edtf.ts';
import type { Candidate, Features } from './candidate.ts';
import type { PreparedClaim } from './claims.ts';
import type { Clause, EventMention } from './facet.ts';
import { readAct } from './facets/act.ts';
import { OTHER_WORDS, otherWords } from './facets/event.ts';
import { isRepeat } from './facets/repeat.ts';
import { facetsOf } from './facets-of.ts';
import { ABOUT, headWeight } from './head-weight.ts';
import { PLAIN } from './likely.ts';
import { type EventSeen, type Outcome, outcome } from './outcome.ts';
import type { PreparedStory } from './prepared-story.ts';
import type { ReadItem } from './read-item.ts';
import { strangerIn, touch } from './touch.ts';
import { bit, soonAfter, tooUnlikely, weigh } from './weigh.ts';

/** From here on a claim is about a head. */
const ABOUT_IT = 0.7;
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

function judgeEvent(seen: EventSeen): Candidate | null {
  const { story, claim, clause, event, touched } = seen;
  const said = outcome(seen);
  if (!said) return null;
  const features = featuresOf(seen, said);
  const score = Math.max(weigh(story.weights.plan, features), isPlain(seen, said) ? PLAIN : 0);
  return {
    claimId: claim.claim.id,
    question: 'plan',
    clause,
    unit: `event:${clause.sentence.headline ? 'headline' : 'text'}:${clause.start}:${event.span.start}`,
    aspect: said.value.kind,
    value: said.value,
    moves: said.value.kind === 'date' && claim.date !== null && !narrows(said.value.edtf, claim.date),
    key: valueKey(said.value),
    features,
    score,
    kin: (claim.heads.get(event.head) ?? 0) < 1 && claim.actors.size > 1 && touched.actorsHere >= ALL_ACT,
    because: `${event.head} is ${event.phase}; shares ${touched.shared.join(', ') || 'no term'}`,
    refused: said.refused ?? touched.conflict ?? otherSide(claim, clause, event) ?? tooUnlikely(score),
  };
}

/** Who acts is named beside an event of the claim's own that is dated, called off or put off: possible, however few such cases the weights have seen. */
function isPlain({ story, claim, item, event, touched }: EventSeen, { value }: Outcome): boolean {
  const settles =
    event.phase === 'cancelled' ||
    event.phase === 'postponed' ||
    (event.phase === 'planned' && value.kind === 'date');
  return (
    settles &&
    claim.stage === 'pending' &&
    !event.background &&
    touched.actors >= ACTORS_NAMED &&
    headWeight(story, claim, event.head) >= ABOUT &&
    item.anchored >= PLAINLY
  );
}

function featuresOf({ story, claim, item, clause, event, touched }: EventSeen, said: Outcome): Features {
  const direct = claim.heads.get(event.head) ?? 0;
  const stranger = strangerIn(story, clause) !== null;
  const open = story.openHeads.get(event.head) ?? 0;
  const { value } = said;
  const state = value.kind === 'state' ? value.state : null;
  const when = value.kind === 'date' ? value.edtf : value.on;
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
    dated: bit(when !== null),
    inTime: bit(claim.date !== null && when !== null && overlaps(claim.date, when)),
    otherTime: bit(claim.repeat !== isRepeat(clause.tokens, event.span)),
    running: bit(claim.stage === 'running'),
    heldWhenDue: bit(
      state === 'held' &&
        claim.date !== null &&
        overlaps(claim.date, `${addDays(item.saidOn, -DUE_DAYS)}/${item.saidOn}`),
    ),
    soon: soonAfter(story.publishedOn, item.saidOn),
    held: bit(state === 'held'),
    off: bit(state === 'called-off'),
    postponed: bit(state === 'postponed'),
    ahead: bit(state === 'going-ahead'),
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

/** The strongest mention of each head in a clause: what moves a plan before what only names it. */
function bestPerHead(events: readonly EventMention[]): EventMention[] {
  const best = new Map<string, EventMention>();
  for (const event of events) {
    const other = best.get(event.head);
    if (!other || (other.phase === 'mentioned' && event.phase !== 'mentioned')) best.set(event.head, event);
  }
  return [...best.values()];
}

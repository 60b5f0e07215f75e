import { type Act, announcedAct } from '../facets/act.ts';
import { lifecycleOf } from '../facets/lifecycles.ts';
import { readText } from '../facets/read.ts';
import { isRepeat } from '../facets/repeat.ts';
import { silenceAt } from '../facets/speaker.ts';
import type { Baseline, Claim } from '../model/baseline.ts';
import type { Clause, EventMention, Figure, Place } from '../model/facet.ts';
import { dayOf } from '../text/edtf.ts';
import { informativeness, isOrdinary } from '../text/frequencies.ts';
import { placeOf } from '../text/gazetteer.ts';
import { isWord, termKey } from '../text/tokens.ts';
import { FUNCTION_WORDS, SAY_WORDS } from '../text/words.ts';
import { facetsOf } from './facets-of.ts';

/** How far a claim's event had come when the article was published. */
type Stage = 'pending' | 'running' | 'closed' | 'stated';

/** A claim read into slots, once a run. */
export interface PreparedClaim {
  readonly claim: Claim;
  readonly clauses: readonly Clause[];
  /** Its telling terms, each with its weight: rare in the news and rare among the story's claims. */
  readonly terms: ReadonlyMap<string, number>;
  /** The terms that are names. */
  readonly names: ReadonlySet<string>;
  /** Its telling terms by their weight in the news alone, whatever its siblings say. */
  readonly matter: ReadonlyMap<string, number>;
  /** The names in the clause of its main event: who does it, with whom. */
  readonly actors: ReadonlySet<string>;
  /** The countries that act in it, by their keys. */
  readonly sides: ReadonlySet<string>;
  /** Where it takes place. */
  readonly where: readonly Place[];
  /** Its events by head, each with how much it is what the claim is about, from 0 to 1. */
  readonly heads: ReadonlyMap<string, number>;
  /** What it announces in a verb that no lifecycle knows; null where its event is known, or it announces nothing. */
  readonly act: Act | null;
  /** Its event is one more of its kind (`a second rehearsal`). */
  readonly repeat: boolean;
  readonly stage: Stage;
  /** When its event is due or was, in EDTF; null where the claim gives no date. */
  readonly date: string | null;
  readonly figures: readonly Figure[];
  /** The keys of the party that keeps silent, where the claim says that one does. */
  readonly silent: readonly string[];
  /** Somebody's word, expectation or suspicion, so that others may confirm or deny it. */
  readonly attributed: boolean;
}

/** A baseline read once: its claims and the terms that tell its story from others. */
export interface PreparedStory {
  readonly baseline: Baseline;
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
}

const PENDING = new Set(['planned', 'possible', 'affirmed']);
/** Words by which a claim leaves a thing open that has no planned event in it. */
const OPEN =
  /\b(?:ha(?:s|ve) (?:so far )?(?:not|\w+ed no|made no|given no)|(?:is|are) not \w+ing|will not|won't|refuses? to|without saying|did not say|summoned|in talks|unsettled|unresolved|undecided|left open|remains? open|has not (?:been )?(?:decided|said|set)|no date|yet to|not yet|pending|due|promised?|pledged?|plans to|none had been|awaits?|unclear whether|wants to|seeks? to)\b/i;
const ATTRIBUTED =
  /\b(?:says?|said|according to|reported(?:ly)?|claims?|claimed|alleged(?:ly)?|suspects?|suspected|believes?|believed|expects?|hopes?|takes the view|describes?|thinks?|warns?|accuses?|accused|suggests?|argues?|estimates?|reason to believe|insists?|prepared|ready|denies|denied)\b/i;

export function prepareStory(baseline: Baseline): PreparedStory {
  const publishedOn = dayOf(new Date(baseline.article.publishedAt));
  const read = baseline.claims.map((claim) => ({ claim, clauses: readText(claim.text, false, publishedOn) }));
  const counts = new Map<string, number>();
  const headCounts = new Map<string, number>();
  for (const { clauses } of read) {
    for (const key of termsOf(clauses)) counts.set(key, (counts.get(key) ?? 0) + 1);
    for (const head of new Set(facetsOf(clauses, 'event').map((event) => event.head)))
      headCounts.set(head, (headCounts.get(head) ?? 0) + 1);
  }
  const title = readText(baseline.article.title, true, publishedOn);
  const anchors = anchorsOf(counts, read.length, termsOf(title));
  const words = new Map(
    [...title, ...read.flatMap(({ clauses }) => clauses)]
      .flatMap(({ tokens }) => tokens)
      .map(({ key, text }): [string, string] => [key, text.replace(/['’]s?$/, '')]),
  );
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
    baseline,
    publishedOn,
    claims,
    names,
    anchors,
    words,
    headCounts,
    openHeads: openHeadsOf(claims),
    roleCounts,
    places: commonPlaces(claims),
  };
}

/** Terms that the claims or the headline hold, by how rare they are in the news and how common in the story. */
function anchorsOf(
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

interface Reading {
  readonly claim: Claim;
  readonly clauses: readonly Clause[];
  readonly counts: ReadonlyMap<string, number>;
  readonly total: number;
}

function prepareClaim({ claim, clauses, counts, total }: Reading): PreparedClaim {
  const terms = new Map<string, number>();
  const matter = new Map<string, number>();
  const given = givenNames(clauses);
  for (const key of termsOf(clauses)) {
    if (given.has(key)) continue;
    const rarity = total === 1 ? 1 : 1 - ((counts.get(key) ?? 1) - 1) / (total - 1);
    terms.set(key, informativeness(key) * (0.3 + 0.7 * rarity));
    matter.set(key, informativeness(key));
  }
  const events = facetsOf(clauses, 'event');
  const principal = principalOf(events);
  const act =
    principal && !principal.background && principal.phase !== 'mentioned' ? null : announcedAct(clauses);
  const stage = act
    ? 'pending'
    : stageOf(claim.text, principal?.background && principal.phase === 'done' ? undefined : principal);
  const dates = facetsOf(clauses, 'when').filter((when) => !when.ofSpeech);
  const dated = principal
    ? dates.find((when) => inSameClause(clauses, when.span.start, principal.span.start))
    : undefined;
  const silent = silentParties(claim.text, clauses).filter((key) => !given.has(key));
  return {
    claim,
    clauses,
    terms,
    matter,
    actors: actorsOf(clauses, principal),
    sides: sidesOf(clauses, principal),
    names: new Set(facetsOf(clauses, 'party').flatMap((party) => party.keys)),
    where: whereOf(clauses, events, principal),
    heads: act ? weighHeads(events, undefined).set(act.head, 1) : weighHeads(events, principal),
    act,
    repeat: clausesOf(clauses, principal).some(
      ({ tokens }) => principal !== undefined && isRepeat(tokens, principal.span),
    ),
    stage,
    date: /\bno date\b|\bdid not say when\b/i.test(claim.text) ? null : ((dated ?? dates[0])?.edtf ?? null),
    figures: facetsOf(clauses, 'figure').filter((figure) => !figure.compared),
    silent,
    attributed: ATTRIBUTED.test(claim.text),
  };
}

function clausesOf(clauses: readonly Clause[], event: EventMention | undefined): readonly Clause[] {
  return event
    ? clauses.filter(({ start, end }) => event.span.start >= start && event.span.start < end)
    : clauses;
}

function sidesOf(clauses: readonly Clause[], principal: EventMention | undefined): Set<string> {
  const places = facetsOf(clausesOf(clauses, principal), 'place');
  return new Set(
    places.filter((place) => !place.where && place.within.length === 0).map((place) => place.key),
  );
}

/** Names in the clause of the main event, save those that only say where or who speaks. */
function actorsOf(clauses: readonly Clause[], principal: EventMention | undefined): Set<string> {
  const own = clausesOf(clauses, principal);
  // `Trump says he hopes to meet …`: the speaker acts as well.
  const acts = own.some(({ tokens }) => tokens.some((token) => /^(?:he|she|they)$/.test(token.lower)));
  const speakers = new Set(acts ? [] : facetsOf(own, 'speaker').map((speaker) => speaker.span.start));
  const places = new Set(
    facetsOf(own, 'place')
      .filter((place) => place.where)
      .map((place) => place.span.start),
  );
  const parties = facetsOf(own, 'party').filter(
    (party) => !speakers.has(party.span.start) && !places.has(party.span.start),
  );
  return new Set(parties.flatMap((party) => party.keys));
}

/** The places that say where; one that stands nearer to another event is that one's. */
function whereOf(
  clauses: readonly Clause[],
  events: readonly EventMention[],
  principal: EventMention | undefined,
): Place[] {
  const gap = (place: Place, event: EventMention) =>
    Math.max(place.span.start - event.span.end, event.span.start - place.span.end);
  return facetsOf(clauses, 'place').filter((place) => {
    if (!place.where || !principal) return place.where;
    const own = gap(place, principal);
    return events.every((event) => gap(place, event) >= own);
  });
}

/** Nouns that many organisations carry in their names: alone they name none. */
const ORGANISATION_WORDS = new Set(
  'airline airlines airways group holdings company corporation bank ministry department institute university union party court office agency council association federation commission committee organisation organization authority service society club'
    .split(' ')
    .map(termKey),
);

/**
 * The keys of who keeps silent: the subject before the words of silence, none where there are no such words.
 *
 * - `UEFA and its president Aleksander Čeferin have made no comment`: both
 * - `FIFA president Gianni Infantino, who …, has not commented`: the man
 */
function silentParties(text: string, clauses: readonly Clause[]): readonly string[] {
  const at = silenceAt(text);
  if (at < 0) return [];
  const subjects: (readonly string[])[] = [];
  let end = -1;
  for (const { span, keys } of facetsOf(
    clauses.filter(({ role }) => role === 'main'),
    'party',
  )) {
    if (span.start > at && subjects.length > 0) break;
    const between = end < 0 ? '' : text.slice(end, span.start);
    if (end >= 0 && !/\band\b/.test(between)) {
      if (!/^ \w+(?: \w+)? $/.test(between)) break;
      // A spokesman speaks for whom he names, a president for himself.
      if (!/spokes/.test(between)) subjects.pop();
    }
    subjects.push(keys);
    end = span.end;
  }
  const keys = [...new Set(subjects.flat())];
  const telling = keys.filter((key) => !ORGANISATION_WORDS.has(key));
  return telling.length > 0 ? telling : keys;
}

/** What a claim is about: the first event that is still ahead or under way, else the first that it tells. */
function principalOf(events: readonly EventMention[]): EventMention | undefined {
  const main = events.filter((event) => !event.background);
  return (
    main.find((event) => PENDING.has(event.phase)) ??
    main.find((event) => event.phase === 'underway') ??
    main.find((event) => event.phase === 'done') ??
    main[0] ??
    events.find((event) => PENDING.has(event.phase)) ??
    events[0]
  );
}

function stageOf(text: string, principal: EventMention | undefined): Stage {
  if (principal && PENDING.has(principal.phase)) return 'pending';
  if (/\b(?:still|continu\w+|ongoing|under way|underway|remain(?:s|ed) in force|how long)\b/i.test(text))
    return 'running';
  if (OPEN.test(text)) return 'pending';
  if (principal?.phase === 'underway') return 'running';
  return principal?.phase === 'done' ? 'closed' : 'stated';
}

function weighHeads(
  events: readonly EventMention[],
  principal: EventMention | undefined,
): Map<string, number> {
  const heads = new Map<string, number>();
  const raise = (head: string, weight: number) => heads.set(head, Math.max(heads.get(head) ?? 0, weight));
  for (const event of events) {
    const isPrincipal = principal !== undefined && event.span.start === principal.span.start;
    raise(event.head, isPrincipal ? 1 : 0.4);
  }
  for (const [head, weight] of [...heads]) {
    for (const kin of (lifecycleOf(head).kin ?? '').split(' ').filter(Boolean)) raise(kin, weight * 0.75);
  }
  return heads;
}

function inSameClause(clauses: readonly Clause[], one: number, other: number): boolean {
  return clauses.some(({ start, end }) => one >= start && one < end && other >= start && other < end);
}

/** Names before a rare last name: outlets that call somebody `Witkoff` mean `Steve Witkoff`. */
function givenNames(clauses: readonly Clause[]): Set<string> {
  const given = new Set<string>();
  for (const { span } of facetsOf(clauses, 'party')) {
    const words = clauses
      .flatMap(({ tokens }) => tokens)
      .filter(({ start, end, capital }) => capital && start >= span.start && end <= span.end);
    const last = words.at(-1);
    if (
      !last ||
      last.text.length < 4 ||
      isOrdinary(last.lower.replace(/'s?$/, '')) ||
      placeOf(last.text) !== null
    )
      continue;
    for (const { key } of words.slice(0, -1)) if (key !== last.key) given.add(key);
  }
  return given;
}

/** The keys of the words that tell something. */
export function termsOf(clauses: readonly Clause[]): Set<string> {
  const keys = new Set<string>();
  for (const { tokens } of clauses) {
    for (const token of tokens) {
      if (
        token.key &&
        isWord(token) &&
        !FUNCTION_WORDS.has(token.lower) &&
        !SAY_WORDS.has(token.lower) &&
        token.key.length > 1
      )
        keys.add(token.key);
    }
  }
  return keys;
}

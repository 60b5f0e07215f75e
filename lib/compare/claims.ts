import type { Baseline, Claim } from '../model/baseline.ts';
import type { Clause, EventMention, Figure, Place } from '../model/facet.ts';
import { isSilent } from '../facets/speaker.ts';
import { readText } from '../facets/read.ts';
import { lifecycleOf } from '../facets/lifecycles.ts';
import { dayOf } from '../text/edtf.ts';
import { informativeness } from '../text/frequencies.ts';
import { isWord } from '../text/tokens.ts';
import { FUNCTION_WORDS, SAY_WORDS } from '../text/words.ts';
import { facetsOf } from './facets-of.ts';

/** How far a claim's event had come when the article was published. */
export type Standing = 'pending' | 'running' | 'closed' | 'stated';

/** A claim read into slots, once a run. */
export interface PreparedClaim {
  readonly claim: Claim;
  readonly clauses: readonly Clause[];
  /** Its telling terms, each with its weight: rare in the news and rare among the story's claims. */
  readonly terms: ReadonlyMap<string, number>;
  /** The terms that are names. */
  readonly names: ReadonlySet<string>;
  /** Where it takes place. */
  readonly where: readonly Place[];
  /** Its events by head, each with how much it is what the claim is about, from 0 to 1. */
  readonly heads: ReadonlyMap<string, number>;
  readonly standing: Standing;
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
  /** How many of the claims hold a head. */
  readonly headCounts: ReadonlyMap<string, number>;
}

const PENDING = new Set(['planned', 'possible', 'affirmed', 'postponed']);
/** Words by which a claim leaves a thing open that has no planned event in it. */
const OPEN = /\b(?:unsettled|unresolved|undecided|left open|remains? open|has not (?:been )?(?:decided|said|set)|no date|yet to|not yet|pending|due|promised?|pledged?|vowed|plans?|hopes?|expects?|expected|awaits?|unclear whether|wants?|calls? for|seeks?)\b/i;
const ATTRIBUTED =
  /\b(?:says?|said|according to|reported(?:ly)?|claims?|claimed|alleged(?:ly)?|suspects?|suspected|believes?|believed|expects?|hopes?|takes the view|describes?|thinks?|warns?|accuses?|accused|suggests?|argues?|estimates?|reason to believe|insists?|prepared|ready|denies|denied)\b/i;

export function prepareStory(baseline: Baseline): PreparedStory {
  const publishedOn = dayOf(new Date(baseline.article.publishedAt));
  const read = baseline.claims.map((claim) => ({ claim, clauses: readText(claim.text, false, publishedOn) }));
  const counts = new Map<string, number>();
  const headCounts = new Map<string, number>();
  for (const { clauses } of read) {
    for (const key of termsOf(clauses)) counts.set(key, (counts.get(key) ?? 0) + 1);
    for (const head of new Set(facetsOf(clauses, 'event').map((event) => event.head))) headCounts.set(head, (headCounts.get(head) ?? 0) + 1);
  }
  const title = termsOf(readText(baseline.article.title, true, publishedOn));
  const anchors = new Map<string, number>();
  for (const [key, count] of counts) {
    if (/^\d/.test(key)) continue;
    const share = (count + (title.has(key) ? 1 : 0)) / read.length;
    anchors.set(key, informativeness(key) * Math.sqrt(Math.min(1, share)));
  }
  return {
    baseline,
    publishedOn,
    claims: read.map(({ claim, clauses }) => prepareClaim({ claim, clauses, counts, total: read.length })),
    anchors,
    headCounts,
  };
}

interface Reading {
  readonly claim: Claim;
  readonly clauses: readonly Clause[];
  readonly counts: ReadonlyMap<string, number>;
  readonly total: number;
}

function prepareClaim({ claim, clauses, counts, total }: Reading): PreparedClaim {
  const terms = new Map<string, number>();
  for (const key of termsOf(clauses)) {
    const rarity = total === 1 ? 1 : 1 - ((counts.get(key) ?? 1) - 1) / (total - 1);
    terms.set(key, informativeness(key) * (0.3 + 0.7 * rarity));
  }
  const events = facetsOf(clauses, 'event');
  const principal = principalOf(events);
  const standing = standingOf(claim.text, principal);
  const dates = facetsOf(clauses, 'when').filter((when) => !when.ofSpeech);
  const dated = principal ? dates.find((when) => inSameClause(clauses, when.span.start, principal.span.start)) : undefined;
  const silent = isSilent(claim.text) ? silentParty(clauses) : [];
  return {
    claim,
    clauses,
    terms,
    names: new Set(facetsOf(clauses, 'party').flatMap((party) => party.keys)),
    where: facetsOf(clauses, 'place').filter((place) => place.where),
    heads: weighHeads(events, principal),
    standing,
    date: /\bno date\b|\bdid not say when\b/i.test(claim.text) ? null : ((dated ?? dates[0])?.edtf ?? null),
    figures: facetsOf(clauses, 'figure').filter((figure) => !figure.compared),
    silent,
    attributed: ATTRIBUTED.test(claim.text),
  };
}

/** The first party of the claim: who keeps silent is its subject. */
function silentParty(clauses: readonly Clause[]): readonly string[] {
  return facetsOf(clauses, 'party')[0]?.keys ?? [];
}

/** What a claim is about: the first event that is still ahead or under way, else the first that it tells. */
function principalOf(events: readonly EventMention[]): EventMention | undefined {
  const main = events.filter((event) => !event.background);
  return (
    main.find((event) => PENDING.has(event.phase)) ??
    main.find((event) => event.phase === 'underway') ??
    main.find((event) => event.phase === 'done') ??
    events.find((event) => PENDING.has(event.phase)) ??
    events[0]
  );
}

function standingOf(text: string, principal: EventMention | undefined): Standing {
  if (/\b(?:still|continu\w+|ongoing|under way|underway)\b/i.test(text) && principal?.phase !== 'planned') return 'running';
  if (principal && PENDING.has(principal.phase)) return 'pending';
  if (OPEN.test(text)) return 'pending';
  if (principal?.phase === 'underway') return 'running';
  return principal?.phase === 'done' ? 'closed' : 'stated';
}

function weighHeads(events: readonly EventMention[], principal: EventMention | undefined): Map<string, number> {
  const heads = new Map<string, number>();
  const raise = (head: string, weight: number) => heads.set(head, Math.max(heads.get(head) ?? 0, weight));
  for (const event of events) {
    const isPrincipal = principal !== undefined && event.span.start === principal.span.start;
    raise(event.head, isPrincipal ? 1 : event.background ? 0.4 : PENDING.has(event.phase) ? 0.8 : 0.55);
  }
  for (const [head, weight] of [...heads]) {
    for (const kin of (lifecycleOf(head).kin ?? '').split(' ').filter(Boolean)) raise(kin, weight * 0.75);
  }
  return heads;
}

function inSameClause(clauses: readonly Clause[], one: number, other: number): boolean {
  return clauses.some(({ start, end }) => one >= start && one < end && other >= start && other < end);
}

/** The keys of the words that tell something. */
export function termsOf(clauses: readonly Clause[]): Set<string> {
  const keys = new Set<string>();
  for (const { tokens } of clauses) {
    for (const token of tokens) {
      if (token.key && isWord(token) && !FUNCTION_WORDS.has(token.lower) && !SAY_WORDS.has(token.lower) && token.key.length > 1) keys.add(token.key);
    }
  }
  return keys;
}

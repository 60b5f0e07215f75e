import { valueKey } from '../../model/value.ts';
import { countryKey } from '../../text/gazetteer.ts';
import type { Span } from '../../text/span.ts';
import type { Candidate, Features } from './candidate.ts';
import type { PreparedClaim } from './claims.ts';
import type { Clause } from './facet.ts';
import { isSilent, saysWithin } from './facets/speaker.ts';
import { facetsOf } from './facets-of.ts';
import { PLAIN } from './likely.ts';
import type { PreparedStory } from './prepared-story.ts';
import type { ReadItem, ReadSentence } from './read-item.ts';
import { touch } from './touch.ts';
import { bit, soonAfter, tooUnlikely, weigh } from './weigh.ts';

/** A clause that says so much of a claim over again and denies or upholds it is possible, however few such cases the weights have seen. */
const WHOLE = 0.9;
/** What a party says must share so much with what it kept silent about. */
const ON_THE_MATTER = 0.12;
/** Gate scores from here on count alike. */
const GATE_SCALE = 3;

/** Whether somebody upholds or disputes a claim, or a silent party speaks. */
export function judgeStance(story: PreparedStory, claim: PreparedClaim, item: ReadItem): Candidate[] {
  return item.sentences.flatMap((sentence) =>
    sentence.clauses.flatMap((clause) => [
      ...stances(story, claim, item, sentence, clause),
      ...responses(story, claim, item, sentence, clause),
    ]),
  );
}

function stances(
  story: PreparedStory,
  claim: PreparedClaim,
  item: ReadItem,
  sentence: ReadSentence,
  clause: Clause,
): Candidate[] {
  if (!claim.attributed || claim.silent.length > 0 || claim.stage === 'pending') return [];
  const found = facetsOf([clause], 'stance');
  const stance = found.find((facet) => facet.stance === 'denies') ?? found[0];
  if (!stance) return [];
  const touched = touch(story, claim, item, sentence, clause);
  const features: Features = {
    coverage: touched.coverage,
    distinct: touched.distinct,
    actors: touched.actors,
    actorsHere: touched.actorsHere,
    soon: soonAfter(story.publishedOn, item.saidOn),
    denies: bit(stance.stance === 'denies'),
    headline: bit(clause.sentence.headline),
    subordinate: bit(clause.role === 'subordinate'),
    speaker: bit(facetsOf(sentence.clauses, 'speaker').length > 0),
    event: bit(facetsOf([clause], 'event').some(({ head }) => claim.heads.has(head))),
    gate: Math.min(1, item.anchored / GATE_SCALE),
  };
  const value = {
    kind: 'stance',
    stance: stance.stance === 'denies' ? 'denied' : 'confirmed',
  } as const;
  const repeats = Math.min(touched.coverage, touched.actorsHere) >= WHOLE;
  const score = Math.max(weigh(story.weights.stance, features), repeats ? PLAIN : 0);
  return [
    {
      claimId: claim.claim.id,
      question: 'stance',
      clause,
      unit: `stance:${clause.sentence.headline ? 'headline' : 'text'}:${clause.start}`,
      aspect: 'stance',
      value,
      key: valueKey(value),
      features,
      score,
      because: `"${clause.sentence.text.slice(stance.span.start, stance.span.end)}"; shares ${touched.shared.join(', ') || 'no term'}`,
      refused: touched.conflict ?? tooUnlikely(score),
    },
  ];
}

const SPOKE = { kind: 'response', on: null } as const;

/** A silent party speaks on the matter: it may be named anywhere in the item, the matter must stand in the clause. */
function responses(
  story: PreparedStory,
  claim: PreparedClaim,
  item: ReadItem,
  sentence: ReadSentence,
  clause: Clause,
): Candidate[] {
  if (claim.silent.length === 0) return [];
  const here = voiceOf(claim.silent, sentence);
  const speaker = here ?? item.sentences.map((each) => voiceOf(claim.silent, each)).find(Boolean);
  if (!speaker || (!here && facetsOf(sentence.clauses, 'speaker').length === 0)) return [];
  const touched = touch(
    story,
    { ...claim, matter: withoutKeys(claim.matter, claim.silent) },
    item,
    sentence,
    clause,
  );
  const features: Features = {
    coverage: touched.coverage,
    distinct: touched.distinct,
    headline: bit(clause.sentence.headline),
    sameSentence: bit(Boolean(here)),
    soon: soonAfter(story.publishedOn, item.saidOn),
    breaksSilence: bit(BREAKS_SILENCE.test(clause.sentence.text)),
    gate: Math.min(1, item.anchored / GATE_SCALE),
  };
  const score = weigh(story.weights.response, features);
  return [
    {
      claimId: claim.claim.id,
      question: 'response',
      clause,
      unit: `response:${claim.claim.id}`,
      aspect: 'response',
      value: SPOKE,
      key: valueKey(SPOKE),
      features,
      score,
      because: `${speaker} speaks; shares ${touched.shared.join(', ') || 'no term'}`,
      refused: isSilent(sentence.clauses[0]?.sentence.text ?? '')
        ? 'it still says nothing'
        : touched.coverage < ON_THE_MATTER
          ? `it is on another matter (${touched.coverage.toFixed(2)} of the ${ON_THE_MATTER} needed)`
          : tooUnlikely(score),
    },
  ];
}

const BREAKS_SILENCE =
  /\b(?:breaks?|broke|ends?) (?:\w+ )?silence|\bsp(?:eaks?|oke) out\b|\bat last\b|\bfirst (?:public )?(?:comment|reaction|statement|remarks)/i;

/** The silent party's name where it speaks in a sentence; null where it does not. */
function voiceOf(party: readonly string[], { clauses }: ReadSentence): string | null {
  const text = clauses[0]?.sentence.text ?? '';
  const named = facetsOf(clauses, 'speaker').find(
    ({ keys, silent, span }) => !silent && speaksFor(keys, party) && !isAdjective(text, span),
  );
  if (named) return text.slice(named.span.start, named.span.end);
  const tokens = clauses.flatMap((clause) => clause.tokens);
  // A name that opens a headline may look like an ordinary word: `Spirit board urges …`.
  const at = tokens.findIndex(
    ({ text, key, capital, end }, i) =>
      capital &&
      party.includes(key) &&
      countryKey(text) === null &&
      tokens[i + 1]?.capital !== true &&
      saysWithin(tokens, end),
  );
  return tokens[at]?.text ?? null;
}

/** `the Russian president said`: a country that only tells whose somebody is does not speak. */
function isAdjective(text: string, { start, end }: Span): boolean {
  return (
    countryKey(text.slice(start, end)) !== null &&
    /^ (?:president|prime|minister|leader|state|official)/i.test(text.slice(end))
  );
}

/** Whether a name is the silent party's: its last word or the whole of it, not one that only shares a word (`Kestrel Dam`, `Kestrel Power`). */
function speaksFor(name: readonly string[], party: readonly string[]): boolean {
  return party.includes(name.at(-1) ?? '') || party.every((key) => name.includes(key));
}

function withoutKeys(
  weights: ReadonlyMap<string, number>,
  keys: readonly string[],
): ReadonlyMap<string, number> {
  return new Map([...weights].filter(([key]) => !keys.includes(key)));
}

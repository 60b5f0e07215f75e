import { isSilent } from '../facets/speaker.ts';
import type { Clause } from '../model/facet.ts';
import type { Candidate } from './candidate.ts';
import type { PreparedClaim, PreparedStory } from './claims.ts';
import { facetsOf } from './facets-of.ts';
import type { ReadItem, ReadSentence } from './read-item.ts';
import { touch } from './touch.ts';

/** To uphold or dispute a claim, a clause must be plainly about it. */
const ENOUGH_STANCE = 0.6;
/** What a silent party now says must touch what it kept silent about. */
const ENOUGH_RESPONSE = 0.25;

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
  return [
    {
      claimId: claim.claim.id,
      clause,
      unit: `stance:${clause.sentence.headline ? 'headline' : 'text'}:${clause.start}`,
      aspect: 'stance',
      value: stance.stance === 'denies' ? 'denied' : 'confirmed',
      when: null,
      score: touched.coverage,
      because: `"${clause.sentence.text.slice(stance.span.start, stance.span.end)}"; shares ${touched.shared.join(', ') || 'no term'}`,
      refused:
        touched.conflict ??
        (touched.coverage < ENOUGH_STANCE
          ? `too little in common (${touched.coverage.toFixed(2)} of ${ENOUGH_STANCE})`
          : null),
    },
  ];
}

/** A silent party speaks on the matter: it may be named anywhere in the item, the matter must stand in the clause. */
function responses(
  story: PreparedStory,
  claim: PreparedClaim,
  item: ReadItem,
  sentence: ReadSentence,
  clause: Clause,
): Candidate[] {
  if (claim.silent.length === 0) return [];
  const speakers = facetsOf(
    item.sentences.flatMap(({ clauses }) => clauses),
    'speaker',
  );
  const speaker = speakers.find(
    ({ keys, silent }) => !silent && keys.length > 0 && speaksFor(keys, claim.silent),
  );
  if (!speaker || facetsOf(sentence.clauses, 'speaker').length === 0) return [];
  const touched = touch(
    story,
    { ...claim, matter: withoutKeys(claim.matter, claim.silent) },
    item,
    sentence,
    clause,
  );
  return [
    {
      claimId: claim.claim.id,
      clause,
      unit: `response:${claim.claim.id}`,
      aspect: 'response',
      value: 'spoke',
      when: null,
      score: touched.coverage,
      because: `${speaker.keys.join(' ')} speaks; shares ${touched.shared.join(', ') || 'no term'}`,
      refused: isSilent(sentence.clauses[0]?.sentence.text ?? '')
        ? 'it still says nothing'
        : touched.coverage < ENOUGH_RESPONSE
          ? `too little in common (${touched.coverage.toFixed(2)} of ${ENOUGH_RESPONSE})`
          : null,
    },
  ];
}

/** Whether a name is the silent party's: whole or shortened, but not one that only shares a word (`Kestrel Dam`, `Kestrel Power`). */
function speaksFor(name: readonly string[], party: readonly string[]): boolean {
  return name.every((key) => party.includes(key)) || party.every((key) => name.includes(key));
}

function withoutKeys(
  weights: ReadonlyMap<string, number>,
  keys: readonly string[],
): ReadonlyMap<string, number> {
  return new Map([...weights].filter(([key]) => !keys.includes(key)));
}

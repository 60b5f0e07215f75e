import type { Token } from '../../../text/span.ts';
import { conjugate } from '../../../text/verbs.ts';
import { SAY_WORDS, wordSet } from '../../../text/words.ts';
import type { Speaker } from '../facet.ts';
import type { ClauseText } from './clauses.ts';
import { readParties } from './party.ts';

/** Words with which a party keeps silent. */
const SILENCE =
  /\b(?:declin(?:ed?|es|ing)|refus(?:ed?|es|ing)) (?:on .{3,30})?to (?:say|comment|answer|respond|speak|discuss|give)|\b(?:has|have|had) (?:not|yet)(?: yet| so far| to)*(?: publicly)? (?:comment|respond|react|answer|reply|replied|spoken|addressed)\w*|\b(?:did|does|do) not (?:immediately )?(?:comment|respond|answer|reply)\b|\bno (?:immediate |public )?(?:comment|response|reaction|reply|word|statement)\b|\bnot (?:yet )?(?:given|stated|taken|made clear|set out) (?:its|his|her|their|a) (?:position|view|stance|opinion)\b|\bnot said (?:anything|a word)\b|\b(?:was|were) not (?:immediately )?available|\bcould not (?:immediately )?be reached|\b(?:remain(?:s|ed)?|stay(?:s|ed)?|been) silent/i;
const ACCORDING = /\b(?:according to|citing|quoting|quoted by|told by)\s/i;
const LEGAL_TAILS = wordSet('reports report reported sources officials media');

/** Who says what a clause reports: before or after a verb of saying, after `according to`, before or after a headline's colon or dash. */
export function readSpeakers(clause: ClauseText): Speaker[] {
  const { tokens, sentence } = clause;
  const silent = isSilent(sentence.text);
  const parties = readParties(clause);
  const found = new Map<number, Speaker>();
  const add = (keys: readonly string[], start: number, end: number) =>
    found.set(start, { kind: 'speaker', span: { start, end }, keys, silent });
  const text = sentence.text;
  for (const party of parties) {
    const beforeWord = tokens.findLast((t) => t.end <= party.span.start)?.lower ?? '';
    const after = tokens.find((t) => t.start >= party.span.end);
    const next = after?.lower ?? '';
    const says = speaks(next) || SAY_WORDS.has(beforeWord);
    const colon =
      sentence.headline &&
      (after?.text === ':' ||
        (isClosing(party.span.end, text) && /[-–—,:]\s*$/.test(text.slice(0, party.span.start))));
    const titled =
      /^(?:spokes|aide|chief|minister|president|secretary|official|leader|envoy)/.test(next) &&
      saysWithin(tokens, party.span.end);
    if (
      says ||
      colon ||
      titled ||
      saysWithin(tokens, party.span.end) ||
      ACCORDING.test(text.slice(Math.max(0, party.span.start - 16), party.span.start))
    ) {
      add(party.keys, party.span.start, party.span.end);
    }
  }
  return [...found.values()];
}

function isClosing(end: number, text: string): boolean {
  return text.length - end <= 2;
}

/** Verbs by which a party takes a stand in public, beside those of saying; after the judgement and advice classes of VerbNet. */
const STAND = conjugated(
  'dismiss reject condemn criticise criticize praise hail welcome slam blast denounce applaud urge defend accuse blame thank apologise apologize deplore regret oppose speak promise ask demand advise recommend back support endorse mock ridicule',
);

function conjugated(verbs: string): ReadonlySet<string> {
  return new Set(
    verbs
      .split(' ')
      .flatMap((verb) =>
        [...conjugate(verb.split('_')[0] ?? '')]
          .filter(([, form]) => form !== 'ing')
          .map(([spelling]) => spelling),
      ),
  );
}

function speaks(word: string): boolean {
  return SAY_WORDS.has(word) || STAND.has(word);
}

/** A verb of saying within four words after a name: `Kremlin aide Yuri Ushakov said`. */
export function saysWithin(tokens: readonly Token[], end: number): boolean {
  const following = tokens.filter((t) => t.start >= end);
  for (const [i, token] of following.slice(0, 4).entries()) {
    if (/^[,;:]$/.test(token.text)) return false;
    // `the search was called off`: nobody says anything.
    if (/^call/.test(token.lower) && /^(?:off|up|in)$/.test(following[i + 1]?.lower ?? '')) return false;
    if (speaks(token.lower) && !LEGAL_TAILS.has(token.lower)) return true;
  }
  return false;
}

/** Whether a sentence says that a party says nothing. */
export function isSilent(text: string): boolean {
  return silenceAt(text) >= 0;
}

/** Where a sentence begins to say that a party says nothing; -1 where it does not. */
export function silenceAt(text: string): number {
  return text.search(SILENCE);
}

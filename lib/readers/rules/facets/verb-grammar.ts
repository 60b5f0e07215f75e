import type { Token } from '../../../text/span.ts';
import { isInvariant, type VerbForm } from '../../../text/verbs.ts';
import { wordSet } from '../../../text/words.ts';
import type { Phase } from '../facet.ts';
import type { VerbEntry } from './verb-index.ts';

const FUTURE = wordSet("will shall would 'll");
const POSSIBLE = wordSet('may might could should can');
const NEGATIONS = wordSet(
  "not never n't no won't didn't doesn't don't isn't aren't wasn't weren't hasn't haven't hadn't can't cannot couldn't wouldn't without nor neither",
);
const BE = wordSet("is are was were be been being am 's 're isn't aren't wasn't weren't");
const HAVE = wordSet("has have had having hasn't haven't hadn't 've");
const SKIPPED = wordSet(
  'also then soon now still just only even currently already finally officially formally jointly first again both all reportedly',
);

/** Verbs whose base form is an adjective as well: `a deal is close`. */
const LIKE_ADJECTIVES = wordSet('close open complete secure set clear free welcome');

/** Whether a word in this form may be an adjective: `it is not clear`. */
export function isAdjective(lemma: string, form: VerbForm): boolean {
  return form === 'base' && LIKE_ADJECTIVES.has(lemma);
}

/** What stands before `to` + verb and says how firm the plan is. */
const FIRM = wordSet(
  'due set expected expects expect scheduled schedule plans plan planned planning agreed agrees agree ready about going ordered orders told tells decided decides sends sending send poised slated vows vowed pledges pledged promises promised invited date dates day yet',
);
const HOPED = wordSet(
  'hopes hope hoped wants want wanted seeks seek sought asks asked urges urged calls called likely unlikely demands demanded tries try aims aim considering offers offered threatens threatened willing prepared able need needs early late hard difficult',
);
const REFUSED = wordSet('refuses refused refuse declines declined failed fails fail unable');

/** What the words before a verb make of it. */
export interface VerbMood {
  readonly phase: Phase;
  readonly negated: boolean;
}

/** Reads back from a verb over adverbs and auxiliaries: `will not be held`, `has yet to meet`, `due to arrive`. */
export function readMood(
  tokens: readonly Token[],
  i: number,
  { form, lemma }: VerbEntry,
  headline: boolean,
): VerbMood {
  let negated = false;
  let be = false;
  let have = false;
  for (let k = i - 1; k >= Math.max(0, i - 6); k--) {
    const word = tokens[k]?.lower ?? '';
    negated ||= NEGATIONS.has(word) && word !== 'no';
    const mood = moodOf(tokens, k, headline);
    if (mood) return { phase: mood, negated };
    be ||= BE.has(word);
    have ||= HAVE.has(word);
    const passes =
      BE.has(word) || HAVE.has(word) || NEGATIONS.has(word) || SKIPPED.has(word) || /ly$/.test(word);
    if (!passes) break;
  }
  if (form === 'base' && LIKE_ADJECTIVES.has(lemma) && !have) return { phase: 'mentioned', negated };
  const invariant = isInvariant(lemma.split('_')[0] ?? '');
  return { phase: tensePhase(form, { be, have, headline, invariant }), negated };
}

/** What a modal or `to` before a verb makes of it; null for any other word. */
function moodOf(tokens: readonly Token[], k: number, headline: boolean): Phase | null {
  const word = tokens[k]?.lower ?? '';
  if (FUTURE.has(word) || word === "won't") return 'planned';
  if (POSSIBLE.has(word)) return 'possible';
  return word === 'to' ? infinitive(tokens, k, headline) : null;
}

function tensePhase(
  form: VerbForm,
  { be, have, headline, invariant }: { be: boolean; have: boolean; headline: boolean; invariant: boolean },
): Phase {
  if (form === 'past' || have) return 'done';
  if (form === 'ing') return be ? 'underway' : 'mentioned';
  if (form === 's') return headline ? 'done' : 'underway';
  return be || invariant || headline ? 'done' : 'mentioned';
}

/** How firm the plan is in `… to meet`: by the word before `to`; a bare one in a headline is a plan. */
function infinitive(tokens: readonly Token[], to: number, headline: boolean): Phase {
  for (let k = to - 1; k >= Math.max(0, to - 7); k--) {
    const word = tokens[k]?.lower ?? '';
    if (FIRM.has(word)) return 'planned';
    if (HOPED.has(word)) return 'possible';
    if (REFUSED.has(word)) return 'cancelled';
    if (BE.has(word) && k === to - 1) return 'planned';
    if (/^[,;:–—]$/.test(word)) break;
  }
  return headline ? 'planned' : 'mentioned';
}

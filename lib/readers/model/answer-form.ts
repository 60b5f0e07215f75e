import * as v from 'valibot';
import type { Answer } from '../../model/answer.ts';
import { KINDS } from '../../model/report.ts';
import type { Measured } from '../measured.ts';

/** What a model finds: kinds of change of a claim, all but turns. */
export const CHANGE_KINDS = KINDS.filter((kind) => kind !== 'new');
/** A turn's name, a value and a quote are cut to so many characters; a model that goes on writes nonsense. */
const MAX_NAME = 120;
const MAX_VALUE = 100;
const MAX_QUOTE = 600;
/** So many findings an item may have. */
const MAX_FINDINGS = 40;

/** What no text of one line has: line breaks, controls, halves of characters, and what turns the order of the others. */
const BREAKS = /[\s\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]+/gu;

const words = (length: number) =>
  v.pipe(
    v.string(),
    v.transform((text) => text.slice(0, length).replace(BREAKS, ' ').trim()),
  );
/** A value: a number is taken as its digits. */
const value = v.nullish(v.union([words(MAX_VALUE), v.pipe(v.number(), v.transform(String))]), null);

const CHANGE = v.object({
  claim: words(MAX_NAME),
  kind: v.picklist(CHANGE_KINDS),
  value,
  quote: words(MAX_QUOTE),
  sure: v.optional(v.boolean(), false),
});

/** One line of an answer, as the prompt asks for it. */
export const MODEL_ANSWER = v.object({
  changes: v.pipe(v.array(CHANGE), v.maxLength(MAX_FINDINGS)),
  new: v.optional(
    v.pipe(v.array(v.object({ name: words(MAX_NAME), quote: words(MAX_QUOTE) })), v.maxLength(MAX_FINDINGS)),
    [],
  ),
});

/** What a model says about one item, in the form of its prompt. This is kept; likelihoods and proofs are worked out anew. */
export type ModelAnswer = v.InferOutput<typeof MODEL_ANSWER>;

/** A model's word as a reader's. */
export function toAnswer({ changes, new: turns }: ModelAnswer, { sure, possible }: Measured): Answer {
  return {
    outcome: 'read',
    findings: changes.map(({ claim, sure: isSure, ...finding }) => ({
      ...finding,
      claimId: claim,
      likely: isSure ? sure : possible,
    })),
    turns: turns.map((turn) => ({ ...turn, likely: possible })),
  };
}

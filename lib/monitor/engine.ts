import { createHash } from 'node:crypto';
import { judgeAmount } from '../compare/amount.ts';
import { assign } from '../compare/assign.ts';
import type { Candidate } from '../compare/candidate.ts';
import type { PreparedClaim, PreparedStory } from '../compare/claims.ts';
import { type GateReading, gate } from '../compare/gate.ts';
import { judgePlan } from '../compare/plan.ts';
import { type ReadItem, readItem } from '../compare/read-item.ts';
import { judgeStance } from '../compare/stance.ts';
import { type TurnMark, turnMarks } from '../compare/turn.ts';
import type { Item } from '../model/item.ts';
import type { Evidence, Report } from '../model/report.ts';

/** One question that decides a kind: what an item may say about a claim. */
type Question = (story: PreparedStory, claim: PreparedClaim, item: ReadItem) => Candidate[];

/** The questions, in the order in which `explain` prints their answers. */
const QUESTIONS: readonly Question[] = [judgePlan, judgeAmount, judgeStance];

/** All that the engine saw in one item. */
export interface Judgement {
  readonly gate: GateReading;
  readonly candidates: readonly Candidate[];
  /** Words that may mark an unforeseen turn. */
  readonly turns: readonly TurnMark[];
  readonly reports: readonly Report[];
}

/** What one item says about a story's claims: the pure core, one item at a time, so that order cannot matter. */
export function judge(story: PreparedStory, item: Item): Judgement {
  const ungated = readItem(item);
  const gated = gate(story, ungated);
  const read = { ...ungated, anchored: gated.score };
  if (!gated.passed) return { gate: gated, candidates: [], turns: [], reports: [] };
  const asked = story.claims.flatMap((claim) =>
    QUESTIONS.flatMap((question) => question(story, claim, read)),
  );
  const candidates = assign(asked);
  const made = candidates.filter(({ refused }) => refused === null);
  const turns = turnMarks(story, read);
  return {
    gate: gated,
    candidates,
    turns,
    reports: [
      ...made.map(({ claimId, aspect, value, when, score, clause }) => ({
        claimId,
        aspect,
        value,
        evidence: toEvidence(item, { clause, when, score }),
      })),
      ...turns.map(
        ({ key, clause, score }): Report => ({
          claimId: null,
          aspect: 'turn',
          value: key,
          evidence: toEvidence(item, { clause, when: null, score }),
        }),
      ),
    ],
  };
}

function toEvidence(
  item: Item,
  { clause, when, score }: Pick<Candidate, 'clause' | 'when' | 'score'>,
): Evidence {
  const { id: itemId, guid, title, link, source, origin, publishedAt, editedAt } = item;
  const quote = clause.sentence.text;
  return {
    itemId,
    guid,
    title,
    link,
    source,
    origin,
    publishedAt,
    editedAt,
    quote,
    when,
    confidence: Math.min(0.99, score),
  };
}

/** A change's identity: one story, claim, aspect and value make one record, whoever reports it. */
export function changeId(
  story: string,
  { claimId, aspect, value }: Pick<Report, 'claimId' | 'aspect' | 'value'>,
): string {
  const hash = createHash('sha256')
    .update([story, claimId ?? '', aspect, value].join('\n'))
    .digest('hex')
    .slice(0, 10);
  return `${story}.${hash}`;
}

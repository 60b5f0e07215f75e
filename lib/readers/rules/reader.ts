import type { Answer, Asked, Finding, FoundTurn, Reader } from '../../model/answer.ts';
import { type Deadline, noDeadline } from '../../model/deadline.ts';
import type { Value } from '../../model/value.ts';
import type { Candidate } from './candidate.ts';
import { RULES } from './id.ts';
import { createJudge, type Judge } from './judge.ts';
import { LIKELY_TURN, likelyOf } from './likely.ts';
import type { TurnMark } from './turn.ts';

/** The rules as a reader: by lifecycles of events, figures, dates, parties and speakers. Free, in milliseconds, English only. */
export function rulesReader(deadline: Deadline = noDeadline): Reader {
  const judge = createJudge();
  return {
    id: RULES,
    worth: '',
    read: async (asked) =>
      deadline(asked, (each) => answerByRules(judge, each)).map((timed): Answer => {
        if (timed.outcome === 'done') return timed.result;
        const why =
          timed.of === 'item' ? 'it takes too long to judge' : 'the items of its feed take too long to judge';
        return { outcome: 'failed', why, retry: timed.of === 'feed', isItsOwn: true, overran: timed.of };
      }),
  };
}

/** What the rules say about one item, by a judge that may have weights of its own. */
export function answerByRules(judge: Judge, { article, claims, item }: Asked): Answer {
  const { candidates, turns } = judge({ article, claims }, item);
  return {
    outcome: 'read',
    findings: candidates.filter(({ refused }) => refused === null).map(toFinding),
    turns: turns.length === 0 ? [] : [toTurn(item.title, turns)],
  };
}

function toFinding({ claimId, aspect, value, moves, clause, score }: Candidate): Finding {
  return {
    claimId,
    aspect,
    ...wordOf(value),
    ...(moves && { kind: 'rescheduled' as const }),
    quote: clause.sentence.text,
    likely: likelyOf(score),
  };
}

function toTurn(title: string, marks: readonly TurnMark[]): FoundTurn {
  return { name: title, quote: title, likely: LIKELY_TURN, marks: marks.map(({ key }) => key) };
}

/** What a value is called between readers and proofs. */
function wordOf(value: Value): Pick<Finding, 'kind' | 'value'> {
  switch (value.kind) {
    case 'date':
      return { kind: 'scheduled', value: value.edtf };
    case 'state':
      return { kind: KINDS[value.state], value: value.on };
    case 'figure':
      return { kind: 'revised', value: String(value.amount) };
    case 'addition':
      return { kind: 'revised', value: `+${value.amount}` };
    case 'stance':
      return { kind: value.stance, value: null };
    default:
      return { kind: 'responded', value: null };
  }
}

const KINDS = {
  planned: 'scheduled',
  'under-way': 'confirmed',
  held: 'occurred',
  over: 'occurred',
  'called-off': 'cancelled',
  postponed: 'rescheduled',
  'going-ahead': 'confirmed',
} as const;

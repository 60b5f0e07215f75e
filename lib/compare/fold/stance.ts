import type { StanceValue } from '../../model/value.ts';
import { firstSeen, type Heard } from './hearing.ts';
import type { Folded, Known, Refusal } from './known.ts';
import { toRecord } from './record.ts';

/** Whether a statement is upheld or disputed. */
export function foldStance(known: Known, heard: Heard, value: StanceValue): Folded | Refusal {
  if (!heard.edit && known.stance?.stance === value.stance) return { reason: 'known', by: known.stanceId };
  return {
    record: toRecord(heard, {
      kind: value.stance,
      value,
      before: known.stance,
      supersedes: known.stanceId,
    }),
    learnt: { stance: value, stanceId: heard.id },
  };
}

/** That a silent party has spoken. */
export function foldResponse({ spokenId }: Known, heard: Heard): Folded | Refusal {
  if (!heard.edit && spokenId !== null) return { reason: 'known', by: spokenId };
  const on = firstSeen(heard).slice(0, 10);
  return {
    record: toRecord(heard, {
      kind: 'responded',
      value: { kind: 'response', on },
      before: null,
      supersedes: null,
    }),
    learnt: { spokenId: heard.id },
  };
}

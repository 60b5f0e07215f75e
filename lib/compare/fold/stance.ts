import type { StanceValue } from '../../model/value.ts';
import { firstSeen, type Heard } from './hearing.ts';
import type { Folded, Known } from './known.ts';
import { toRecord } from './record.ts';

/** Whether a statement is upheld or disputed; null where it is so already. */
export function foldStance(known: Known, heard: Heard, value: StanceValue): Folded | null {
  if (known.stance?.stance === value.stance) return null;
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

/** That a silent party has spoken; null where it has before. */
export function foldResponse({ hasSpoken }: Known, heard: Heard): Folded | null {
  if (hasSpoken) return null;
  const on = firstSeen(heard).slice(0, 10);
  return {
    record: toRecord(heard, {
      kind: 'responded',
      value: { kind: 'response', on },
      before: null,
      supersedes: null,
    }),
    learnt: { hasSpoken: true },
  };
}

import type { Kind } from '../../model/report.ts';
import type { DateValue, Value } from '../../model/value.ts';
import { bounds, narrows } from '../../text/edtf.ts';
import { firstSeen, type Heard } from './hearing.ts';
import type { Folded, Known, Refusal } from './known.ts';
import { toRecord } from './record.ts';
import type { Plan } from './state.ts';

/**
 * When a claim's event is due: first dated, or moved.
 * @param plan when it was to be: for what is sure by what is known, for the others by what is possible as well
 */
export function foldDate(known: Known, plan: Plan, heard: Heard, value: DateValue): Folded | Refusal {
  const { edtf } = value;
  // A held event is closed: only a sure report of a later date opens it again, the next launch after the first.
  const isClosed = !heard.edit && known.closedAt !== null && firstSeen(heard) >= known.closedAt;
  if (isClosed && (!heard.sure || bounds(edtf)[1] <= (known.closedAt?.slice(0, 10) ?? '')))
    return { reason: 'over', by: known.stateId };
  if (!heard.edit && known.date !== null && (edtf === known.date || narrows(known.date, edtf)))
    return { reason: 'known', by: known.dateId };
  return {
    record: toRecord(heard, {
      kind: kindOf(plan, heard, edtf),
      value,
      before: known.date === null ? null : { kind: 'date', edtf: known.date },
      supersedes: known.dateId,
    }),
    learnt: {
      date: edtf,
      dateId: heard.id,
      closedAt: null,
      // Whatever was called off or put off is on again.
      ...(known.state.state !== 'under-way' && { state: { kind: 'state', state: 'planned', on: null } }),
    },
  };
}

/**
 * Against the article's own words the readers know best whether it was dated: they see the claim. Once a date was reported,
 * another one moves it; one that lies within it is as they call it.
 */
function kindOf(plan: Plan, { evidence }: Heard, edtf: string): Kind {
  const isWithin = plan.date === null || narrows(edtf, plan.date);
  if (plan.dateId !== null && !isWithin) return 'rescheduled';
  const words = evidence.flatMap(({ kind }) => kind ?? []);
  const moves = words.filter((kind) => kind === 'rescheduled').length;
  if (words.length === 0 || 2 * moves === words.length) return isWithin ? 'scheduled' : 'rescheduled';
  return 2 * moves > words.length ? 'rescheduled' : 'scheduled';
}

/** Where or with whom it will happen, as long as it was not held. */
export function foldArranged(known: Known, heard: Heard, value: Value): Folded | Refusal {
  if (!heard.edit && known.arrangedId !== null) return { reason: 'known', by: known.arrangedId };
  if (!heard.edit && known.closedAt !== null && firstSeen(heard) >= known.closedAt)
    return { reason: 'over', by: known.stateId };
  return {
    record: toRecord(heard, { kind: 'scheduled', value, before: null, supersedes: null }),
    learnt: { arrangedId: heard.id },
  };
}

import type { Kind } from '../../model/report.ts';
import type { DateValue } from '../../model/value.ts';
import { narrows } from '../../text/edtf.ts';
import { firstSeen, type Heard } from './hearing.ts';
import type { Folded, Known } from './known.ts';
import { toRecord } from './record.ts';

/** When a claim's event is due: first dated, or moved; null where that is known. */
export function foldDate(known: Known, heard: Heard, value: DateValue): Folded | null {
  const { edtf } = value;
  // A held event is closed: a later date is another event's.
  if (known.closedAt !== null && firstSeen(heard) >= known.closedAt) return null;
  if (known.date !== null && (edtf === known.date || narrows(known.date, edtf))) return null;
  const kind: Kind = known.date === null || narrows(edtf, known.date) ? 'scheduled' : 'rescheduled';
  return {
    record: toRecord(heard, {
      kind,
      value,
      before: known.date === null ? null : { kind: 'date', edtf: known.date },
      supersedes: known.dateId,
    }),
    learnt: {
      date: edtf,
      dateId: heard.id,
      // Whatever was called off or put off is on again.
      ...(known.state.state !== 'under-way' && { state: { kind: 'state', state: 'planned', on: null } }),
    },
  };
}

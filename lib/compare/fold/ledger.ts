import type { ChangeRecord } from '../../model/report.ts';
import { narrows } from '../../text/edtf.ts';
import type { Heard } from './hearing.ts';
import type { Known } from './known.ts';
import { withReports } from './record.ts';

/**
 * Enters what a spell of a change comes to among the records of its claim: as a record of its own, or in place of an earlier
 * spell that was only possible, or less likely. What is no likelier a second time goes with the first.
 * @returns whether it is a record
 */
export function enter(records: ChangeRecord[], heard: Heard, record: ChangeRecord): boolean {
  const at = lastOf(records, heard.id);
  const earlier = records[at];
  if (!earlier) {
    records.push(record);
    return true;
  }
  if (earlier.certainty === 'possible' && !heard.sure && heard.likelihood <= earlier.confidence) {
    records[at] = withReports(earlier, heard);
    return false;
  }
  const rank = records.filter(({ changes }) => changes.includes(heard.id)).length + 1;
  const again = `${record.id}-${rank}`;
  if (earlier.certainty === 'sure') {
    records.push({ ...record, id: again });
    return true;
  }
  // What is possible of another day is not what is sure now: it stays, and the sure one has the name.
  if (!heard.sure || dayOf(earlier) === dayOf(record)) records.splice(at, 1);
  else records[at] = { ...earlier, id: again };
  records.push(record);
  return true;
}

/** Puts reports that tell nothing new beside those that told it first: of the same value, or of a date more exact than theirs. */
export function repeat(records: ChangeRecord[], known: Known, heard: Heard): void {
  const value = heard.evidence[0]?.value;
  const isLessExact = value?.kind === 'date' && known.date !== null && narrows(known.date, value.edtf);
  const same = lastOf(records, heard.id);
  const at = same < 0 && isLessExact ? records.findLastIndex(({ id }) => id === known.dateId) : same;
  const earlier = records[at];
  if (earlier) records[at] = withReports(earlier, heard);
}

function lastOf(records: readonly ChangeRecord[], change: string): number {
  return records.findLastIndex(({ changes }) => changes.includes(change));
}

/** The day on which a record says that something was held; null for any other. */
function dayOf({ value }: ChangeRecord): string | null {
  return value.kind === 'state' && value.state === 'held' ? value.on : null;
}

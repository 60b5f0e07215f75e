import type { ChangeRecord } from '../../model/report.ts';
import { narrows } from '../../text/edtf.ts';
import type { Heard } from './hearing.ts';
import type { Known, Passed, Refusal } from './known.ts';
import { withReports } from './record.ts';

/**
 * Enters what a spell of a change comes to among the records of its claim: as a record of its own, or in place of an earlier
 * spell that was only possible, or less likely. What is no likelier a second time goes with the first.
 * @returns the id under which it is a record; null where it is none of its own
 */
export function enter(records: ChangeRecord[], heard: Heard, record: ChangeRecord): string | null {
  const at = lastOf(records, heard.id);
  const earlier = records[at];
  if (earlier?.certainty === 'possible') {
    if (!heard.sure && heard.likelihood <= earlier.confidence) {
      records[at] = withReports(earlier, heard);
      return null;
    }
    // What is possible of another day is not what is sure now: it stays, and the sure one has the name.
    if (!heard.sure || dayOf(earlier) === dayOf(record)) records.splice(at, 1);
    else if (earlier.id === record.id) records[at] = { ...earlier, id: idOf(earlier, records) };
  }
  const id = records.some((other) => other.id === record.id) ? idOf(record, records) : record.id;
  records.push({ ...record, id });
  return id;
}

/** The id of a record of a change that came to pass more than once: by the day of this time, or when it was first told of. */
function idOf(record: ChangeRecord, records: readonly ChangeRecord[]): string {
  const [change = ''] = record.changes;
  const day = (dayOf(record) ?? record.firstSeen.slice(0, 10)).replace(/\D/g, '');
  const names = [day, ...records.map((_, i) => `${day}-${i + 2}`)].map((name) => `${change}-${name}`);
  return names.find((name) => records.every(({ id }) => id !== name)) ?? `${change}-${day}`;
}

/** What was heard and makes no record, with the reason. */
export function passedBy({ changes, evidence, likelihood }: Heard, { reason, by }: Refusal): Passed {
  return { changes, evidence, likelihood, reason, by };
}

/**
 * Puts reports that tell nothing new beside those that told it first: of the same value, or of a date more exact than theirs.
 * @returns whether there are such
 */
export function repeat(records: ChangeRecord[], known: Known, heard: Heard): boolean {
  const value = heard.evidence[0]?.value;
  const isLessExact = value?.kind === 'date' && known.date !== null && narrows(known.date, value.edtf);
  const same = lastOf(records, heard.id);
  const at = same < 0 && isLessExact ? records.findLastIndex(({ id }) => id === known.dateId) : same;
  const earlier = records[at];
  if (earlier) records[at] = withReports(earlier, heard);
  return earlier !== undefined;
}

function lastOf(records: readonly ChangeRecord[], change: string): number {
  return records.findLastIndex(({ changes }) => changes.includes(change));
}

/** The day on which a record says that something was held, which may be again; null for any other: what is under way ends once. */
function dayOf({ value }: ChangeRecord): string | null {
  return value.kind === 'state' && value.state === 'held' ? value.on : null;
}

import type { ChangeRecord } from '../../model/report.ts';
import { narrows } from '../../text/edtf.ts';
import type { Heard } from './hearing.ts';
import type { Known, Passed, Refusal } from './known.ts';
import { withReports } from './record.ts';

/** A record of a claim, with the parts (told.ts) that are in it. */
export interface Entry {
  readonly record: ChangeRecord;
  readonly parts: readonly string[];
}

/**
 * Enters what a spell of a change comes to among the records of its claim: as a record of its own, or in place of an earlier
 * spell that was only possible, or less likely. What is no likelier a second time goes with the first.
 * @returns the id under which it is a record; null where it is none of its own
 */
export function enter(entries: Entry[], heard: Heard, record: ChangeRecord): string | null {
  const at = lastOf(entries, heard.id);
  const earlier = entries[at]?.record;
  if (earlier?.certainty === 'possible') {
    if (!heard.sure && heard.likelihood <= earlier.confidence) {
      entries[at] = entryOf(withReports(earlier, heard), heard, entries[at]);
      return null;
    }
    // What is possible of another day is not what is sure now: it stays, and the sure one has the name.
    if (!heard.sure || dayOf(earlier) === dayOf(record)) entries.splice(at, 1);
    else if (earlier.id === record.id)
      entries[at] = { parts: heard.parts, record: { ...earlier, id: idOf(earlier, entries) } };
  }
  const id = entries.some((other) => other.record.id === record.id) ? idOf(record, entries) : record.id;
  entries.push(entryOf({ ...record, id }, heard));
  return id;
}

/** The id of a record of a change that came to pass more than once: by the day of this time, or when it was first told of. */
function idOf(record: ChangeRecord, entries: readonly Entry[]): string {
  const day = (dayOf(record) ?? record.firstSeen.slice(0, 10)).replace(/\D/g, '');
  const names = [day, ...entries.map((_, i) => `${day}-${i + 2}`)].map((name) => `${record.id}-${name}`);
  return names.find((name) => entries.every((other) => other.record.id !== name)) ?? `${record.id}-${day}`;
}

/** What was heard and makes no record, with the reason. */
export function passedBy({ changes, evidence, likelihood }: Heard, { reason, by }: Refusal): Passed {
  return { changes, evidence, likelihood, reason, by };
}

/**
 * Puts reports that tell nothing new beside those that told it first: of the same value, or of a date more exact than theirs.
 * @returns whether there are such
 */
export function repeat(entries: Entry[], known: Known, heard: Heard): boolean {
  const value = heard.evidence[0]?.value;
  const isLessExact = value?.kind === 'date' && known.date !== null && narrows(known.date, value.edtf);
  const same = lastOf(entries, heard.id);
  const at =
    same < 0 && isLessExact ? entries.findLastIndex(({ record }) => record.id === known.dateId) : same;
  const earlier = entries[at];
  if (earlier) entries[at] = { ...earlier, record: withReports(earlier.record, heard) };
  return earlier !== undefined;
}

function lastOf(entries: readonly Entry[], part: string): number {
  return entries.findLastIndex(({ parts }) => parts.includes(part));
}

function entryOf(record: ChangeRecord, { parts }: Heard, earlier?: Entry): Entry {
  return { record, parts: [...new Set([...(earlier?.parts ?? []), ...parts])] };
}

/** The day on which a record says that something was held, which may be again; null for any other: what is under way ends once. */
function dayOf({ value }: ChangeRecord): string | null {
  return value.kind === 'state' && value.state === 'held' ? value.on : null;
}

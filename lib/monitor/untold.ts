import type { ChangeRecord } from '../model/report.ts';
import type { Told } from './announcements-of.ts';

/** A record that somebody is to be told of: once while it is possible, and once when it is sure. */
export interface News {
  readonly id: string;
  readonly record: ChangeRecord;
}

/** What of some records one channel has still to tell. @param told the ids of what it told before */
export function untold(records: readonly ChangeRecord[], told: Told): News[] {
  return records
    .map((record) => ({ id: `${record.certainty === 'sure' ? 'change' : 'check'}.${record.id}`, record }))
    .filter(({ id }) => !told.has(id));
}

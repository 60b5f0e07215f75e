import type { ChangeRecord } from '../model/report.ts';
import type { Notices } from './notices.ts';

/** A record that somebody is to be told of: once while it is possible, and once when it is sure. */
export interface News {
  readonly id: string;
  readonly record: ChangeRecord;
}

/** What of some records one channel has still to tell. @param told the ids of what it told before */
export function untold(records: readonly ChangeRecord[], told: ReadonlySet<string>): News[] {
  return records
    .map((record) => ({ id: `${record.certainty === 'sure' ? 'change' : 'check'}.${record.id}`, record }))
    .filter(({ id }) => !told.has(id));
}

/** What one channel told of a story. */
export async function toldBy(notices: Notices, story: string, channel: string): Promise<ReadonlySet<string>> {
  const all = await notices.delivered(story);
  const prefix = `${channel} `;
  return new Set([...all].flatMap((key) => (key.startsWith(prefix) ? [key.slice(prefix.length)] : [])));
}

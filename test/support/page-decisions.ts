import { beforeEach } from 'vitest';
import { shortId } from '../../lib/model/report.ts';
import type { Records } from '../../lib/monitor/ports.ts';
import { CHANGES, keepChanges, pagesOn } from './page.ts';
import { freshTable, useLocalTable } from './table.ts';

export const HOST = { host: 'localhost' };
const [, , OFF] = CHANGES;
/** The record that waits for a yes or no. */
export const ID = shortId(OFF?.id ?? '');

/** What a form of a record on a page says that it was like. */
export const stateIn = (text: string, id = ID) =>
  new RegExp(`data-id="${id}".*?name="state" value="(\\w+)"`, 's').exec(text)?.[1] ?? '';

/** Pages on a fresh table for each test of a file, and forms sent to them. */
export function usePageDecisions() {
  const client = useLocalTable();
  const at = {} as { records: Records };
  beforeEach(async () => {
    Object.assign(at, await freshTable(client()));
    await keepChanges(at.records);
  });
  const get = (path: string, headers: Record<string, string> = {}) =>
    pagesOn(at.records).request(path, { headers: { ...HOST, ...headers } });
  const textOf = async (path: string) => (await get(path)).text();
  return {
    at,
    get,
    textOf,
    post: (form: Record<string, string>, headers: Record<string, string> = {}, name = 'ada') =>
      pagesOn(at.records, {}, name).request(`/stories/s/records/${ID}/decide`, {
        method: 'POST',
        headers: { ...HOST, origin: 'http://localhost', accept: 'application/json', ...headers },
        body: new URLSearchParams(form),
      }),
    /** What the record is like now. */
    shown: async () => stateIn(await textOf('/stories/s/')),
    decisions: async () => {
      const all = await at.records.changes({ baseline: { story: 's' } as never, isOlder: false });
      return all.flatMap((change) => change.decisions.map(({ verdict, by, note }) => [verdict, by, note]));
    },
  };
}

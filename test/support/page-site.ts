import { afterEach, beforeEach } from 'vitest';
import { shortId } from '../../lib/model/report.ts';
import type { Records } from '../../lib/monitor/ports.ts';
import { serveApp } from './browser.ts';
import { CHANGES, keepChanges, NOW, pagesOn } from './page.ts';
import { freshTable, useLocalTable } from './table.ts';

export const [VISIT, TOLL, OFF] = CHANGES.map(({ id }) => shortId(id));
export const STORY = '/stories/s/';

/** The pages of a fresh table for each test of a file; what it holds is there once a test runs. */
export function usePageSite() {
  const client = useLocalTable();
  const at = {} as { records: Records; url: string; clock: Date };
  let site: Awaited<ReturnType<typeof serveApp>>;
  beforeEach(async () => {
    const { records } = await freshTable(client());
    await keepChanges(records);
    site = await serveApp((hosts) => pagesOn(records, { hosts, now: () => at.clock }));
    Object.assign(at, { records, url: site.url, clock: NOW });
  });
  afterEach(() => site.close());
  return {
    at,
    /** `accepted ada by phone`, in the order in which they were kept. */
    decisions: async (): Promise<string[]> => {
      const all = await at.records.changes({ baseline: { story: 's' } as never, isOlder: false });
      return all.flatMap((change) =>
        change.decisions.map(({ verdict, by, note }) => `${verdict} ${by} ${note ?? ''}`.trim()),
      );
    },
  };
}

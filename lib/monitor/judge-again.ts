import type { Item } from '../model/item.ts';
import type { Report, StoredChange } from '../model/report.ts';
import { changeOf } from './judge.ts';
import type { KeptStory } from './ports.ts';
import { groupByFeed, type Recorded, type RecorderPorts, recordGroups } from './recorder.ts';
import { judgedBy } from './stale.ts';

/**
 * Judges what is kept of a story's items by its claims and its reader as they are now; a run that breaks off is made again.
 * What another reader found in a version of an item is superseded once this one has judged it, unless an editor
 * accepted it.
 */
export async function judgeAgain(story: KeptStory, ports: RecorderPorts): Promise<Recorded> {
  const { records, reader, now } = ports;
  const items = await records.keptItems(story.baseline.story, now());
  const byItem = reportsByItem(await records.changes(story));
  const recorded = await recordGroups(groupByFeed(story, items), ports, async (item, reports) => {
    for (const { change, evidence } of supersededBy(story, item, reports, byItem, reader.id))
      await records.supersede(change, evidence);
  });
  if (!recorded.unread.some(({ retry }) => retry))
    await records.noteJudged(story, judgedBy(story, reader.id));
  return recorded;
}

interface KeptReport {
  readonly change: StoredChange;
  readonly evidence: StoredChange['evidence'][number];
}

function reportsByItem(changes: readonly StoredChange[]): Map<string, KeptReport[]> {
  const reports = new Map<string, KeptReport[]>();
  for (const change of changes)
    for (const evidence of change.evidence) {
      if (change.accepted.includes(evidence.itemId)) continue;
      const own = reports.get(evidence.itemId) ?? [];
      reports.set(evidence.itemId, [...own, { change, evidence }]);
    }
  return reports;
}

/** What other readers found in this version of an item, and this one did not. */
function supersededBy(
  { baseline }: KeptStory,
  item: Item,
  reports: readonly Report[],
  byItem: ReadonlyMap<string, readonly KeptReport[]>,
  reader: string,
): KeptReport[] {
  const told = new Set(reports.map((report) => changeOf(baseline.story, report).id));
  return (byItem.get(item.id) ?? []).filter(
    ({ change, evidence }) =>
      evidence.reader !== reader && evidence.wordedAt === item.saidAt && !told.has(change.id),
  );
}

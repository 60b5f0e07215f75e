import type { Item } from '../model/item.ts';
import type { Evidence, Report, StoredChange } from '../model/report.ts';
import { changeOf } from './judge.ts';
import type { KeptStory } from './ports.ts';
import { groupByFeed, type Recorded, type RecorderPorts, recordGroups } from './recorder.ts';
import { judgedBy } from './stale.ts';

/**
 * Judges what is kept of a story's items by its claims and its reader as they are now; a run that breaks off is made again.
 * What was found before in a version of an item and is not any more is superseded, unless an editor accepted it.
 */
export async function judgeAgain(story: KeptStory, ports: RecorderPorts): Promise<Recorded> {
  const { records, reader, now } = ports;
  const items = await records.keptItems(story.baseline.story, now());
  const byItem = reportsByItem(await records.changes(story));
  const recorded = await recordGroups(groupByFeed(story, items), ports, async (item, reports) => {
    for (const { change, evidence } of supersededBy(story, item, reports, byItem))
      await records.supersede(change, evidence);
  });
  // Those that could not be judged are noted as waiting by themselves.
  await records.noteJudged(story, judgedBy(story, reader));
  return recorded;
}

/** An item that was tried in vain so often is given up: it is told of, and asked about again when its story or reader changes. */
export const MAX_TRIES = 5;

/** Judges what waits of a story's items, those that were tried before each by itself: what makes one fail harms no other. */
export async function judgeWaiting(story: KeptStory, ports: RecorderPorts): Promise<Recorded> {
  const waiting = await ports.records.waitingItems(story.baseline.story, ports.now());
  const left = waiting.filter(({ tries }) => tries < MAX_TRIES);
  const fresh = left.filter(({ tries }) => tries === 0).map(({ item }) => item);
  const tried = left.filter(({ tries }) => tries > 0).map(({ item }) => ({ story, items: [item] }));
  return recordGroups([...groupByFeed(story, fresh), ...tried], ports);
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

/** What was found before in this version of an item, and is not now. */
function supersededBy(
  { baseline }: KeptStory,
  item: Item,
  reports: readonly Report[],
  byItem: ReadonlyMap<string, readonly KeptReport[]>,
): KeptReport[] {
  const told = new Set(reports.map((report) => changeOf(baseline.story, report).id));
  return (byItem.get(item.id) ?? []).filter(
    ({ change, evidence }) => isOfVersion(evidence, item) && !told.has(change.id),
  );
}

/** Older reports do not say of which version they are: then its time tells. */
function isOfVersion({ version, wordedAt }: Evidence, item: Item): boolean {
  return version === undefined ? wordedAt === item.saidAt : version === item.version;
}

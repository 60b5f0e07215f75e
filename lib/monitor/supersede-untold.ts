import { lastWords } from '../model/decision.ts';
import { type Item, versionKey } from '../model/item.ts';
import type { Report } from '../model/report.ts';
import { changeOf } from './judge.ts';
import type { Changes, KeptStory } from './ports.ts';

/** A version of an item that was judged, and what it reports. */
export interface JudgedItem {
  readonly item: Item;
  readonly reports: readonly Report[];
}

/**
 * Takes back what was found before in items that were judged and what none of their versions says now, unless an editor
 * accepted it. A report in the words of a version that was not judged stays.
 */
export async function supersedeUntold(
  story: KeptStory,
  judged: readonly JudgedItem[],
  records: Changes,
): Promise<void> {
  if (judged.length === 0) return;
  const slug = story.baseline.story;
  // Older reports do not say of which version they are: then its time tells.
  const versions = new Set(
    judged.flatMap(({ item }) => [versionKey(item), versionKey({ id: item.id, version: item.saidAt })]),
  );
  const told = new Set(
    judged.flatMap(({ item, reports }) => reports.map((report) => `${item.id} ${changeOf(slug, report).id}`)),
  );
  for (const change of await records.changes(story)) {
    const words = lastWords(change.decisions);
    for (const evidence of change.evidence) {
      const isJudged = versions.has(
        versionKey({ id: evidence.itemId, version: evidence.version ?? evidence.wordedAt }),
      );
      const stays =
        told.has(`${evidence.itemId} ${change.id}`) || words.get(evidence.itemId)?.verdict === 'accepted';
      if (isJudged && !stays) await records.supersede(change, evidence);
    }
  }
}

import type { ChangeRecord, StoredChange } from '../../model/report.ts';
import type { Story } from '../../model/story.ts';
import { valueKey } from '../../model/value.ts';
import { foldStory } from './story.ts';

/**
 * What is new since a time: the records that the story did not have then, not as surely, or not with this value.
 * - `looked`: as the table stood then, so that what came late is new to whoever looked then
 * - `published`: as the world stood then, whenever that was read
 */
export function newSince(
  story: Story,
  stored: readonly StoredChange[],
  records: readonly ChangeRecord[],
  since: Date,
  by: 'looked' | 'published',
): ReadonlySet<string> {
  const time = since.toISOString();
  if (!stored.some((change) => isLater(change, time))) return new Set();
  const kept =
    by === 'published'
      ? stored
      : stored
          .filter(({ recordedAt }) => (recordedAt ?? '') <= time)
          .map((change) => ({
            ...change,
            evidence: change.evidence.filter(({ keptAt, saidAt }) => (keptAt ?? saidAt) <= time),
            decisions: change.decisions.filter(({ at }) => (at ?? '') <= time),
          }));
  const then = new Map(foldStory(story, kept, since).map((record) => [record.id, record]));
  const isNew = (record: ChangeRecord) => {
    const before = then.get(record.id);
    if (!before) return true;
    const isSurer = record.certainty === 'sure' && before.certainty !== 'sure';
    return isSurer || record.kind !== before.kind || valueKey(record.value) !== valueKey(before.value);
  };
  return new Set(records.filter(isNew).map(({ id }) => id));
}

/** Whether anything came to a change after a time: then nothing has to be folded anew. */
function isLater({ recordedAt, evidence, decisions }: StoredChange, time: string): boolean {
  return (
    (recordedAt ?? '') > time ||
    evidence.some(({ saidAt, keptAt }) => saidAt > time || (keptAt ?? '') > time) ||
    decisions.some(({ at }) => (at ?? '') > time)
  );
}

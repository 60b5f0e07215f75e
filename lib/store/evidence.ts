import type { Evidence } from '../model/report.ts';
import type { ChangeRow } from './change-row.ts';

/**
 * Which reports a full record keeps, whatever the order of reading: the first one of each origin, then the second ones,
 * and so on, the earliest before, those before all that an editor accepted, and last those that one rejected. So many
 * reports of one outlet never keep another one out.
 * @param words the items that stand accepted and rejected
 */
export function inOrderOfKeeping(
  evidence: readonly Evidence[],
  { accepted, rejected }: Pick<ChangeRow, 'accepted' | 'rejected'> = {},
): Evidence[] {
  const worth = ({ itemId }: Evidence) =>
    Number(accepted?.has(itemId) ?? 0) - Number(rejected?.has(itemId) ?? 0);
  const counts = new Map<string, number>();
  return evidence
    .toSorted(bySaidAt)
    .map((one) => {
      const rank = counts.get(one.origin) ?? 0;
      counts.set(one.origin, rank + 1);
      return { one, rank };
    })
    .toSorted((a, b) => worth(b.one) - worth(a.one) || a.rank - b.rank || bySaidAt(a.one, b.one))
    .map(({ one }) => one);
}

/**
 * What is kept of one item's report that is told a second time: the words of its later version, and the earliest times
 * at which it was published and said so. Whichever is told first, the outcome is the same. Held against other claims than
 * before, or by another reader, it counts as it was judged last.
 */
export function merged(kept: Evidence, told: Evidence): Evidence {
  const [publishedAt = kept.publishedAt] = [kept.publishedAt, told.publishedAt].toSorted();
  const [saidAt = kept.saidAt] = [kept.saidAt, told.saidAt].toSorted();
  const isSameJudge = told.heldAgainst === kept.heldAgainst && told.reader === kept.reader;
  const isNewer = isSameJudge ? isLater(told, kept) || wordsOf(told) === wordsOf(kept) : true;
  const { isReplayed: _, ...words } = isNewer ? told : kept;
  return {
    ...words,
    ...(kept.keptAt && { keptAt: kept.keptAt }),
    // What was told stays told, and what was not is not for being judged again.
    ...(kept.isReplayed && { isReplayed: true as const }),
    publishedAt,
    saidAt,
  };
}

/** Of one version of an item the later in the alphabet, so that order does not matter; of the same words, as they are judged now. */
function isLater(told: Evidence, kept: Evidence): boolean {
  if (told.wordedAt !== kept.wordedAt) return told.wordedAt > kept.wordedAt;
  return wordsOf(told) > wordsOf(kept);
}

function wordsOf({ wordedAt, title, quote, source, link }: Evidence): string {
  return [wordedAt, title, quote, source, link].join('\n');
}

/** Whether two readers' words on one item differ in more than who they are. */
export function saysOtherwise(one: Evidence, other: Evidence): boolean {
  return one.quote !== other.quote || JSON.stringify(one.value) !== JSON.stringify(other.value);
}

function bySaidAt(a: Evidence, b: Evidence): number {
  return a.saidAt.localeCompare(b.saidAt) || a.itemId.localeCompare(b.itemId);
}

const FIELDS = ['publishedAt', 'saidAt', 'wordedAt', 'quote', 'title', 'heldAgainst'] as const;

/** The condition that a report, `#e`, is still there as it was read. */
export function asRead(known: Evidence) {
  return {
    condition: FIELDS.map((field) => `#e.#${field} = :${field}`).join(' AND '),
    names: {
      '#e': `e_${known.itemId}`,
      ...Object.fromEntries(FIELDS.map((field) => [`#${field}`, field])),
    },
    values: Object.fromEntries(FIELDS.map((field) => [`:${field}`, known[field]])),
  };
}

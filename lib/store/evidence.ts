import type { Evidence } from '../model/report.ts';

/** A record keeps the earliest so many reports: whatever the order of reading, the same ones. */
export const MAX_EVIDENCE = 60;

/**
 * What is kept of one item's report that is told a second time: the words of its later version, and the earliest times
 * at which it was published and said so. Whichever is told first, the outcome is the same.
 */
export function merged(kept: Evidence, told: Evidence): Evidence {
  const [publishedAt = kept.publishedAt] = [kept.publishedAt, told.publishedAt].toSorted();
  const [saidAt = kept.saidAt] = [kept.saidAt, told.saidAt].toSorted();
  return { ...(isLater(told, kept) ? told : kept), publishedAt, saidAt };
}

function isLater(told: Evidence, kept: Evidence): boolean {
  if (told.wordedAt !== kept.wordedAt) return told.wordedAt > kept.wordedAt;
  const words = ({ title, quote, source, link }: Evidence) => [title, quote, source, link].join('\n');
  return words(told) > words(kept);
}

export function bySaidAt(a: Evidence, b: Evidence): number {
  return a.saidAt.localeCompare(b.saidAt) || a.itemId.localeCompare(b.itemId);
}

import type { Evidence } from '../model/report.ts';

/**
 * What is kept of one item's report that is told a second time: the words of its later edition, where the feed dates
 * none what its outlet says now, and when it was published first.
 */
export function edited(kept: Evidence, told: Evidence): Evidence {
  const isLater =
    told.editedAt > kept.editedAt || (told.editedAt === kept.editedAt && told.source === kept.source);
  const [publishedAt = kept.publishedAt] = [kept.publishedAt, told.publishedAt].toSorted();
  return { ...(isLater ? told : kept), publishedAt };
}

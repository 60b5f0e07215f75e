import type { Telling } from '../../monitor/announce.ts';
import { recordData, type WordedRecord } from '../worded.ts';

/** An announcement as data for machines. */
export interface AnnouncementData {
  /** `claimwatch.change`, `claimwatch.withdrawal` or `claimwatch.standing`. */
  readonly type: string;
  readonly id: string;
  readonly story: string;
  /** The address of the article. */
  readonly article: string;
  readonly claim: { readonly id: string; readonly text: string } | null;
  readonly record: WordedRecord | null;
  readonly standing: { readonly before: string; readonly after: string } | null;
  /** Why a claim stands otherwise without a new record. */
  readonly cause: string | null;
  /** Of a withdrawal: how and when it was told first. */
  readonly told: { readonly as: string; readonly at: string | null } | null;
}

/** An announcement as data, small enough for where it goes: reports are left out from the end. @param most bytes of its JSON */
export function announcementData({ announcement, story }: Telling, most: number): AnnouncementData {
  const { about, id, move } = announcement;
  const record = about === 'standing' ? announcement.because : announcement.record;
  const claim = about === 'standing' ? announcement.move.claim : announcement.claim;
  const whole: AnnouncementData = {
    type: `claimwatch.${about}`,
    id,
    story: story.baseline.story,
    article: story.baseline.article.url,
    claim: claim && { id: claim.id, text: claim.text },
    record: record && recordData(record, story),
    standing: move && { before: move.before, after: move.after },
    cause: about === 'standing' ? announcement.cause : null,
    told: about === 'withdrawal' ? announcement.told : null,
  };
  for (let count = whole.record?.evidence.length ?? 0; ; count = Math.floor(count / 2)) {
    const data = whole.record
      ? { ...whole, record: { ...whole.record, evidence: whole.record.evidence.slice(0, count) } }
      : whole;
    if (count === 0 || new TextEncoder().encode(JSON.stringify(data)).length <= most) return data;
  }
}

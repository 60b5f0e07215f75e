import pLimit from 'p-limit';
import { isVoice } from '../compare/fold/likelihood.ts';
import type { Answer, Reader, ReaderIdentity } from '../model/answer.ts';
import type { Item } from '../model/item.ts';
import type { Report } from '../model/report.ts';
import type { Story } from '../model/story.ts';
import { daysAfter } from '../text/edtf.ts';
import { changeOf, judge } from './judge.ts';
import type { Changes } from './ports.ts';

/** Who judges a story's items: a reader at once, or one that they wait for. */
export type Judge =
  | { readonly waits: false; readonly reader: Reader }
  | { readonly waits: true; readonly reader: ReaderIdentity };

/** What recording came to. `changes` counts the reported values that are new, `evidence` the reports written. */
export interface Recorded {
  readonly changes: number;
  readonly evidence: number;
  /** For each of the new changes, the seconds from its report to its record. */
  readonly lags: readonly number[];
  /** Items that the reader did not judge, each with the reason. */
  readonly unread: readonly UnreadItem[];
}

interface UnreadItem {
  readonly story: string;
  readonly guid: string;
  readonly why: string;
  /** It is asked about again by the next run. */
  readonly retry: boolean;
}

export interface RecorderPorts {
  readonly records: Changes;
  readonly now: () => Date;
  /** What is recorded stands until the story's own reader has judged the item. */
  readonly isMeanwhile?: boolean;
  /** Items of the past are judged anew: what is found is told to nobody. */
  readonly isReplay?: boolean;
}

export const NOTHING_RECORDED: Recorded = { changes: 0, evidence: 0, lags: [], unread: [] };

/** For so long a mark of a turn is kept that only one report has: ten times as long as others may take to come. */
const MARK_KEPT_DAYS = 30;

/** So many groups of items are judged at a time. */
const GROUPS_AT_ONCE = 8;

/** Items of one story from one feed, which a reader may be asked about in one request. */
export interface Group {
  readonly story: Story;
  readonly items: readonly Item[];
}

/** Told of each item: that it was judged, once its reports are recorded, or why it was not. */
export interface Listener {
  readonly judged?: (item: Item, reports: readonly Report[]) => Promise<void> | void;
  readonly failed?: (item: Item, why: Extract<Answer, { outcome: 'failed' }>) => Promise<void> | void;
}

/** Items by the first feed that carries them; of several versions, or where no feed is known, each stands alone. */
export function groupByFeed(story: Story, items: readonly Item[]): Group[] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const feed = item.feeds?.[0] ?? `item ${item.id}`;
    groups.set(feed, [...(groups.get(feed) ?? []), item]);
  }
  return [...groups.values()].map((own) => ({ story, items: own }));
}

/**
 * Judges items that are kept and records what they report. Where a write fails the others end first: nothing is written
 * after the failure is told.
 */
export async function recordGroups(
  groups: readonly Group[],
  reader: Reader,
  ports: RecorderPorts,
  listener: Listener = {},
  signal?: AbortSignal,
): Promise<Recorded> {
  const limit = pLimit(GROUPS_AT_ONCE);
  const settled = await Promise.allSettled(
    groups.map((group) => limit(() => recordGroup(group, reader, ports, listener, signal))),
  );
  let recorded = NOTHING_RECORDED;
  for (const each of settled) {
    if (each.status === 'rejected') throw each.reason;
    recorded = together(recorded, each.value);
  }
  return recorded;
}

async function recordGroup(
  { story, items }: Group,
  reader: Reader,
  ports: RecorderPorts,
  { judged, failed }: Listener,
  signal?: AbortSignal,
): Promise<Recorded> {
  let recorded = NOTHING_RECORDED;
  const judgements = await judge(reader, story, items, signal);
  for (const [i, judgement] of judgements.entries()) {
    const item = items[i];
    if (!item) continue;
    if (judgement.outcome === 'failed') {
      const { why, retry } = judgement;
      const unread = [{ story: story.baseline.story, guid: item.guid, why, retry }];
      recorded = together(recorded, { ...NOTHING_RECORDED, unread });
      await failed?.(item, judgement);
    } else {
      recorded = together(recorded, await recordReports(item, judgement.reports, story, ports));
      await judged?.(item, judgement.reports);
    }
  }
  return recorded;
}

async function recordReports(
  item: Item,
  reports: readonly Report[],
  story: Story,
  { records, now, isMeanwhile = false, isReplay = false }: RecorderPorts,
): Promise<Recorded> {
  const time = now();
  const slug = story.baseline.story;
  const lags: number[] = [];
  let evidence = 0;
  for (const report of reports) {
    const marks = {
      ...(isMeanwhile && { isMeanwhile: true as const }),
      ...(isReplay && { isReplayed: true as const }),
    };
    const told = { ...report.evidence, heldAgainst: story.digest, ...marks };
    // One report that marks a turn comes to nothing unless another outlet has it within days.
    const isLonely = report.claimId === null && !isVoice(told);
    const goesAt = isLonely ? daysAfter(time, MARK_KEPT_DAYS) : null;
    const answer = await records.addEvidence(changeOf(slug, report), told, time.toISOString(), goesAt);
    // Marks of turns are many; what they come to is folded.
    if (report.claimId === null) continue;
    if (answer === 'created') lags.push(Math.round((time.getTime() - Date.parse(item.saidAt)) / 1000));
    if (answer !== 'known') evidence += 1;
  }
  return { changes: lags.length, evidence, lags, unread: [] };
}

export function together(one: Recorded, other: Recorded): Recorded {
  return {
    changes: one.changes + other.changes,
    evidence: one.evidence + other.evidence,
    lags: [...one.lags, ...other.lags],
    unread: [...one.unread, ...other.unread],
  };
}

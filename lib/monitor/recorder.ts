import pLimit from 'p-limit';
import type { Gate } from '../compare/gate.ts';
import type { Reader } from '../model/answer.ts';
import type { Item } from '../model/item.ts';
import type { Report } from '../model/report.ts';
import type { Story } from '../model/story.ts';
import { daysAfter } from '../text/edtf.ts';
import { changeOf, judge } from './judge.ts';
import type { Changes, Items, Stories } from './ports.ts';

/** What recording came to. `changes` counts the reported values that are new, `evidence` the reports written. */
export interface Recorded {
  readonly changes: number;
  readonly evidence: number;
  /** For each of the new changes, the seconds from its report to its record. */
  readonly lags: readonly number[];
  /** Items that the reader did not judge, each with the reason. */
  readonly unread: readonly Unread[];
}

interface Unread {
  readonly story: string;
  readonly guid: string;
  readonly why: string;
  /** It is asked about again by the next run. */
  readonly retry: boolean;
}

export interface RecorderPorts {
  readonly records: Stories & Items & Changes;
  readonly gate: Gate;
  readonly reader: Reader;
  readonly now: () => Date;
  /** For how many days an item is kept that a story's gate let through. */
  readonly keepDays: number;
}

export const NOTHING_RECORDED: Recorded = { changes: 0, evidence: 0, lags: [], unread: [] };

/** So many groups of items are judged at a time. */
const GROUPS_AT_ONCE = 8;

/** Items of one story from one feed, which a reader may be asked about in one request. */
export interface Group {
  readonly story: Story;
  readonly items: readonly Item[];
  /** So often they were tried before. */
  readonly tries?: number;
}

/** Told of an item that was judged, and of what it reports. */
export type Judged = (item: Item, reports: readonly Report[], story: Story) => Promise<void> | void;

/** Whether a story's gate lets an item through, which is then kept. */
export async function keepIfGated(item: Item, story: Story, ports: RecorderPorts): Promise<boolean> {
  const { records, gate, reader, now, keepDays } = ports;
  if (!gate(story, item).passed) return false;
  const until = daysAfter(now(), keepDays);
  await records.keepItem(story.baseline.story, item, until, reader.isRemote);
  return true;
}

/** Items by the first feed that carries them; one of which none is known stands alone. */
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
 * @param judged told of each item that was judged, once its reports are recorded
 */
export async function recordGroups(
  groups: readonly Group[],
  ports: RecorderPorts,
  judged: Judged = () => {},
): Promise<Recorded> {
  const limit = pLimit(GROUPS_AT_ONCE);
  const settled = await Promise.allSettled(
    groups.map((group) => limit(() => recordGroup(group, ports, judged))),
  );
  let recorded = NOTHING_RECORDED;
  for (const each of settled) {
    if (each.status === 'rejected') throw each.reason;
    recorded = together(recorded, each.value);
  }
  return recorded;
}

async function recordGroup(
  { story, items, tries = 0 }: Group,
  ports: RecorderPorts,
  judged: Judged,
): Promise<Recorded> {
  let recorded = NOTHING_RECORDED;
  const judgements = await judge(ports.reader, story, items);
  for (const [i, judgement] of judgements.entries()) {
    const item = items[i];
    if (!item) continue;
    if (judgement.outcome === 'failed') {
      const { why, retry, isItsOwn } = judgement;
      const slug = story.baseline.story;
      const unread = [{ story: slug, guid: item.guid, why, retry }];
      if (retry) await ports.records.noteUnread(slug, item, why, tries + (isItsOwn ? 1 : 0));
      recorded = together(recorded, { ...NOTHING_RECORDED, unread });
    } else {
      recorded = together(recorded, await recordReports(item, judgement.reports, story, ports));
      await judged(item, judgement.reports, story);
    }
  }
  return recorded;
}

async function recordReports(
  item: Item,
  reports: readonly Report[],
  story: Story,
  { records, now }: RecorderPorts,
): Promise<Recorded> {
  const time = now();
  const slug = story.baseline.story;
  const lags: number[] = [];
  let evidence = 0;
  for (const report of reports) {
    const told = { ...report.evidence, heldAgainst: story.digest };
    const answer = await records.addEvidence(changeOf(slug, report), told, time.toISOString());
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

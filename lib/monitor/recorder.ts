import type { Item } from '../model/item.ts';
import type { Report } from '../model/report.ts';
import type { Story } from '../model/story.ts';
import { changeOf, type Judge } from './judge.ts';
import type { Changes, Items } from './ports.ts';

/** What recording came to. `changes` counts the reported values that are new, `evidence` the reports written. */
export interface Recorded {
  readonly changes: number;
  readonly evidence: number;
  /** For each of the new changes, the seconds from its report to its record. */
  readonly lags: readonly number[];
}

export interface RecorderPorts {
  readonly records: Items & Changes;
  readonly judge: Judge;
  readonly now: () => Date;
  /** For how many days an item is kept that a story's gate let through. */
  readonly keepDays: number;
}

export const NOTHING_RECORDED: Recorded = { changes: 0, evidence: 0, lags: [] };

const DAY_MS = 24 * 3_600_000;

/** Holds an item against a story, keeps it where the gate lets it through, and records what it reports. */
export async function recordItem(item: Item, story: Story, ports: RecorderPorts): Promise<Recorded> {
  const { records, judge, now, keepDays } = ports;
  const { gate, reports } = judge(story, item);
  if (!gate.passed) return NOTHING_RECORDED;
  const until = new Date(now().getTime() + keepDays * DAY_MS);
  await records.keepItem(story.baseline.story, item, until);
  return recordReports(item, reports, story, ports);
}

/** Records what an item reports that is kept already. */
export async function recordKept(item: Item, story: Story, ports: RecorderPorts): Promise<Recorded> {
  return recordReports(item, ports.judge(story, item).reports, story, ports);
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
  return { changes: lags.length, evidence, lags };
}

export function together(one: Recorded, other: Recorded): Recorded {
  return {
    changes: one.changes + other.changes,
    evidence: one.evidence + other.evidence,
    lags: [...one.lags, ...other.lags],
  };
}

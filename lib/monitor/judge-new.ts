import type { Gate } from '../compare/gate.ts';
import type { Item } from '../model/item.ts';
import type { Story } from '../model/story.ts';
import { daysAfter } from '../text/edtf.ts';
import type { Changes, Items, Progress } from './ports.ts';
import {
  groupByFeed,
  type Judge,
  NOTHING_RECORDED,
  type Recorded,
  type RecorderPorts,
  recordGroups,
  together,
} from './recorder.ts';
import type { Work } from './work.ts';

export interface JudgeNewPorts extends RecorderPorts {
  readonly records: Items & Changes;
  readonly gate: Gate;
  readonly judgeOf: (story: Story) => Judge;
  /** For how many days an item is kept that a story's gate let through. */
  readonly keepDays: number;
  readonly tell?: (progress: Progress) => void;
}

export interface JudgedNew extends Recorded {
  /** The stories with items that came to wait for their reader. */
  readonly awaited: readonly string[];
}

/** Keeps what the gates let through, and judges it or lets it wait for its story's reader. */
export async function judgeNew(work: readonly Work[], ports: JudgeNewPorts): Promise<JudgedNew> {
  const { records, gate, judgeOf, keepDays, now, tell } = ports;
  const until = daysAfter(now(), keepDays);
  const gated = new Map<Story, Item[]>();
  const awaited = new Set<string>();
  for (const { item, stories } of work)
    for (const story of stories) {
      if (!gate(story, item).passed) continue;
      const slug = story.baseline.story;
      const { waits } = judgeOf(story);
      const isWritten = await records.keepItem(slug, item, until, waits ? now() : null);
      if (!waits) gated.set(story, [...(gated.get(story) ?? []), item]);
      else if (isWritten) awaited.add(slug);
    }
  const of = [...gated.values()].flat().length;
  let done = 0;
  let recorded = NOTHING_RECORDED;
  for (const [story, items] of gated) {
    const judge = judgeOf(story);
    if (judge.waits) continue;
    const judged = () => tell?.({ step: 'item', done: ++done, of });
    recorded = together(
      recorded,
      await recordGroups(groupByFeed(story, items), judge.reader, ports, { judged }),
    );
  }
  return { ...recorded, awaited: [...awaited].toSorted() };
}

import type { Gates } from '../compare/gates.ts';
import { type Deadline, noDeadline } from '../model/deadline.ts';
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
  /** Loaded where something is to be judged. */
  readonly openGates: () => Promise<Gates>;
  /** How long the gates may take. @default as long as it takes */
  readonly deadline?: Deadline;
  readonly judgeOf: (story: Story) => Judge;
  /** For how many days an item is kept that a story's gate let through. */
  readonly keepDays: number;
  readonly tell?: (progress: Progress) => void;
}

export interface JudgedNew extends Recorded {
  /** The stories with items that came to wait for their reader. */
  readonly awaited: readonly string[];
  /** What took too long to judge. */
  readonly overruns: readonly Overrun[];
}

/** An item that was left: it took too long itself, or the others of its feed did. */
export interface Overrun {
  readonly feed: string;
  readonly itemId: string;
  readonly of: 'item' | 'feed';
}

/** Keeps what the gates let through, and judges it or lets it wait for its story's reader. */
export async function judgeNew(work: readonly Work[], ports: JudgeNewPorts): Promise<JudgedNew> {
  const { records, judgeOf, keepDays, now, tell } = ports;
  const until = daysAfter(now(), keepDays);
  const { gated, overruns } = throughGates(work, await ports.openGates(), ports);
  const awaited = new Set<string>();
  const toJudge = new Map<Story, Item[]>();
  for (const { item, story } of gated) {
    const slug = story.baseline.story;
    const { waits } = judgeOf(story);
    const isWritten = await records.keepItem(slug, item, until, waits ? now() : null);
    if (!waits) toJudge.set(story, [...(toJudge.get(story) ?? []), item]);
    else if (isWritten) awaited.add(slug);
  }
  const of = [...toJudge.values()].flat().length;
  let done = 0;
  let recorded = NOTHING_RECORDED;
  for (const [story, items] of toJudge) {
    const judge = judgeOf(story);
    if (judge.waits) continue;
    const judged = () => tell?.({ step: 'item', done: ++done, of });
    recorded = together(
      recorded,
      await recordGroups(groupByFeed(story, items), judge.reader, ports, {
        judged,
        failed: (item, { overran }) => void (overran && overruns.push(overrunOf(item, overran))),
      }),
    );
  }
  return { ...recorded, awaited: [...awaited].toSorted(), overruns };
}

/** What the gates of their stories let through, in order. */
function throughGates(
  work: readonly Work[],
  gates: Gates,
  { deadline = noDeadline }: JudgeNewPorts,
): { readonly gated: readonly { item: Item; story: Story }[]; readonly overruns: Overrun[] } {
  const gated: { item: Item; story: Story }[] = [];
  const overruns: Overrun[] = [];
  for (const own of byFeed(work)) {
    const passing = deadline(own, ({ item, stories }) => gates(stories, item));
    for (const [i, timed] of passing.entries()) {
      const item = own[i]?.item;
      if (!item) continue;
      if (timed.outcome === 'done') gated.push(...timed.result.map((story) => ({ item, story })));
      else overruns.push(overrunOf(item, timed.of));
    }
  }
  return { gated, overruns };
}

function overrunOf({ id, feeds: [feed = ''] = [] }: Item, of: Overrun['of']): Overrun {
  return { feed, itemId: id, of };
}

/** Items by the first feed that carries them, those of one feed in their order. */
function byFeed(work: readonly Work[]): Work[][] {
  const feeds = new Map<string, Work[]>();
  for (const each of work) {
    const feed = each.item.feeds?.[0] ?? '';
    feeds.set(feed, [...(feeds.get(feed) ?? []), each]);
  }
  return [...feeds.values()];
}

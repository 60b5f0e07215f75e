import { createGate } from '../../lib/compare/gate.ts';
import type { Item } from '../../lib/model/item.ts';
import type { Story } from '../../lib/model/story.ts';
import { storyOf } from '../../lib/monitor/story.ts';
import { createJudge } from '../../lib/readers/rules/judge.ts';
import { defaultFolders, openStream } from '../score/stream.ts';

/** How fast items are judged on one core. Prints figures, asserts nothing: they depend on the machine, their ratio less. */

/** How long each measure runs, in milliseconds. */
const LONG_ENOUGH = 2_000;
/** One item in so many is of the story, as feeds of general news have it. */
const MIX = 20;

const streams = await Promise.all(defaultFolders().map(openStream));
const stories = streams.map(({ baseline, items }) => ({ story: storyOf(baseline), items }));
const rules = createJudge();
const gate = createGate();
/** An item held against a story as a check does it. */
const judge = (story: Story, item: Item) => gate(story, item).passed && rules(story.baseline, item);
/** As it comes from a feed: not read before. */
const fresh = (item: Item): Item => ({ ...item });

function itemsPerSecond(pairs: () => Iterable<() => unknown>): number {
  const start = process.cpuUsage();
  const used = () => {
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  };
  let count = 0;
  while (used() < LONG_ENOUGH) {
    for (const work of pairs()) {
      work();
      count += 1;
    }
  }
  return Math.round((1000 * count) / used());
}

function* ownItems(): Iterable<() => unknown> {
  for (const { story, items } of stories) for (const item of items) yield () => judge(story, fresh(item));
}

function* mixedItems(): Iterable<() => unknown> {
  for (const [i, { story, items }] of stories.entries()) {
    const others = stories.filter((_, k) => k !== i).flatMap((other) => other.items);
    const own = items.filter((_, k) => k % MIX === 0);
    for (const item of [...own, ...others.slice(0, own.length * (MIX - 1))])
      yield () => judge(story, fresh(item));
  }
}

const mixed = itemsPerSecond(mixedItems);
const own = itemsPerSecond(ownItems);
process.stdout.write(`items judged a second on one core, one in ${MIX} of the story: ${mixed}
the same, all of the story: ${own} (ratio ${(mixed / own).toFixed(1)})
`);
for (const { close } of streams) close();

import { execFileSync } from 'node:child_process';
import { prepareStory } from '../../lib/compare/claims.ts';
import { judge } from '../../lib/monitor/engine.ts';
import { defaultFolders, openStream } from './stream.ts';

/**
 * How fast items are judged on one core, and what loading the engine costs. Prints figures, asserts nothing:
 * they depend on the machine, their ratio less.
 */

/** How long each measure runs, in milliseconds. */
const LONG_ENOUGH = 2_000;
/** One item in so many is of the story, as feeds of general news have it. */
const MIX = 20;

const streams = await Promise.all(defaultFolders().map(openStream));
const stories = streams.map(({ baseline, items }) => ({ story: prepareStory(baseline), items }));

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
  for (const { story, items } of stories) for (const item of items) yield () => judge(story, item);
}

function* mixedItems(): Iterable<() => unknown> {
  for (const [i, { story, items }] of stories.entries()) {
    const others = stories.filter((_, k) => k !== i).flatMap((other) => other.items);
    const own = items.filter((_, k) => k % MIX === 0);
    for (const item of [...own, ...others.slice(0, own.length * (MIX - 1))]) yield () => judge(story, item);
  }
}

/** CPU that a process spends until a module is loaded, in milliseconds, beside one that loads nothing. */
function loading(module: string | null): number {
  const code = `${module ? `await import(${JSON.stringify(module)});` : ''}const { user, system } = process.cpuUsage(); process.stdout.write(String((user + system) / 1000));`;
  return Math.round(
    Number(execFileSync('node_modules/.bin/tsx', ['--input-type=module', '-e', code], { encoding: 'utf8' })),
  );
}

const mixed = itemsPerSecond(mixedItems);
const own = itemsPerSecond(ownItems);
const [empty, engine] = [loading(null), loading(`${process.cwd()}/lib/monitor/engine.ts`)];
process.stdout.write(`items judged a second on one core, one in ${MIX} of the story: ${mixed}
the same, all of the story: ${own} (ratio ${(mixed / own).toFixed(1)})
CPU to load the engine from source: ${engine} ms, an empty process ${empty} ms (ratio ${(engine / empty).toFixed(1)})
`);
for (const { close } of streams) close();

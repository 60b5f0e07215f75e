import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bridgeAnswers } from '../support/bridge-answers.ts';
import { playWatch } from '../support/played-watch.ts';
import { BRIDGE_COVERAGE, item } from '../support/story.ts';

/** What a watch on a laptop takes over 24 played hours, with 20 feeds of an item an hour each. */

const FEEDS = 20;
const HOURS = 24;
const START = Date.parse('2026-03-03T06:00:00Z');

const home = process.cwd();
const folder = await mkdtemp(join(tmpdir(), 'claimwatch-watching-'));
process.chdir(folder);
writeFileSync(
  'answers.jsonl',
  bridgeAnswers()
    .map((line) => JSON.stringify(line))
    .join('\n'),
);
const other = Array.from({ length: FEEDS }, (_, feed) =>
  Array.from({ length: HOURS + 20 }, (_, hour) =>
    item({
      title: `Council of district ${feed} meets about matter ${hour}`,
      source: `Outlet ${feed}`,
      publishedAt: new Date(START + (hour - 20) * 3_600_000 + feed * 60_000).toISOString(),
    }),
  ),
).flat();
const memory: number[] = [];
let looks = 0;
const began = process.cpuUsage();
const { out, asked } = await playWatch({
  items: [...BRIDGE_COVERAGE, ...other].toSorted((a, b) => a.publishedAt.localeCompare(b.publishedAt)),
  from: new Date(START).toISOString(),
  to: new Date(START + HOURS * 3_600_000).toISOString(),
  looked: () => {
    looks += 1;
    memory.push(process.memoryUsage().heapUsed / 1e6);
  },
});
const { user, system } = process.cpuUsage(began);
const quarter = Math.floor(memory.length / 4);
const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const requests = [...asked.values()].reduce((sum, times) => sum + times.length, 0);
process.stdout.write(
  `watching ${FEEDS + 2} feeds for ${HOURS} played hours: ${looks} looks, ${requests} requests, ${out.length} changes told; ${((user + system) / 1e6).toFixed(1)} s of CPU with the feeds' server, ${((user + system) / 1000 / looks).toFixed(0)} ms a look; heap ${median(memory.slice(0, quarter)).toFixed(0)} MB in the first quarter, ${median(memory.slice(-quarter)).toFixed(0)} MB in the last\n`,
);
process.chdir(home);
await rm(folder, { recursive: true });

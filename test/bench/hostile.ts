import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { claimwatch } from '../support/cli.ts';
import { HOSTILE_INPUTS, HOSTILE_RUN } from '../support/hostile-documents.ts';
import { BRIDGE } from '../support/story.ts';

/**
 * What hostile documents cost a run by rules, each in a process of its own, beside an ordinary one, and what it comes to.
 * Prints figures, asserts nothing.
 */

interface Cost {
  readonly bytes: number;
  readonly cpuMs: number;
  readonly rssMb: number;
  readonly outcome: string;
}

/** One run in this process, from its start, without loading the code. */
async function measure(n: number): Promise<Cost> {
  const input = HOSTILE_INPUTS[n];
  if (!input) throw new Error(`There is no input ${n}`);
  const folder = mkdtempSync(join(tmpdir(), 'claimwatch-hostile-'));
  process.chdir(folder);
  const document = input.document();
  writeFileSync('feed.xml', document);
  writeFileSync('story.json', JSON.stringify(input.baseline?.() ?? BRIDGE));
  const before = process.cpuUsage();
  const { out, err } = await claimwatch(HOSTILE_RUN);
  const { user, system } = process.cpuUsage(before);
  const listed = (await claimwatch(['feeds', 'list', '--json'])).out;
  const faults = listed ? (JSON.parse(listed).feeds[0]?.state?.faults ?? []) : [];
  process.chdir(tmpdir());
  rmSync(folder, { recursive: true });
  const summary = /\d+ feeds?[^\n]*/.exec(out)?.[0] ?? err.split('\n')[1]?.trim() ?? '';
  return {
    bytes: document.length,
    cpuMs: Math.round((user + system) / 1000),
    rssMb: Math.round(process.resourceUsage().maxRSS / 1024),
    outcome: [summary, ...faults].join('; ').slice(0, 150),
  };
}

const own = fileURLToPath(import.meta.url);
const [, , n] = process.argv;
if (n === undefined) {
  const line = (...cells: readonly string[]) =>
    process.stdout.write(
      `${(cells[0] ?? '').padEnd(46)}${cells
        .slice(1, 5)
        .map((each) => each.padStart(9))
        .join('')}  ${cells[5] ?? ''}\n`,
    );
  line('input', 'kB', 'CPU ms', 'ratio', 'MB', 'outcome');
  let ordinary = 1;
  for (const [i, { what }] of HOSTILE_INPUTS.entries()) {
    const { stdout, stderr } = spawnSync('node_modules/.bin/tsx', [own, String(i)], {
      encoding: 'utf8',
    });
    if (stdout === '') throw new Error(stderr);
    const { bytes, cpuMs, rssMb, outcome }: Cost = JSON.parse(stdout);
    if (i === 0) ordinary = cpuMs;
    line(
      what,
      String(Math.round(bytes / 1000)),
      String(cpuMs),
      (cpuMs / ordinary).toFixed(1),
      String(rssMb),
      outcome,
    );
  }
} else process.stdout.write(JSON.stringify(await measure(Number(n))));

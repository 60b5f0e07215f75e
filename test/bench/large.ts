import pLimit from 'p-limit';
import { MAX_EVIDENCE } from '../../lib/model/limits.ts';
import type { Value } from '../../lib/model/value.ts';
import { foldedOf } from '../../lib/monitor/folded.ts';
import type { KeptStory, Records } from '../../lib/monitor/ports.ts';
import { storyOf } from '../../lib/monitor/story.ts';
import { LIKELY_TURN } from '../../lib/readers/rules/likely.ts';
import { openLocalTable } from '../../lib/store/local-table.ts';
import { changeWith } from '../support/evidence.ts';
import { BRIDGE, UNJUDGED } from '../support/story.ts';
import { clientAt, freshTable } from '../support/table.ts';

/** The largest things a table holds: what writing and reading them takes, how large they are, and what comes back. Prints figures, asserts nothing. */

const START = Date.parse('2026-03-02T00:00:00Z');
const NOW = new Date('2026-06-01T00:00:00Z');
const many = <T>(count: number, make: (n: number) => T) => Array.from({ length: count }, (_, n) => make(n));
const lineOf = (n: number) => {
  const at = new Date(START + n * 60_000).toISOString();
  return `${at.slice(8, 10)} ${at.slice(11, 16)} Outlet ${n % 300} 0.6`;
};
const WORDS =
  'The harbour office of Norhaven said on Thursday that nine boats were damaged in the storm, two more than before. ';
const long = {
  quote: WORDS.repeat(5),
  title: WORDS.repeat(2),
  link: `https://outlet.example/${'a'.repeat(200)}`,
};

const local = await openLocalTable('claimwatch', null);
const { records } = await freshTable(clientAt(local.endpoint));
const out = (name: string, figures: string) => process.stdout.write(`${name.padEnd(44)}${figures}\n`);
async function timed<T>(work: () => Promise<T>): Promise<{ readonly ms: number; readonly result: T }> {
  const start = performance.now();
  const result = await work();
  return { ms: performance.now() - start, result };
}
const kb = (data: unknown) => `${Math.round(Buffer.byteLength(JSON.stringify(data)) / 1_000)} kB`;
const keptStory = async (baseline: typeof BRIDGE): Promise<KeptStory> => {
  await records.saveStory(storyOf(baseline));
  return { ...storyOf(baseline), ...UNJUDGED };
};
const addAll = (slug: string, changes: readonly ReturnType<typeof changeWith>[], goesAt: Date | null) =>
  pLimit(20).map(
    changes.flatMap((change) =>
      change.evidence.map((evidence) => ({ change: { ...change, story: slug }, evidence })),
    ),
    ({ change, evidence }) => records.addEvidence(change, evidence, NOW.toISOString(), goesAt),
  );
const read = (story: KeptStory, from: Records) => timed(() => from.changes(story));

process.stdout.write('\nlarge things in a table: milliseconds, bytes, what comes back\n');
const one = await keptStory({ ...BRIDGE, story: 'one' });
const reports = changeWith(
  'brandt-visit',
  'date',
  { kind: 'date', edtf: '2026-04-01' },
  many(1_000, lineOf),
  long,
);
const wrote = await timed(() => addAll('one', [reports], null));
const record = await read(one, records);
const [kept] = record.result;
const origins = new Set(kept?.evidence.map(({ origin }) => origin));
out(
  'a record that 1,000 items report',
  `${wrote.ms.toFixed(0)} ms to write, ${record.ms.toFixed(0)} to read, ${kb(kept)}, ${kept?.evidence.length} reports of ${origins.size} outlets (it holds ${MAX_EVIDENCE})`,
);

const claims = many(400, (n) => ({
  id: `claim-${n}`,
  text: `The council of Norhaven plans to open pier number ${n} on 1 April 2026.`,
}));
const put = await timed(() => keptStory({ ...BRIDGE, story: 'wide', claims }));
const row = await timed(() => records.story('wide'));
out(
  'a story of 400 claims',
  `${put.ms.toFixed(0)} ms to read its claims and write it, ${row.ms.toFixed(0)} to read, ${kb(row.result)}, ${row.result?.baseline.claims.length} claims`,
);

const turns = await keptStory({ ...BRIDGE, story: 'turns' });
const marks = many(24_000, (n) => {
  const value: Value = { kind: 'turn', name: `Turn ${n}`, mark: `mark-${n}` };
  return changeWith(null, 'turn', value, [lineOf(n)], { likely: LIKELY_TURN });
});
const marked = await timed(() => addAll('turns', marks, new Date('2026-07-01T00:00:00Z')));
const all = await read(turns, records);
const folded = await timed(async () => foldedOf(turns, all.result, NOW));
out(
  '24,000 rows of turns',
  `${(marked.ms / 1000).toFixed(0)} s to write, ${all.ms.toFixed(0)} ms to read, ${folded.ms.toFixed(0)} to fold, ${kb(all.result)}, ${all.result.length} rows; they go after a month`,
);
await local.close();

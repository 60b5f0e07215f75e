import { foldStory } from '../../lib/compare/fold/story.ts';
import type { StoredChange } from '../../lib/model/report.ts';
import type { Value } from '../../lib/model/value.ts';
import type { KeptStory } from '../../lib/monitor/ports.ts';
import { storyOf } from '../../lib/monitor/story.ts';
import { LIKELY_TURN } from '../../lib/readers/rules/likely.ts';
import { changeWith } from '../support/evidence.ts';
import { BRIDGE, UNJUDGED } from '../support/story.ts';

/** What folding large stories takes, in milliseconds, and what comes of it. Prints figures, asserts nothing. */

const START = Date.parse('2026-03-02T00:00:00Z');
const lineOf = (n: number, outlet: string) => {
  const at = new Date(START + n * 60_000).toISOString();
  return `${at.slice(8, 10)} ${at.slice(11, 16)} ${outlet} 0.6`;
};
const reports = (count: number, seed: number, name = 'Outlet') =>
  Array.from({ length: count }, (_, i) => lineOf((seed * 7 + i * 3) % 40_000, `${name} ${(seed + i) % 90}`));
const turn = (n: number): StoredChange => {
  const value: Value = { kind: 'turn', name: `Turn ${n}`, mark: `mark-${n}` };
  return changeWith(null, 'turn', value, reports(1 + (n % 12 === 0 ? 3 : 0), n), { likely: LIKELY_TURN });
};
const aloud = (change: StoredChange) => ({
  ...change,
  evidence: change.evidence.map((one) => ({ ...one, likely: 0.6 })),
});
const date = (claimId: string, n: number): StoredChange => {
  const edtf = new Date(START + (n % 300) * 86_400_000).toISOString().slice(0, 10);
  return changeWith(claimId, 'date', { kind: 'date', edtf }, reports(1 + (n % 5), n));
};
const many = <T>(count: number, make: (n: number) => T) => Array.from({ length: count }, (_, n) => make(n));
const claims = many(400, (n) => ({
  id: `claim-${n}`,
  text: `The council of Norhaven plans to open pier number ${n} on 1 April 2026.`,
}));
const small: KeptStory = { ...storyOf(BRIDGE), ...UNJUDGED };
const large: KeptStory = { ...storyOf({ ...BRIDGE, claims }), ...UNJUDGED };

const SHAPES: readonly (readonly [string, KeptStory, readonly StoredChange[]])[] = [
  [
    '10,000 rows, 9 in 10 turns',
    small,
    [...many(9_000, turn), ...many(1_000, (n) => date(BRIDGE.claims[n % BRIDGE.claims.length]?.id ?? '', n))],
  ],
  ['24,000 rows of turns', small, many(24_000, turn)],
  ['24,000 turns that count', small, many(24_000, turn).map(aloud)],
  [
    'a record of 1,000 reports',
    small,
    [changeWith('brandt-visit', 'date', { kind: 'date', edtf: '2026-04-01' }, reports(1_000, 0))],
  ],
  [
    'a turn of 1,000 reports',
    small,
    [changeWith(null, 'turn', { kind: 'turn', name: 'T', mark: 'm' }, reports(1_000, 0))],
  ],
  ['400 claims, 8,000 rows', large, many(8_000, (n) => date(`claim-${n % 400}`, n))],
];

process.stdout.write(`\nfolding, in ms: the first time, and the median of five more\n`);
for (const [name, story, changes] of SHAPES) {
  const runs = many(6, () => {
    const start = performance.now();
    const records = foldStory(story, changes, new Date('2027-01-01T00:00:00Z'));
    return { ms: performance.now() - start, records };
  });
  const [first, ...more] = runs.map(({ ms }) => ms);
  const told = runs[0]?.records ?? [];
  const evidence = told.reduce((sum, record) => sum + record.evidence.length, 0);
  const median = more.toSorted((a, b) => a - b)[2] ?? 0;
  process.stdout.write(
    `${name.padEnd(30)}${[first ?? 0, median].map((ms) => ms.toFixed(0).padStart(8)).join('')}   ${told.length} records, ${evidence} reports\n`,
  );
}

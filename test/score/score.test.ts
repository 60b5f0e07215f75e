import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { countsOf, type Figures, figuresOf, sumCounts } from './measure.ts';
import { recordsOf } from './records.ts';
import { defaultFolders, type Gold, openStream } from './stream.ts';

/** Rounding of the recorded figures. */
const SLACK = 0.001;
/** Less of it is better. */
const BURDENS = new Set<keyof Figures>(['noise']);

const recorded: Record<string, number> = JSON.parse(readFileSync('test/score/recorded.json', 'utf8'));

/** What fell below the recorded figures. */
function fallen(figures: Figures): string[] {
  return (Object.entries(figures) as [keyof Figures, number][])
    .filter(([name, share]) => {
      const loss = (recorded[name] ?? 0) - share;
      return (BURDENS.has(name) ? -loss : loss) > SLACK;
    })
    .map(([name, share]) => `${name} is ${share.toFixed(3)}, was ${recorded[name]}`);
}

test('the labelled streams score no worse than recorded (npm run score -- --record records anew)', async () => {
  const streams = await Promise.all(defaultFolders().map(openStream));
  const counts = streams.map((stream) => countsOf(stream.gold, recordsOf(stream)));
  for (const { close } of streams) close();
  expect(counts.length).toBeGreaterThanOrEqual(10);
  expect(fallen(figuresOf(sumCounts(counts)))).toEqual([]);
});

describe('the measures', () => {
  const gold: Gold = {
    developments: [
      { id: 'd1', claim: 'a', kind: 'scheduled', value: '2026-03-05', reports: ['1', '2'] },
      { id: 'd2', claim: null, kind: 'new', value: 'resigns', reports: ['3'] },
    ],
    items: { '1': 'develops', '2': 'develops', '3': 'develops', '4': 'background', '5': 'off-story' },
  };
  const record = (claimId: string | null, kind: string, value: string, guids: string[]) =>
    ({ claimId, kind, value, certainty: 'sure', evidence: guids.map((guid) => ({ guid })) }) as never;

  test('count what was found', () => {
    const figures = figuresOf(
      countsOf(gold, [record('a', 'scheduled', '5 March 2026 = 2026-03-05', ['1', '4'])]),
    );
    expect(figures).toMatchObject({
      pairPrecision: 0.5,
      pairRecall: 0.5,
      kind: 1,
      recordF1: 1,
      value: 1,
      firstReport: 1,
      noise: 0.5,
      turns: 0,
      surePrecision: 0.5,
    });
  });

  test('count a wrong kind as a pair, but not as a record', () => {
    const figures = figuresOf(countsOf(gold, [record('a', 'occurred', 'x', ['1', '2'])]));
    expect(figures).toMatchObject({ pairPrecision: 1, pairRecall: 1, kind: 0, recordPrecision: 0, noise: 0 });
  });

  test('see a loss', () => {
    const none = figuresOf(countsOf(gold, [record('b', 'occurred', 'x', ['4', '5'])]));
    expect(fallen(none).join()).toMatch(/pairPrecision is 0\.000.*noise is 1\.000/);
  });
});

import { describe, expect, test } from 'vitest';
import type { StoredChange } from '../../lib/model/report.ts';
import { bench, changesBy, story, TOLL } from '../support/announcing.ts';
import { decided } from '../support/evidence.ts';

/** What is told to nobody: what a story that was put quietly had before, and what a channel is too young for. */

describe('a story that was put quietly', () => {
  const quiet = { ...story, quietSince: '2026-03-06T00:00:00Z' };

  test('tells nothing of what was said until then, nor what that made of its claims', async () => {
    const { run, sent } = bench(quiet);
    await run(TOLL, '2026-03-06T08:00:00Z');
    expect(sent).toEqual([]);
  });

  test('tells what is said afterwards, and from where the claim stood', async () => {
    const { run, words } = bench(quiet);
    const next = changesBy(
      { 'The Paper': 'Norhaven storm: death toll rises to 11' },
      '2026-03-07T12:00:00.000Z',
    );
    await run([...TOLL, ...next], '2026-03-07T13:00:00Z');
    expect(words.map(({ subject, standing }) => [subject, standing])).toEqual([
      ['revised: storm-toll: 11 dead', null],
    ]);
  });

  test('also where it was told of before', async () => {
    const { run, sent } = bench();
    await run([]);
    const moved = changesBy({ 'The Paper': 'Norhaven bridge reopening delayed to 20 March' });
    await run(moved);
    const again = { ...story, quietSince: '2026-03-06T00:00:00Z' };
    await run([...moved, ...TOLL], '2026-03-06T08:00:00Z', { as: again });
    expect(sent).toEqual(['rescheduled: bridge-reopening: 20 March 2026']);
  });
});

describe('a channel that is younger than the records', () => {
  const kept = (changes: readonly StoredChange[], keptAt: string) =>
    changes.map((change) => ({ ...change, evidence: change.evidence.map((one) => ({ ...one, keptAt })) }));

  test('is told nothing of what was kept before, and all that is kept afterwards, whenever it was said', async () => {
    const { run, sent } = bench();
    const since = '2026-03-06T00:00:00Z';
    const old = kept(TOLL, '2026-03-05T12:00:00Z');
    await run(old, '2026-03-20T12:00:00Z', { since });
    // What only time brought about since then is news.
    expect(sent.toSorted()).toEqual(['bridge-reopening has lapsed', 'ferry-talks has lapsed']);
    const late = kept(
      changesBy({ 'The Paper': 'Norhaven bridge reopening delayed to 20 April' }),
      '2026-03-20T13:00:00Z',
    );
    await run([...old, ...late], '2026-03-20T14:00:00Z', { since });
    expect(sent.slice(2)).toEqual(['rescheduled: bridge-reopening: 20 April 2026']);
  });

  test('is told what an editor decides afterwards', async () => {
    const { run, sent } = bench();
    const since = '2026-03-06T00:00:00Z';
    const faint = kept(TOLL, '2026-03-05T12:00:00Z').map((change) => ({
      ...change,
      evidence: change.evidence.map((one) => ({ ...one, likely: 0.6 })),
    }));
    const accepted = faint.map((change) => {
      const after = decided(change, 'accepted');
      return {
        ...after,
        decisions: after.decisions.map((each) => ({ ...each, at: '2026-03-07T00:00:00Z' })),
      };
    });
    await run(accepted, '2026-03-07T12:00:00Z', { since });
    expect(sent).toEqual(['revised: storm-toll: 9 dead']);
  });
});

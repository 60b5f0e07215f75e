import { expect, test } from 'vitest';
import type { StoredChange } from '../../lib/model/report.ts';
import { bench, changesBy, story, TOLL } from '../support/announcing.ts';

/** What a replay finds or takes back is told to nobody, and is what later news is told against. */

const REPLAYED_AT = '2026-03-06T00:00:00.000Z';
const AFTER = { ...story, replayedAt: REPLAYED_AT };
const keptAt = (changes: readonly StoredChange[], at: string, isReplayed = false) =>
  changes.map((change) => ({
    ...change,
    evidence: change.evidence.map((one) => ({
      ...one,
      keptAt: at,
      ...(isReplayed && { isReplayed: true as const }),
    })),
  }));
const replayed = (changes: readonly StoredChange[]) => keptAt(changes, '2026-03-06T00:01:00.000Z', true);
const emptied = (changes: readonly StoredChange[]) => changes.map((change) => ({ ...change, evidence: [] }));
const DELAYED = changesBy({ 'The Paper': 'Norhaven bridge reopening delayed to 20 April' });

test('what it finds is told to nobody, nor what that made of its claim', async () => {
  const { run, sent } = bench(AFTER);
  await run(replayed(TOLL), '2026-03-06T08:00:00Z');
  expect(sent).toEqual([]);
});

test('a claim that it finds to be moved has not lapsed', async () => {
  const { run, sent } = bench(AFTER);
  await run(replayed(DELAYED), '2026-04-01T12:00:00Z');
  expect(sent).not.toContain('bridge-reopening has lapsed');
});

test('where the reader now reads another value, the claim does not stand as published again', async () => {
  const { run, sent } = bench();
  await run(keptAt(TOLL, '2026-03-05T12:00:00.000Z'), '2026-03-05T12:05:00Z');
  expect(sent).toEqual(['revised: storm-toll: 9 dead']);
  const other = changesBy({ 'The Paper': 'Norhaven storm: death toll rises to 10' });
  await run([...emptied(TOLL), ...replayed(other)], '2026-03-06T08:00:00Z', { as: AFTER });
  expect(sent).toHaveLength(1);
});

test('nor is it told that what it takes back is not said any more', async () => {
  const { run, sent } = bench();
  await run(keptAt(TOLL, '2026-03-05T12:00:00.000Z'), '2026-03-05T12:05:00Z');
  await run(emptied(TOLL), '2026-03-06T08:00:00Z', { as: AFTER });
  expect(sent).toHaveLength(1);
});

test('what was found before it, and not told yet, is told all the same', async () => {
  const { run, sent } = bench(AFTER);
  await run([...keptAt(TOLL, '2026-03-05T23:59:00.000Z'), ...replayed(DELAYED)], '2026-03-06T08:00:00Z');
  expect(sent).toEqual(['revised: storm-toll: 9 dead']);
});

test('what comes later is told against what it found', async () => {
  const { run, sent, words } = bench(AFTER);
  const later = keptAt(
    changesBy({ 'The Paper': 'Norhaven storm: death toll rises to 11' }, '2026-03-07T12:00:00.000Z'),
    '2026-03-07T12:01:00.000Z',
  );
  await run([...replayed(TOLL), ...later], '2026-03-07T13:00:00Z');
  expect(sent).toEqual(['revised: storm-toll: 11 dead']);
  expect(words[0]?.change).toMatchObject({ before: '9 dead', after: '11 dead' });
});

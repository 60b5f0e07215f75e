import { describe, expect, test } from 'vitest';
import { newSince } from '../../../lib/compare/fold/since.ts';
import { foldStory } from '../../../lib/compare/fold/story.ts';
import type { StoredChange } from '../../../lib/model/report.ts';
import { decided, surely } from '../../support/evidence.ts';
import { date, figure, STORY } from '../../support/ledger.ts';

const since = new Date('2026-03-06T00:00:00Z');
const recorded = (change: StoredChange, at: string): StoredChange => ({ ...change, recordedAt: at });
const BEFORE = '2026-03-05T12:00:00.000Z';
const AFTER = '2026-03-07T12:00:00.000Z';
const yes = (change: StoredChange, at: string): StoredChange => {
  const accepted = decided(change, 'accepted');
  return { ...accepted, decisions: accepted.decisions.map((one) => ({ ...one, at })) };
};
/** The same, with reports that were written at other times than they were published. */
const keptAt = (change: StoredChange, times: Readonly<Record<string, string>>): StoredChange => ({
  ...change,
  evidence: change.evidence.map((one) => ({ ...one, keptAt: times[one.itemId] ?? BEFORE })),
});
const toll = surely(figure(9, ['5 10:00 The Paper 0.9']));

describe('new to whoever looked on the sixth', () => {
  test.each<[string, readonly StoredChange[], number]>([
    ['what was recorded before is not', [recorded(toll, BEFORE)], 0],
    ['what was recorded after is', [recorded(toll, AFTER)], 1],
    [
      'nor is a further report of it',
      [recorded(surely(figure(9, ['5 10:00 A 0.9', '7 10:00 B 0.9'])), BEFORE)],
      0,
    ],
    [
      'what became sure by a later report is',
      [recorded(figure(9, ['5 10:00 A 0.7', '7 10:00 B 0.96']), BEFORE)],
      1,
    ],
    [
      'what became sure by a report that was read after the look, though it was published before',
      [recorded(keptAt(figure(9, ['5 10:00 A 0.7', '5 12:00 B 0.96']), { '5 12:00 B 0.96': AFTER }), BEFORE)],
      1,
    ],
    ['what an editor accepted since is', [recorded(yes(figure(9, ['5 10:00 A 0.7']), AFTER), BEFORE)], 1],
    ['what one accepted before is not', [recorded(yes(figure(9, ['5 10:00 A 0.7']), BEFORE), BEFORE)], 0],
    [
      'of two the one that came',
      [recorded(toll, BEFORE), recorded(surely(date('2026-03-14', '7 10:00 A 0.9')), AFTER)],
      1,
    ],
  ])('%s', (_what, stored, count) => {
    expect(newSince(STORY, stored, foldStory(STORY, stored), since, 'looked').size).toBe(count);
  });
});

test('by publication it does not matter when something was recorded', () => {
  const stored = [recorded(toll, AFTER), recorded(surely(date('2026-03-14', '7 10:00 A 0.9')), AFTER)];
  expect(newSince(STORY, stored, foldStory(STORY, stored), since, 'published').size).toBe(1);
});

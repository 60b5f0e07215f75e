import { describe, expect, test } from 'vitest';
import { formatSeen, parseSeen, type Seen, seeing, seenUntil } from '../../lib/page/seen.ts';

const at = (day: number) => new Date(`2026-03-${String(day).padStart(2, '0')}T10:20:30.456Z`);
const FIRST: Seen = { all: at(1), stories: new Map() };

describe('what was seen', () => {
  test('of a story counts for that story alone', () => {
    const seen = seeing(FIRST, at(5), 'one');
    expect([seenUntil(seen, 'one'), seenUntil(seen, 'other')]).toEqual([at(5), at(1)]);
  });

  test('of all counts for each', () => {
    const seen = seeing(seeing(FIRST, at(5), 'one'), at(7), null);
    expect([seenUntil(seen, 'one'), seenUntil(seen, 'other')]).toEqual([at(7), at(7)]);
  });

  test('never goes back: an older page marks nothing that was not marked', () => {
    const seen = seeing(seeing(FIRST, at(7), 'one'), at(5), 'one');
    expect(seenUntil(seen, 'one')).toEqual(at(7));
    const all = seeing(seeing(FIRST, at(7), 'one'), at(5), null);
    expect([seenUntil(all, 'one'), seenUntil(all, 'other')]).toEqual([at(7), at(5)]);
  });

  test('stays as it was in a cookie', () => {
    const seen = seeing(seeing(FIRST, at(5), 'one'), at(6), 'two');
    expect(parseSeen(formatSeen(seen))).toEqual(seen);
  });

  test('of many stories fits into a cookie, where the last ones stay', () => {
    const seen = Array.from({ length: 300 }, (_, i) => `story-${i}`).reduce(
      (all, slug) => seeing(all, at(9), slug),
      FIRST,
    );
    const text = formatSeen(seen);
    expect(text.length).toBeLessThan(3_500);
    const back = parseSeen(text) ?? FIRST;
    expect([seenUntil(back, 'story-299'), seenUntil(back, 'story-0')]).toEqual([at(9), at(1)]);
  });

  test.each([undefined, '', 'x', '-', '-!', 'zz-1', '-zzzzzzzzzzzz'])('%j is no mark', (text) =>
    expect(parseSeen(text)).toBeNull(),
  );
});

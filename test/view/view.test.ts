import picocolors from 'picocolors';
import { describe, expect, test } from 'vitest';
import { shortId } from '../../lib/model/report.ts';
import { wordDate } from '../../lib/text/word-date.ts';
import { paintedDiff } from '../../lib/view/change.ts';
import { table } from '../../lib/view/layout.ts';

const plain = picocolors.createColors(false);

describe('dates as people write them', () => {
  test.each([
    ['2025-12-02', '2 December 2025'],
    ['2025-12-01/2025-12-07', '1–7 December 2025'],
    ['2025-12-29/2026-01-04', '29 December 2025 – 4 January 2026'],
    ['2026-03', 'March 2026'],
    ['2026', '2026'],
    ['soon', 'soon'],
  ])('%s', (edtf, words) => expect(wordDate(edtf)).toBe(words));
});

describe('word by word', () => {
  test.each([
    ['19 points', '20 points', '[-19-]{+20+} points'],
    ['no date', '2 December 2025', '[-no date-] {+2 December 2025+}'],
    ['planned for 2 December', 'planned for 9 December', 'planned for [-2-]{+9+} December'],
  ])('%s → %s', (before, after, diff) => expect(paintedDiff(before, after, plain)).toBe(diff));

  test('in colours where there are any', () =>
    expect(paintedDiff('a', 'b', picocolors.createColors(true))).toContain('\u001b[32mb'));
});

test('wide characters keep the columns apart', () => {
  const columns = [{ title: 'A', width: 8 }, { title: 'B' }];
  const rows = [
    ['日本語', 'x'],
    ['abc', 'y'],
  ];
  const lines = table(columns, rows, { width: 60, paint: plain, zone: 'UTC' }).split('\n');
  const columnOf = (line: string, sign: string) =>
    [...line.slice(0, line.indexOf(sign))].reduce((sum, c) => sum + (/[\u3000-\u9fff]/.test(c) ? 2 : 1), 0);
  expect(columnOf(lines[1] ?? '', 'x')).toBe(columnOf(lines[2] ?? '', 'y'));
});

test('an id goes by its own part', () => expect(shortId('a-story.1a2b3c')).toBe('1a2b3c'));

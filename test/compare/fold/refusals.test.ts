import { describe, expect, test } from 'vitest';
import { fateOf } from '../../../lib/compare/fold/fate.ts';
import { foldLedger } from '../../../lib/compare/fold/story.ts';
import type { StoredChange } from '../../../lib/model/report.ts';
import { fateInWords } from '../../../lib/view/fate.ts';
import { changeWith, decided, surely } from '../../support/evidence.ts';
import { corrected, date, figure, held, STORY, state } from '../../support/ledger.ts';

/** What became of the last report of the last change. */
function fateOfLast(...changes: readonly StoredChange[]): string {
  const last = changes.at(-1);
  const item = last?.evidence.at(-1)?.itemId ?? '';
  const fate = fateOf(foldLedger(STORY, changes), changes, item, last?.id ?? '');
  return fateInWords(fate, STORY, 'UTC').replace(/[\da-f]{10}\b/g, 'ID');
}

const stance = (name: 'confirmed' | 'denied', ...lines: string[]) =>
  changeWith('c', 'stance', { kind: 'stance', stance: name }, lines);
const turn = (mark: string, ...lines: string[]) =>
  changeWith(null, 'turn', { kind: 'turn', name: mark, mark }, lines);

describe('a report that makes no record says why', () => {
  test.each<[string, string, RegExp]>([
    [
      'less likely than is recorded',
      fateOfLast(held('13 10:00 Tattler 0.3')),
      /^No: 30 % likely; it is recorded from 40 % on\.$/,
    ],
    [
      'a figure that is known in another unit',
      fateOfLast(
        surely(figure(257, ['3 10:00 The Paper 0.7'], { unit: 'km/h' }, 'wind')),
        figure(160, ['9 10:00 Herald 0.7'], { unit: 'mph' }, 'wind'),
      ),
      /^(?:Yes|No): /,
    ],
    [
      'a date that a record has, and nothing since',
      fateOfLast(surely(date('2026-03-20', '3 10:00 The Paper 0.7')), date('2026-03', '4 10:00 Herald 0.7')),
      /^Yes: ID \(rescheduled, 12 March 2026 → 20 March 2026\), sure/,
    ],
    [
      'what the article says',
      fateOfLast(date('2026-03-12', '3 10:00 The Paper 0.7')),
      /^No: the article says so already\.$/,
    ],
    [
      'after the event',
      fateOfLast(surely(held('12 10:00 Herald 0.7')), state('called-off', ['13 10:00 Tattler 0.7'])),
      /^No: the event was over before it was said, by ID \(occurred, .*\)\.$/,
    ],
    [
      'a lower toll',
      fateOfLast(surely(figure(12, ['3 10:00 The Paper 0.7'])), figure(9, ['9 10:00 Herald 0.7'])),
      /^No: it is lower, and the toll only grows unless an item corrects it, by ID \(revised, 7 dead → 12 dead\)\.$/,
    ],
    [
      'a lower toll that is corrected is one',
      fateOfLast(surely(figure(12, ['3 10:00 The Paper 0.7'])), corrected(figure(9, ['9 10:00 Herald 0.7']))),
      /^Yes: /,
    ],
    [
      'a turn of one outlet',
      fateOfLast(turn('strike', '3 10:00 The Paper 0.2')),
      /^No: fewer outlets than a turn needs tell of it within days\.$/,
    ],
    [
      'a turn under another mark',
      fateOfLast(
        turn('walkout', '3 10:00 The Paper 0.7', '3 11:00 Herald 0.7'),
        turn('strike', '3 10:00 The Paper 0.7', '3 11:00 Herald 0.7', '3 12:00 Radio 0.7'),
      ),
      /^No: it is told of the same turn, by ID \(new, /,
    ],
    [
      'what an editor refused',
      fateOfLast(decided(stance('denied', '3 10:00 The Paper 0.7'), 'rejected')),
      /^No: ada rejected it at 2026-03-30 09:00 UTC\.$/,
    ],
    [
      'a report that the table lacks',
      fateInWords(fateOf(foldLedger(STORY, []), [], 'x', 'y'), STORY, 'UTC'),
      /^No: the table has no such report/,
    ],
    [
      'a record is one',
      fateOfLast(surely(stance('denied', '3 10:00 The Paper 0.7'))),
      /^Yes: ID \(denied, as reported → denied\), sure: `changes` lists it\.$/,
    ],
    [
      'and so is one that an editor accepted',
      fateOfLast(decided(stance('denied', '3 10:00 The Paper 0.7'), 'accepted')),
      /accepted by an editor/,
    ],
  ])('%s', (_what, found, expected) => {
    expect(found).toMatch(expected);
  });
});

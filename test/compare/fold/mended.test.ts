import { describe, expect, test } from 'vitest';
import { foldStory } from '../../../lib/compare/fold/story.ts';
import { recordData } from '../../../lib/view/worded.ts';
import { decided, surely } from '../../support/evidence.ts';
import { date, figure, held, ledgerOf, STORY } from '../../support/ledger.ts';
import { dead, due, mended, NINE, TWELVE, to } from '../../support/mended.ts';

describe('what an editor puts', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ['stands, and is sure', ledgerOf(mended(NINE, dead(10))), ['revised: 7 dead → 10 dead (mended)']],
    [
      'is the next before',
      ledgerOf(mended(NINE, dead(10)), surely(TWELVE)),
      ['revised: 7 dead → 10 dead (mended)', 'revised: 10 dead → 12 dead'],
    ],
    [
      'may be lower than a toll that only grows',
      ledgerOf(surely(TWELVE), mended(figure(14, ['5 10:00 Herald 0.7']), dead(11))),
      ['revised: 7 dead → 12 dead', 'revised: 12 dead → 11 dead (mended)'],
    ],
    [
      'is contested by nobody',
      ledgerOf(
        surely(figure(12, ['4 10:00 Herald 0.7', '4 12:00 Herald 0.7'])),
        mended(figure(14, ['4 11:00 The Paper 0.7']), dead(13)),
      ),
      ['revised: 7 dead → 12 dead', 'revised: 12 dead → 13 dead (mended)'],
    ],
    [
      'goes with those who say so themselves, as one record',
      ledgerOf(mended(NINE, dead(12)), TWELVE),
      ['revised: 7 dead → 12 dead (mended)'],
    ],
    [
      'has the editor’s kind',
      ledgerOf(mended(date('2026-03-10', '3 10:00 The Paper 0.7'), due('2026-03-20', 'scheduled'))),
      ['scheduled: 2026-03-12 → 2026-03-20 (mended)'],
    ],
    [
      'may be another thing altogether',
      ledgerOf(
        mended(
          held('3 10:00 The Paper 0.7'),
          to({
            aspect: 'state',
            kind: 'cancelled',
            value: { kind: 'state', state: 'called-off', on: null },
            words: 'called off by the mayor',
          }),
        ),
      ),
      ['cancelled: planned for 2026-03-12 → called off: called off by the mayor (mended)'],
    ],
    [
      'says on which day it was held, whatever was planned',
      ledgerOf(
        mended(
          held('13 10:00 The Paper 0.7'),
          to({
            aspect: 'state',
            kind: 'occurred',
            value: { kind: 'state', state: 'held', on: '2026-03-13' },
          }),
        ),
      ),
      ['occurred: planned for 2026-03-12 → took place on 2026-03-13 (mended)'],
    ],
    [
      'counts also once the event is over',
      ledgerOf(
        surely(held('12 10:00 Herald 0.7')),
        mended(date('2026-03-20', '14 10:00 The Paper 0.7'), due('2026-03-21')),
      ),
      [
        'occurred: planned for 2026-03-12 → took place on 2026-03-12',
        'rescheduled: 2026-03-12 → 2026-03-21 (mended)',
      ],
    ],
    [
      'is taken back by an undo',
      ledgerOf(decided(mended(NINE, dead(10)), 'undone')),
      ['revised: 7 dead → 9 dead?'],
    ],
    [
      'is of the reports that it names: a later one of the old value is judged for itself, here as lower than the toll',
      ledgerOf(
        mended(figure(9, ['3 10:00 The Paper 0.7', '4 10:00 Herald 0.7']), dead(10), [
          '3 10:00 The Paper 0.7',
        ]),
      ),
      ['revised: 7 dead → 10 dead (mended)'],
    ],
    [
      'of one report leaves the others as they are',
      ledgerOf(
        mended(figure(12, ['3 10:00 The Paper 0.7', '4 10:00 Herald 0.7']), dead(10), [
          '3 10:00 The Paper 0.7',
        ]),
      ),
      ['revised: 7 dead → 10 dead (mended)', 'revised: 10 dead → 12 dead?'],
    ],
  ])('%s', (_what, found, expected) => {
    expect(found).toEqual(expected);
  });

  test('stands beside what the reports say, whose change it goes by', () => {
    const [record] = foldStory(STORY, [mended(NINE, dead(10))]).map((each) => recordData(each, STORY));
    expect(record).toMatchObject({
      id: `${NINE.id}-m1`,
      value: '10',
      reported: '9 dead',
      changes: [NINE.id],
      decisions: [
        { verdict: 'accepted', by: 'ada', mended: { value: '10 dead', kind: 'revised', claimId: 'c' } },
      ],
    });
  });

  test('a word on a record of several values at once is one word', () => {
    const disputed = [
      figure(12, ['4 10:00 Herald 0.7', '4 12:00 Herald 0.7']),
      figure(14, ['4 11:00 The Paper 0.7']),
    ].map((change) => decided(change, 'accepted'));
    const [record] = foldStory(STORY, disputed);
    expect(record?.contested).toHaveLength(2);
    expect(record?.decisions).toMatchObject([{ verdict: 'accepted', items: { length: 3 } }]);
  });

  test('has a name of its own, by the decision; the rest keeps its', () => {
    const both = figure(12, ['3 10:00 The Paper 0.7', '4 10:00 Herald 0.7']);
    const ids = foldStory(STORY, [mended(both, dead(10), ['3 10:00 The Paper 0.7'])]).map(({ id }) => id);
    expect(ids).toEqual([`${both.id}-m1`, both.id]);
  });
});

import { describe, expect, test } from 'vitest';
import { foldStory } from '../../../lib/compare/fold/story.ts';
import type { StoredChange } from '../../../lib/model/report.ts';
import { changeWith, decided } from '../../support/evidence.ts';
import { date, figure, held, ledgerOf, STORY, state } from '../../support/ledger.ts';

const FALSE_REPORT = '5 10:00 Tattler 0.7';
const TRUE_REPORTS = ['19 10:00 The Paper 0.7', '19 11:00 Coast Radio 0.7', '20 09:00 Herald 0.7'];

describe('nothing unaccepted hides anything', () => {
  test.each<[string, string[], string[]]>([
    [
      'a false possible report, left alone, does not hide what three outlets report a fortnight later',
      ledgerOf(held(FALSE_REPORT, ...TRUE_REPORTS)),
      ['occurred: planned for 2026-03-12 → took place by 2026-03-19?'],
    ],
    [
      'nor does its rejection',
      ledgerOf(decided(held(FALSE_REPORT, ...TRUE_REPORTS), 'rejected', [FALSE_REPORT])),
      ['occurred: planned for 2026-03-12 → took place by 2026-03-19? (1 rejected)'],
    ],
    [
      'before they came it was possible',
      ledgerOf(held(FALSE_REPORT)),
      ['occurred: planned for 2026-03-12 → took place by 2026-03-05?'],
    ],
    ['and rejected it was nothing', ledgerOf(decided(held(FALSE_REPORT), 'rejected')), []],
    [
      'a possible "held" does not close the claim',
      ledgerOf(held(FALSE_REPORT), date('2026-03-20', '6 10:00 The Paper 0.96')),
      [
        'occurred: planned for 2026-03-12 → took place by 2026-03-05?',
        'rescheduled: 2026-03-12 → 2026-03-20',
      ],
    ],
    [
      'an accepted one does, for all that is only possible',
      ledgerOf(decided(held(FALSE_REPORT), 'accepted'), date('2026-03-20', '6 10:00 The Paper 0.7')),
      ['occurred: planned for 2026-03-12 → took place by 2026-03-05'],
    ],
    [
      'a sure date that is later opens it again, and it may be held again',
      ledgerOf(
        held('12 10:00 The Paper 0.96', '20 10:00 The Paper 0.96'),
        date('2026-03-20', '15 10:00 The Paper 0.96'),
      ),
      [
        'occurred: planned for 2026-03-12 → took place on 2026-03-12',
        'rescheduled: 2026-03-12 → 2026-03-20',
        'occurred: planned for 2026-03-20 → took place on 2026-03-20',
      ],
    ],
    [
      'a possible date is the "before" of nothing',
      ledgerOf(date('2026-03-14', '3 10:00 Tattler 0.6'), date('2026-03-20', '4 10:00 The Paper 0.96')),
      ['rescheduled: 2026-03-12 → 2026-03-14?', 'rescheduled: 2026-03-12 → 2026-03-20'],
    ],
    [
      'a sure one is',
      ledgerOf(date('2026-03-14', '3 10:00 Herald 0.96'), date('2026-03-20', '4 10:00 The Paper 0.96')),
      ['rescheduled: 2026-03-12 → 2026-03-14', 'rescheduled: 2026-03-14 → 2026-03-20'],
    ],
    [
      'what is sure takes no day from what is possible',
      ledgerOf(date('2026-03-14', '3 10:00 Tattler 0.6'), held('14 18:00 The Paper 0.96')),
      [
        'rescheduled: 2026-03-12 → 2026-03-14?',
        'occurred: planned for 2026-03-12 → took place by 2026-03-14',
      ],
    ],
    [
      'a faint early report neither dates nor closes what is sure',
      ledgerOf(
        held('5 10:00 Tattler 0.26', '8 10:00 The Paper 0.96'),
        date('2026-03-20', '6 10:00 Herald 0.96'),
      ),
      ['rescheduled: 2026-03-12 → 2026-03-20', 'occurred: planned for 2026-03-20 → took place by 2026-03-08'],
    ],
    [
      'a faint spell does not hide a possible one that comes later',
      ledgerOf(held('3 10:00 Tattler 0.3', '15 10:00 The Paper 0.3', '15 11:00 Herald 0.3')),
      ['occurred: planned for 2026-03-12 → took place by 2026-03-15?'],
    ],
    [
      'an accepted report is not what was rejected before it',
      ledgerOf(
        decided(
          decided(held('5 10:00 Tattler 0.7', '19 10:00 The Paper 0.7'), 'rejected', ['5 10:00 Tattler 0.7']),
          'accepted',
          ['19 10:00 The Paper 0.7'],
        ),
      ),
      ['occurred: planned for 2026-03-12 → took place by 2026-03-19 (1 rejected)'],
    ],
    [
      'a possible figure is not what a sure one is added to',
      ledgerOf(
        figure(9, ['3 10:00 Tattler 0.6']),
        changeWith('c', 'figure:dead', { kind: 'addition', amount: 2, unit: null }, [
          '4 10:00 The Paper 0.96',
        ]),
      ),
      ['revised: 7 dead → 9 dead?', 'revised: 7 dead → 9 dead'],
    ],
    [
      'a possible denial is not what a sure one follows',
      ledgerOf(
        changeWith('c', 'stance', { kind: 'stance', stance: 'denied' }, ['3 10:00 Tattler 0.6']),
        changeWith('c', 'stance', { kind: 'stance', stance: 'confirmed' }, ['4 10:00 The Paper 0.96']),
      ),
      ['denied: as reported → denied?', 'confirmed: as reported → confirmed'],
    ],
  ])('%s', (_what, ledger, expected) => expect(ledger).toEqual(expected));
});

describe('one voice an origin', () => {
  const lines = ['3 08:00 AP 0.7', '3 08:30 AP 0.7', '3 09:00 AP 0.69'];
  test('however many items carry it', () => {
    expect(ledgerOf(state('called-off', lines))).toEqual(['cancelled: planned for 2026-03-12 → called off?']);
  });
  test('another origin adds to it, but what all call possible is never sure', () => {
    const both = foldStory(STORY, [state('called-off', [...lines, '3 10:00 Coast Radio 0.6'])]);
    expect(both).toMatchObject([{ certainty: 'possible', confidence: 0.88 }]);
    const many = lines.map((line, i) => line.replace('AP', `Paper ${i}`));
    expect(foldStory(STORY, [state('called-off', many)])).toMatchObject([
      { certainty: 'possible', confidence: 0.94 },
    ]);
  });
});

describe('the day on which it was held', () => {
  test.each<[string, StoredChange, string]>([
    ['is by the first report where none tells it', held('5 10:00 Paper 0.96'), 'by 2026-03-05'],
    ['is the planned one where reports follow at once', held('12 20:00 Paper 0.96'), 'on 2026-03-12'],
    ['is what a report tells', state('held', ['14 10:00 Paper 0.96'], '2026-03-13'), 'on 2026-03-13'],
    [
      'ends with the report where that tells a span',
      state('held', ['20 10:00 Paper 0.96'], '2026-03-16/2026-03-22'),
      'between 2026-03-16 and 2026-03-20',
    ],
  ])('%s', (_what, change, day) => {
    expect(ledgerOf(change)).toEqual([`occurred: planned for 2026-03-12 → took place ${day}`]);
  });

  test('is told by origins, each as loud as it is likely', () => {
    const untold = held('9 10:00 The Paper 0.96');
    const told = (on: string, ...lines: string[]) => state('held', lines, on).evidence;
    const change = {
      ...untold,
      evidence: [
        ...told('2026-03-08', '9 10:00 Herald 0.96'),
        ...told('2026-03-01', '9 11:00 Tattler 0.5', '9 12:00 Tattler 0.5', '9 13:00 Tattler 0.5'),
        ...told('2026-03-02', '9 09:00 Radio 0.2'),
      ],
    };
    expect(ledgerOf(change)).toEqual(['occurred: planned for 2026-03-12 → took place on 2026-03-08']);
  });

  test('once told, takes the place of "by" in the same record', () => {
    const untold = held('5 10:00 The Paper 0.96');
    const later = state('held', ['6 10:00 Coast Radio 0.96'], '2026-03-04');
    const both = { ...untold, evidence: [...untold.evidence, ...later.evidence] };
    const [first] = foldStory(STORY, [untold]);
    const [record, ...others] = foldStory(STORY, [both]);
    expect(others).toEqual([]);
    expect(record?.id).toBe(first?.id);
    expect([first?.value, record?.value]).toMatchObject([{ on: '../2026-03-05' }, { on: '2026-03-04' }]);
  });
});

describe('what came to pass more than once', () => {
  const ids = (...changes: StoredChange[]) =>
    foldStory(STORY, changes).map(({ id }) => id.replace(/^[^-]*(?=-\d)/, ''));
  const moved = date('2026-03-20', '15 10:00 The Paper 0.96');
  const second = ['20 10:00 The Paper 0.96', '20 10:05 The Paper 0.96'];
  test('is called by its day, whichever report of it comes first', () => {
    const late = ids(held('12 10:00 The Paper 0.96', ...second.slice(1)), moved);
    expect(late.at(-1)).toBe('-20260320');
    expect(ids(held('12 10:00 The Paper 0.96', ...second), moved)).toEqual(late);
  });
  test('has a name of its own each time, also where feeds tell days alone', () => {
    const days = ['2026-03-12', '2026-03-15', '2026-03-18'];
    const all = days.map((on, i) => state('held', [`22 00:00 Paper ${i} 0.96`], on));
    const [first] = all;
    if (!first) throw new Error('there are days');
    const often = { ...first, evidence: all.flatMap(({ evidence }) => evidence) };
    expect(ids(often)).toHaveLength(3);
    expect(new Set(ids(often)).size).toBe(3);
  });
});

test('a record keeps its own value whatever comes later', () => {
  const ahead = state('going-ahead', ['3 10:00 The Paper 0.96']);
  const moved = date('2026-03-20', '4 10:00 The Paper 0.96');
  expect(foldStory(STORY, [ahead])[0]?.value).toEqual(foldStory(STORY, [ahead, moved])[0]?.value);
});

import { describe, expect, test } from 'vitest';
import { foldStory } from '../../../lib/compare/fold/story.ts';
import type { StoredChange } from '../../../lib/model/report.ts';
import type { Slots, Story } from '../../../lib/model/story.ts';
import type { FigureValue, State, Value } from '../../../lib/model/value.ts';
import { recordData } from '../../../lib/view/worded.ts';
import { changeWith, decided } from '../../support/evidence.ts';
import { BRIDGE } from '../../support/story.ts';

/** What reports of one claim come to, `kind: before → after`, with `?` where it is only possible. No language is read. */

const SLOTS: Slots = {
  stage: 'pending',
  due: '2026-03-12',
  figures: [
    { id: 'dead', noun: 'dead', amount: 7, bound: 'at-least', unit: null, grows: true },
    { id: 'wind', noun: 'mph', amount: 160, bound: 'exactly', unit: 'mph', grows: false },
    { id: 'amount', noun: 'amount', amount: 30, bound: 'exactly', unit: '$', grows: false },
    { id: 'amount-2', noun: 'amount', amount: 4, bound: 'exactly', unit: '$', grows: false },
  ],
  silent: [],
};
const STORY: Story = {
  baseline: { ...BRIDGE, story: 's', claims: [{ id: 'c', text: 'A claim.' }] },
  slots: { c: SLOTS },
  digest: 'd',
};
const ledgerOf = (...changes: readonly StoredChange[]) =>
  foldStory(STORY, changes)
    .map((record) => recordData(record, STORY))
    .map(({ kind, before, after, certainty, rejected }) =>
      [
        `${kind}: ${before} → ${after}`,
        certainty === 'possible' ? '?' : '',
        rejected > 0 ? ` (${rejected} rejected)` : '',
      ].join(''),
    );

const date = (edtf: string, ...lines: string[]) => changeWith('c', 'date', { kind: 'date', edtf }, lines);
const state = (name: State, lines: readonly string[], on: string | null = null) =>
  changeWith('c', 'state', { kind: 'state', state: name, on }, lines);
const held = (...lines: string[]) => state('held', lines);
const figure = (
  amount: number,
  lines: readonly string[],
  change: Partial<FigureValue> = {},
  slot = 'dead',
) => {
  const value: Value = { kind: 'figure', amount, upTo: null, bound: 'exactly', unit: null, ...change };
  return changeWith('c', `figure:${slot}`, value, lines);
};
const corrected = (change: StoredChange): StoredChange => ({
  ...change,
  evidence: change.evidence.map((one) => ({ ...one, corrects: true })),
});

const FALSE_REPORT = '5 10:00 Tattler 0.7';
const TRUE_REPORTS = ['19 10:00 The Paper 0.7', '19 11:00 Coast Radio 0.7', '20 09:00 Herald 0.7'];

describe('nothing unaccepted hides anything', () => {
  test.each<[string, string[], string[]]>([
    [
      'a false possible report, left alone, does not hide what three outlets report a fortnight later',
      ledgerOf(held(FALSE_REPORT, ...TRUE_REPORTS)),
      ['occurred: planned for 2026-03-12 → took place by 2026-03-19'],
    ],
    [
      'nor does its rejection',
      ledgerOf(decided(held(FALSE_REPORT, ...TRUE_REPORTS), 'rejected', [FALSE_REPORT])),
      ['occurred: planned for 2026-03-12 → took place by 2026-03-19 (1 rejected)'],
    ],
    [
      'before they came it was possible',
      ledgerOf(held(FALSE_REPORT)),
      ['occurred: planned for 2026-03-12 → took place by 2026-03-05?'],
    ],
    ['and rejected it was nothing', ledgerOf(decided(held(FALSE_REPORT), 'rejected')), []],
    [
      'a possible "held" does not close the claim',
      ledgerOf(held(FALSE_REPORT), date('2026-03-20', '6 10:00 The Paper 0.9')),
      [
        'occurred: planned for 2026-03-12 → took place by 2026-03-05?',
        'rescheduled: 2026-03-12 → 2026-03-20',
      ],
    ],
    [
      'an accepted one does',
      ledgerOf(decided(held(FALSE_REPORT), 'accepted'), date('2026-03-20', '6 10:00 The Paper 0.9')),
      ['occurred: planned for 2026-03-12 → took place by 2026-03-05'],
    ],
    [
      'a possible date is the "before" of nothing',
      ledgerOf(date('2026-03-14', '3 10:00 Tattler 0.6'), date('2026-03-20', '4 10:00 The Paper 0.9')),
      ['rescheduled: 2026-03-12 → 2026-03-14?', 'rescheduled: 2026-03-12 → 2026-03-20'],
    ],
    [
      'a sure one is',
      ledgerOf(date('2026-03-14', '3 10:00 Herald 0.9'), date('2026-03-20', '4 10:00 The Paper 0.9')),
      ['rescheduled: 2026-03-12 → 2026-03-14', 'rescheduled: 2026-03-14 → 2026-03-20'],
    ],
    [
      'what is sure takes no day from what is possible',
      ledgerOf(
        date('2026-03-14', '3 10:00 Tattler 0.6'),
        held('14 18:00 The Paper 0.7', '14 19:00 Coast Radio 0.7'),
      ),
      [
        'rescheduled: 2026-03-12 → 2026-03-14?',
        'occurred: planned for 2026-03-12 → took place by 2026-03-14',
      ],
    ],
    [
      'a possible figure is not what a sure one is added to',
      ledgerOf(
        figure(9, ['3 10:00 Tattler 0.6']),
        changeWith('c', 'figure:dead', { kind: 'addition', amount: 2, unit: null }, [
          '4 10:00 The Paper 0.9',
        ]),
      ),
      ['revised: 7 dead → 9 dead?', 'revised: 7 dead → 9 dead'],
    ],
    [
      'a possible denial is not what a sure one follows',
      ledgerOf(
        changeWith('c', 'stance', { kind: 'stance', stance: 'denied' }, ['3 10:00 Tattler 0.6']),
        changeWith('c', 'stance', { kind: 'stance', stance: 'confirmed' }, ['4 10:00 The Paper 0.9']),
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
  test('another origin adds to it', () => {
    expect(ledgerOf(state('called-off', [...lines, '3 10:00 Coast Radio 0.6']))).toEqual([
      'cancelled: planned for 2026-03-12 → called off',
    ]);
  });
});

describe('the day on which it was held', () => {
  test.each<[string, StoredChange, string]>([
    ['is by the first report where none tells it', held('5 10:00 Paper 0.9'), 'by 2026-03-05'],
    ['is the planned one where reports follow at once', held('12 20:00 Paper 0.9'), 'on 2026-03-12'],
    ['is what a report tells', state('held', ['14 10:00 Paper 0.9'], '2026-03-13'), 'on 2026-03-13'],
    [
      'ends with the report where that tells a span',
      state('held', ['20 10:00 Paper 0.9'], '2026-03-16/2026-03-22'),
      'on 2026-03-16/2026-03-20',
    ],
  ])('%s', (_what, change, day) => {
    expect(ledgerOf(change)).toEqual([`occurred: planned for 2026-03-12 → took place ${day}`]);
  });

  test('once told, takes the place of "by" in the same record', () => {
    const untold = held('5 10:00 The Paper 0.9');
    const later = state('held', ['6 10:00 Coast Radio 0.9'], '2026-03-04');
    const both = { ...untold, evidence: [...untold.evidence, ...later.evidence] };
    const [first] = foldStory(STORY, [untold]);
    const [record, ...others] = foldStory(STORY, [both]);
    expect(others).toEqual([]);
    expect(record?.id).toBe(first?.id);
    expect([first?.value, record?.value]).toMatchObject([{ on: '../2026-03-05' }, { on: '2026-03-04' }]);
  });
});

describe('figures', () => {
  test.each<[string, string[], string[]]>([
    [
      'a running toll rises',
      ledgerOf(figure(9, ['3 08:00 AP 0.9']), figure(11, ['3 20:00 AP 0.9'])),
      ['revised: 7 dead → 9 dead', 'revised: 9 dead → 11 dead'],
    ],
    [
      'and does not fall by a lower report',
      ledgerOf(figure(11, ['3 08:00 AP 0.9']), figure(8, ['5 20:00 Herald 0.9'])),
      ['revised: 7 dead → 11 dead'],
    ],
    [
      'unless that says that it corrects it',
      ledgerOf(figure(11, ['3 08:00 AP 0.9']), corrected(figure(8, ['5 20:00 Herald 0.9']))),
      ['revised: 7 dead → 11 dead', 'revised: 11 dead → 8 dead'],
    ],
    [
      'one measure in two units is one change',
      ledgerOf(
        figure(175, ['3 08:00 AP 0.7'], { unit: 'mph' }, 'wind'),
        figure(282, ['3 09:00 AFP 0.7'], { unit: 'km/h' }, 'wind'),
      ),
      ['revised: 160 mph → 175 mph?'],
    ],
    [
      'another measure is another',
      ledgerOf(
        figure(175, ['3 08:00 AP 0.9'], { unit: 'mph' }, 'wind'),
        figure(300, ['4 09:00 AFP 0.9'], { unit: 'km/h' }, 'wind'),
      ),
      ['revised: 160 mph → 175 mph', 'revised: 175 mph → 300 km/h'],
    ],
    [
      'what the article says in its own unit is no change in another',
      ledgerOf(figure(257, ['3 08:00 AP 0.9'], { unit: 'km/h' }, 'wind')),
      [],
    ],
    [
      'two sums of one claim are two aspects',
      ledgerOf(
        figure(33, ['3 08:00 AP 0.9'], { unit: '$' }, 'amount'),
        figure(5, ['3 08:00 AP 0.9'], { unit: '$' }, 'amount-2'),
      ).toSorted(),
      ['revised: $30 → $33', 'revised: $4 → $5'],
    ],
  ])('%s', (_what, ledger, expected) => expect(ledger).toEqual(expected));
});

describe('contested values', () => {
  const contestedOf = (...changes: StoredChange[]) =>
    foldStory(STORY, changes)
      .map((record) => recordData(record, STORY))
      .map(({ after, contested }) =>
        [after, ...contested.map(({ value, origins }) => `${value} by ${origins.join(', ')}`)].join('; '),
      );

  test.each<[string, string[], string[]]>([
    [
      'of several origins in the same hours are one record with a range',
      contestedOf(figure(9, ['3 12:00 AP 0.9', '3 14:00 Herald 0.9']), figure(11, ['3 13:00 AFP 0.9'])),
      ['9–11 dead (contested); 9 dead by AP, Herald; 11 dead by AFP'],
    ],
    [
      'a lower number without a correction contests a higher one',
      contestedOf(figure(11, ['3 12:00 AP 0.9']), figure(8, ['3 13:00 AFP 0.9'])),
      ['8–11 dead (contested); 11 dead by AP; 8 dead by AFP'],
    ],
    [
      'a rise that everybody follows is none',
      contestedOf(figure(9, ['3 12:00 AP 0.9']), figure(11, ['3 13:00 AFP 0.9', '3 14:00 AP 0.9'])),
      ['9 dead', '11 dead'],
    ],
    [
      'nor is one whose older number only the same outlet repeats',
      contestedOf(figure(9, ['3 12:00 AP 0.9', '3 13:30 AFP 0.9']), figure(11, ['3 13:00 AFP 0.9'])),
      ['9 dead', '11 dead'],
    ],
    [
      'nor what lies a day apart',
      contestedOf(figure(9, ['3 12:00 AP 0.9', '4 14:00 Herald 0.9']), figure(11, ['4 13:00 AFP 0.9'])),
      ['9 dead', '11 dead'],
    ],
  ])('%s', (_what, ledger, expected) => expect(ledger).toEqual(expected));

  test('are sure only where one of them is by itself', () => {
    const [record] = foldStory(STORY, [
      figure(9, ['3 12:00 AP 0.7', '3 14:00 AP 0.7']),
      figure(11, ['3 13:00 AFP 0.7']),
    ]);
    expect(record).toMatchObject({ certainty: 'possible', confidence: 0.7 });
  });
});

test('a record keeps its own value whatever comes later', () => {
  const ahead = state('going-ahead', ['3 10:00 The Paper 0.9']);
  const moved = date('2026-03-20', '4 10:00 The Paper 0.9');
  expect(foldStory(STORY, [ahead])[0]?.value).toEqual(foldStory(STORY, [ahead, moved])[0]?.value);
});

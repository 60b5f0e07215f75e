import { describe, expect, test } from 'vitest';
import { foldStory } from '../../../lib/compare/fold/story.ts';
import type { StoredChange } from '../../../lib/model/report.ts';
import { recordData } from '../../../lib/view/worded.ts';
import { corrected, figure, ledgerOf, STORY } from '../../support/ledger.ts';

describe('figures', () => {
  test.each<[string, string[], string[]]>([
    [
      'a running toll rises',
      ledgerOf(figure(9, ['3 08:00 AP 0.96']), figure(11, ['3 20:00 AP 0.96'])),
      ['revised: 7 dead → 9 dead', 'revised: 9 dead → 11 dead'],
    ],
    [
      'and does not fall by a lower report',
      ledgerOf(figure(11, ['3 08:00 AP 0.96']), figure(8, ['5 20:00 Herald 0.96'])),
      ['revised: 7 dead → 11 dead'],
    ],
    [
      'unless that says that it corrects it',
      ledgerOf(figure(11, ['3 08:00 AP 0.96']), corrected(figure(8, ['5 20:00 Herald 0.96']))),
      ['revised: 7 dead → 11 dead', 'revised: 11 dead → 8 dead'],
    ],
    [
      'one measure in two units is one change',
      ledgerOf(
        figure(175, ['3 08:00 AP 0.7'], { unit: 'mph' }, 'wind'),
        figure(282, ['3 09:00 AFP 0.96'], { unit: 'km/h' }, 'wind'),
      ),
      ['revised: 160 mph → 175 mph'],
    ],
    [
      'within one unit every number is its own',
      ledgerOf(
        figure(164, ['3 08:00 AP 0.96'], { unit: 'mph' }, 'wind'),
        figure(162, ['4 08:00 AP 0.96'], { unit: 'mph' }, 'wind'),
      ),
      ['revised: 160 mph → 164 mph', 'revised: 164 mph → 162 mph'],
    ],
    [
      'another measure is another',
      ledgerOf(
        figure(175, ['3 08:00 AP 0.96'], { unit: 'mph' }, 'wind'),
        figure(300, ['4 09:00 AFP 0.96'], { unit: 'km/h' }, 'wind'),
      ),
      ['revised: 160 mph → 175 mph', 'revised: 175 mph → 300 km/h'],
    ],
    [
      'what the article says in its own unit is no change in another',
      ledgerOf(figure(257, ['3 08:00 AP 0.96'], { unit: 'km/h' }, 'wind')),
      [],
    ],
    [
      'two sums of one claim are two aspects',
      ledgerOf(
        figure(33, ['3 08:00 AP 0.96'], { unit: '$' }, 'amount'),
        figure(5, ['3 08:00 AP 0.96'], { unit: '$' }, 'amount-2'),
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
      contestedOf(figure(9, ['3 12:00 AP 0.96', '3 14:00 Herald 0.96']), figure(11, ['3 13:00 AFP 0.96'])),
      ['9–11 dead (contested); 9 dead by AP, Herald; 11 dead by AFP'],
    ],
    [
      'a lower number without a correction contests a higher one',
      contestedOf(figure(11, ['3 12:00 AP 0.96']), figure(8, ['3 13:00 AFP 0.96'])),
      ['8–11 dead (contested); 11 dead by AP; 8 dead by AFP'],
    ],
    [
      'a rise that everybody follows is none',
      contestedOf(figure(9, ['3 12:00 AP 0.96']), figure(11, ['3 13:00 AFP 0.96', '3 14:00 AP 0.96'])),
      ['9 dead', '11 dead'],
    ],
    [
      'nor is one whose older number only the same outlet repeats',
      contestedOf(figure(9, ['3 12:00 AP 0.96', '3 13:30 AFP 0.96']), figure(11, ['3 13:00 AFP 0.96'])),
      ['9 dead', '11 dead'],
    ],
    [
      'nor what lies a day apart',
      contestedOf(figure(9, ['3 12:00 AP 0.96', '4 14:00 Herald 0.96']), figure(11, ['4 13:00 AFP 0.96'])),
      ['9 dead', '11 dead'],
    ],
  ])('%s', (_what, ledger, expected) => expect(ledger).toEqual(expected));

  test('of what is sure and what is possible are two records', () => {
    const sure = figure(11, ['3 12:00 AP 0.96', '3 12:30 Herald 0.96']);
    expect(contestedOf(sure, figure(20, ['3 13:00 Tattler 0.6']))).toEqual(['11 dead', '20 dead']);
    expect(contestedOf(sure, figure(20, ['3 13:00 Tattler 0.26']))).toEqual(['11 dead']);
  });

  test('are settled by a later word within their range', () => {
    const changes = [
      figure(9, ['3 12:00 AP 0.96', '3 14:00 Herald 0.96']),
      figure(12, ['3 13:00 AFP 0.96']),
      figure(10, ['5 13:00 AP 0.96', '5 14:00 AFP 0.96']),
    ];
    expect(contestedOf(...changes).map((line) => line.split(';')[0])).toEqual([
      '9–12 dead (contested)',
      '10 dead',
    ]);
  });

  test('in two units are told in one', () => {
    const [record] = contestedOf(
      figure(185, ['3 12:00 AP 0.96', '3 14:00 Herald 0.96'], { unit: 'mph' }, 'wind'),
      figure(280, ['3 13:00 AFP 0.96'], { unit: 'km/h' }, 'wind'),
    );
    expect(record).toMatch(/^174–185 mph/);
  });

  test('are sure only where one of them is by itself', () => {
    const [record] = foldStory(STORY, [
      figure(9, ['3 12:00 AP 0.7', '3 14:00 AP 0.7']),
      figure(11, ['3 13:00 AFP 0.7']),
    ]);
    expect(record).toMatchObject({ certainty: 'possible', confidence: 0.7 });
  });
});

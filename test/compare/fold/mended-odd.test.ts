import { describe, expect, test } from 'vitest';
import { decided, surely } from '../../support/evidence.ts';
import { date, figure, held, ledgerOf, state } from '../../support/ledger.ts';
import { dead, due, mended, NINE, to } from '../../support/mended.ts';

describe('what an editor puts, in odd places', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    [
      'of a later report leaves the earlier ones as they are',
      ledgerOf(
        mended(figure(12, ['3 10:00 The Paper 0.7', '4 10:00 Herald 0.7']), dead(15), ['4 10:00 Herald 0.7']),
      ),
      ['revised: 7 dead → 12 dead?', 'revised: 7 dead → 15 dead (mended)'],
    ],
    ['may be what the article says', ledgerOf(mended(NINE, dead(7))), ['revised: 7 dead → 7 dead (mended)']],
    [
      'may be a turn, whatever else its item says',
      ledgerOf(
        surely(figure(12, ['3 10:00 The Paper 0.7'])),
        mended(
          date('2026-03-20', '3 10:00 The Paper 0.7'),
          to({
            claimId: null,
            aspect: 'turn',
            kind: 'new',
            value: { kind: 'turn', name: 'A strike', mark: 'strike' },
          }),
        ),
      ),
      ['revised: 7 dead → 12 dead', 'new: not foreseen by any claim → A strike (mended)'],
    ],
    [
      'says on which day a thing goes ahead',
      ledgerOf(
        mended(
          state('going-ahead', ['3 10:00 The Paper 0.7']),
          to({
            aspect: 'state',
            kind: 'confirmed',
            value: { kind: 'state', state: 'going-ahead', on: '2026-03-20' },
          }),
        ),
      ),
      ['confirmed: planned for 2026-03-12 → confirmed on 2026-03-20 (mended)'],
    ],
    [
      'of one day says nothing of what was held on another',
      ledgerOf(
        mended(
          held('13 10:00 The Paper 0.7'),
          to({
            aspect: 'state',
            kind: 'occurred',
            value: { kind: 'state', state: 'held', on: '2026-03-13' },
          }),
        ),
        surely(state('held', ['27 10:00 Herald 0.7'], '2026-03-27')),
      ),
      [
        'occurred: planned for 2026-03-12 → took place on 2026-03-13 (mended)',
        'occurred: took place on 2026-03-13 → took place on 2026-03-27',
      ],
    ],
    [
      'does not carry a no to another value of the same item along',
      ledgerOf(
        surely(figure(12, ['3 10:00 The Paper 0.7'])),
        mended(
          decided(figure(9, ['3 10:00 The Paper 0.7', '4 10:00 Herald 0.7']), 'rejected', [
            '3 10:00 The Paper 0.7',
          ]),
          dead(12),
          ['4 10:00 Herald 0.7'],
        ),
      ),
      ['revised: 7 dead → 12 dead (mended)'],
    ],
    [
      'hides nothing that is not of its reports',
      ledgerOf(
        mended(state('postponed', ['3 10:00 The Paper 0.7']), due('2026-03-20')),
        surely(held('20 10:00 Herald 0.7')),
      ),
      [
        'rescheduled: 2026-03-12 → 2026-03-20 (mended)',
        'occurred: planned for 2026-03-20 → took place on 2026-03-20',
      ],
    ],
  ])('%s', (_what, found, expected) => {
    expect(found).toEqual(expected);
  });
});

import { describe, expect, test } from 'vitest';
import { foldRejected } from '../../../lib/compare/fold/story.ts';
import { recordData } from '../../../lib/view/worded.ts';
import { decided, surely } from '../../support/evidence.ts';
import { figure, held, STORY, state } from '../../support/ledger.ts';
import { NINE, TWELVE } from '../../support/mended.ts';

describe('what an editor rejected', () => {
  const rejected = (...changes: Parameters<typeof foldRejected>[1]) =>
    foldRejected(STORY, changes).map((record) => recordData(record, STORY).after);

  test.each<[string, readonly string[], readonly string[]]>([
    ['is listed as it would stand', rejected(decided(NINE, 'rejected'), TWELVE), ['9 dead']],
    [
      'is not, where the rejection was taken back',
      rejected(decided(decided(NINE, 'rejected'), 'undone')),
      [],
    ],
    [
      'is not, where other reports make the record again',
      rejected(
        decided(figure(9, ['3 10:00 The Paper 0.7', '4 10:00 Herald 0.7']), 'rejected', [
          '3 10:00 The Paper 0.7',
        ]),
      ),
      [],
    ],
    [
      'is, beside another one that was refused as well',
      rejected(
        decided(surely(TWELVE), 'rejected'),
        decided(figure(9, ['5 10:00 The Paper 0.7']), 'rejected'),
      ),
      ['12 dead', '9 dead'],
    ],
    [
      'is, though it would be nothing beside what is sure',
      rejected(
        surely(held('12 10:00 Herald 0.7')),
        decided(state('called-off', ['13 10:00 Tattler 0.7']), 'rejected'),
      ),
      ['called off'],
    ],
    ['is not, where it was accepted since', rejected(decided(decided(NINE, 'rejected'), 'accepted')), []],
  ])('%s', (_what, found, expected) => {
    expect(found).toEqual(expected);
  });
});

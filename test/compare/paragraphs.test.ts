import { describe, expect, test } from 'vitest';
import { likelihoodOf } from '../../lib/compare/fold/likelihood.ts';
import { foldStory } from '../../lib/compare/fold/story.ts';
import type { Evidence } from '../../lib/model/report.ts';
import type { Value } from '../../lib/model/value.ts';
import { valueData } from '../../lib/view/values.ts';
import { changeWith } from '../support/evidence.ts';
import { recordsOf, storyOf } from '../support/records.ts';
import { item } from '../support/story.ts';

/** What the text of an article adds to its headline and summary. */

const STORY = storyOf({
  toll: 'At least 7 people were killed when the storm hit Norhaven on 1 March 2026.',
  visit: 'Transport minister Adela Brandt will visit the island of Norhaven on 12 March 2026.',
});
const said = (title: string, summary: string, ...text: string[]) =>
  recordsOf(STORY, [item({ title, summary, text: text.join('\n') })]).map(
    ({ claimId, kind, value }) => `${claimId} ${kind} ${valueData(value)}`,
  );

describe('the text of an article', () => {
  test.each<[string, string[], string[]]>([
    [
      'is read where a teaser stands for it',
      [
        'Norhaven mourns',
        'Click to read.',
        'Nine people have been killed by the storm that hit Norhaven, police said.',
      ],
      ['toll revised 9'],
    ],
    [
      'is read where the head is of something else',
      [
        'Morning briefing',
        'The day in brief.',
        'Shares fell.',
        'Adela Brandt has cancelled her visit to Norhaven.',
      ],
      ['visit cancelled called off'],
    ],
    [
      'does not gainsay the head',
      [
        'Norhaven storm death toll rises to 11',
        '',
        'At least 9 people were killed by the storm on Norhaven, police said.',
      ],
      ['toll revised 11'],
    ],
    [
      'is passed over where it retells days gone by',
      [
        'Norhaven counts the cost',
        'A look back.',
        'On 2 March Adela Brandt cancelled her visit to Norhaven.',
      ],
      [],
    ],
    [
      'is passed over where it tells of long ago',
      [
        'Norhaven counts the cost',
        'A look back.',
        'Twelve years ago, at least 31 people were killed when a storm hit Norhaven.',
      ],
      [],
    ],
    [
      'is passed over where its sentence names a year gone by',
      [
        'Norhaven counts the cost',
        'A look back.',
        'At least 31 people were killed when a storm hit Norhaven in 1987.',
      ],
      [],
    ],
    [
      'is passed over where a paragraph is not of the story',
      ['Norhaven counts the cost', '', 'Nine people were killed in a fire in Lisbon.'],
      [],
    ],
  ])('%s', (_what, [title = '', summary = '', ...text], expected) =>
    expect(said(title, summary, ...text)).toEqual(expected),
  );
});

describe('a headline that two origins have word for word', () => {
  const title = 'Brandt to visit Norhaven on Friday after all';
  const lines = ['3 10:00 Wire 0.3', '3 11:00 wire.example 0.3'];
  const shared = (value: Value, change: Partial<Evidence>) => changeWith(null, 'turn', value, lines, change);

  test('is one voice', () => {
    const turn = { kind: 'turn', name: 'x' } as const;
    const likely = (own: Partial<Evidence>) => likelihoodOf(shared(turn, own).evidence);
    expect([likely({}), likely({ title }), likely({ title: 'Brandt to visit' })]).toEqual([0.51, 0.3, 0.51]);
  });

  test('makes no turn', () => {
    const turn = { kind: 'turn', name: 'x' } as const;
    const records = (own: Partial<Evidence>) => foldStory(STORY, [shared(turn, own)]).length;
    expect([records({}), records({ title })]).toEqual([1, 0]);
  });
});

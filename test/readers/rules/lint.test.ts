import { describe, expect, test } from 'vitest';
import { lintClaims } from '../../../lib/readers/rules/lint.ts';
import { BRIDGE } from '../../support/story.ts';

const lintOf = (...texts: string[]) =>
  lintClaims({
    article: BRIDGE.article,
    claims: texts.map((text, i) => ({ id: `claim-${i + 1}`, text })),
  });
const told = (text: string) => {
  const [claim] = lintOf(text);
  return {
    kinds: claim?.kinds.join(' '),
    faults: claim?.faults.map(({ fault, words }) => [fault, ...words].join(' ')),
  };
};

describe('a claim that can be watched', () => {
  test.each([
    [
      'Transport minister Adela Brandt will visit Norhaven; no date has been given for the visit.',
      'scheduled cancelled occurred',
    ],
    [
      'Transport minister Adela Brandt will visit Norhaven on 9 March 2026.',
      'rescheduled cancelled occurred',
    ],
    [
      'At least 7 people were killed when the storm hit Norhaven on 1 March 2026.',
      'revised confirmed denied',
    ],
    [
      'It is expected that the Norhaven bridge will reopen on Saturday 14 March 2026.',
      'rescheduled cancelled occurred',
    ],
    [
      'Sundline did not respond to a request for comment on the safety inspection of its ferries.',
      'responded',
    ],
  ])('%s', (text, kinds) => expect(told(text)).toEqual({ kinds, faults: [] }));
});

describe('what is to be mended', () => {
  test.each([
    ['It rained and then it stopped.', ['nothing', 'pronoun It']],
    ['He will visit Norhaven on 9 March 2026.', ['pronoun He']],
    ['Adela Brandt will visit Norhaven next week.', ['relative next week']],
    ['Adela Brandt will visit Norhaven on Friday.', ['relative Friday']],
    [
      'Adela Brandt is to visit Norhaven on 9 March 2026, and the court is to hold a hearing on the ferry on 12 March 2026.',
      ['events visit hearing'],
    ],
    [
      `Adela Brandt, ${'who has been minister for many years now, '.repeat(9)}will visit Norhaven on 9 March 2026.`,
      [expect.stringMatching(/^long \d+$/)],
    ],
  ])('%s', (text, faults) => expect(told(text).faults).toEqual(faults));

  test('a claim that another one repeats', () => {
    const [, second] = lintOf(
      'Adela Brandt will visit Norhaven on 9 March 2026.',
      'Adela Brandt will visit Norhaven on 9 March, 2026',
    );
    expect(second?.faults).toEqual([{ fault: 'twin', words: ['claim-1'], date: null }]);
  });

  test('a relative date is told with what it comes to', () => {
    const [claim] = lintOf('Adela Brandt will visit Norhaven next week.');
    expect(claim?.faults[0]?.date).toBe('2026-03-09/2026-03-15');
  });
});

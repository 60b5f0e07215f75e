import { describe, expect, test } from 'vitest';
import { mend, type Wanted } from '../../../lib/compare/value/mend.ts';
import type { ChangeRecord } from '../../../lib/model/report.ts';
import { valueData } from '../../../lib/view/values.ts';
import { STORY } from '../../support/ledger.ts';

type Said = Pick<ChangeRecord, 'aspect' | 'kind' | 'value' | 'words'>;
const TOLL: Said = {
  kind: 'revised',
  aspect: 'figure:dead',
  value: { kind: 'figure', amount: 9, upTo: null, bound: 'exactly', unit: null },
  words: null,
};
const DATED: Said = {
  kind: 'scheduled',
  aspect: 'date',
  value: { kind: 'date', edtf: '2026-03-10' },
  words: null,
};
const HELD: Said = {
  kind: 'occurred',
  aspect: 'state',
  value: { kind: 'state', state: 'held', on: '2026-03-10' },
  words: 'opened to traffic',
};
const TURN: Said = {
  kind: 'new',
  aspect: 'turn',
  value: { kind: 'turn', name: 'A strike', mark: 'strike' },
  words: null,
};

const mended = (said: Said, kind: Wanted['kind'], text: string | null, change: Partial<Wanted> = {}) => {
  const claimId = kind === 'new' ? null : 'c';
  const slots = STORY.slots['c'] ?? null;
  const made = mend(said, { kind, claimId, text, slots, saidOn: '2026-03-10', ...change });
  return 'fault' in made
    ? made.fault
    : `${made.aspect} ${valueData(made.value)}${made.words ? ` “${made.words}”` : ''}`;
};

describe('an editor’s words are read as a value', () => {
  test.each<[string, string, string]>([
    ['a number', mended(TOLL, 'revised', '23'), 'figure:dead 23'],
    ['a number with its noun', mended(TOLL, 'revised', 'at least 23 dead'), 'figure:dead 23'],
    ['a sum, of the figure that is one', mended(DATED, 'revised', '$35'), 'figure:amount 35'],
    ['a day', mended(DATED, 'rescheduled', '2026-03-20'), 'date 2026-03-20'],
    ['a month', mended(DATED, 'rescheduled', '2026-04'), 'date 2026-04'],
    ['a span', mended(DATED, 'scheduled', '2026-04-01/2026-04-07'), 'date 2026-04-01/2026-04-07'],
    ['a day in words, by the year of its reports', mended(DATED, 'scheduled', '20 March'), 'date 2026-03-20'],
    [
      'put off, with no date',
      mended(DATED, 'rescheduled', 'put off for weeks'),
      'state postponed, no new date “put off for weeks”',
    ],
    ['called off', mended(DATED, 'cancelled', null), 'state called off'],
    [
      'called off, in words',
      mended(DATED, 'cancelled', 'over the weather'),
      'state called off “over the weather”',
    ],
    ['held, on a day', mended(DATED, 'occurred', '2026-03-09'), 'state 2026-03-09'],
    ['held, on the day that was known', mended(DATED, 'occurred', null), 'state 2026-03-10'],
    ['upheld, where it is still to come', mended(HELD, 'confirmed', null), 'state 2026-03-10'],
    ['denied', mended(HELD, 'denied', 'the mayor says no'), 'stance denied “the mayor says no”'],
    ['a turn by another name', mended(TURN, 'new', 'Crews walk out'), 'turn Crews walk out'],
    ['the same on another claim', mended(TOLL, 'revised', null), 'figure:dead 9'],
  ])('%s', (_what, found, expected) => {
    expect(found).toBe(expected);
  });
});

describe('says what it expects instead', () => {
  test.each<[string, string, RegExp]>([
    ['no number', mended(TOLL, 'revised', 'more'), /^found "more", expected a number like 23/],
    ['no date', mended(DATED, 'scheduled', 'soon'), /^found "soon", expected a date like 2025-12-02/],
    ['a day that is none', mended(DATED, 'scheduled', '2026-02-31'), /^found "2026-02-31", expected a date/],
    ['a span that runs backward', mended(DATED, 'scheduled', '2026-04-07/2026-04-01'), /expected a date/],
    ['a date for a figure', mended(TOLL, 'revised', '2025-13-45'), /expected a number like 23/],
    ['two numbers', mended(TOLL, 'revised', '7 or 8'), /expected a number like 23/],
    ['a number for words', mended(TOLL, 'cancelled', '23'), /^found "23", expected a few words/],
    ['a date that is none, of what was held', mended(HELD, 'occurred', '2025-02-30'), /expected a date/],
    ['a misspelt date of what was moved', mended(DATED, 'rescheduled', '20 Mrach'), /expected a date/],
    ['no value for another kind', mended(HELD, 'revised', null), /^found no value, expected a number/],
    [
      'a turn on a claim',
      mended(TURN, 'new', 'x', { claimId: 'c' }),
      /^found "new" on the claim c, expected a turn/,
    ],
  ])('%s', (_what, found, expected) => {
    expect(found).toMatch(expected);
  });
});

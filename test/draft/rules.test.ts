import { describe, expect, test } from 'vitest';
import { withDatesInFull } from '../../lib/draft/rules/dates-in-full.ts';
import { withFullNames, withoutPronoun } from '../../lib/draft/rules/names-in-full.ts';
import { peopleOf } from '../../lib/draft/rules/people.ts';
import { splitStatements } from '../../lib/draft/rules/statements.ts';
import { sentencesOf } from '../../lib/draft/sentences.ts';

/** Without a model: what is safe is written out, the rest stays as it is. */

describe('what somebody is quoted with is not rewritten', () => {
  test('dates', () => {
    const text = '“We walk out on Friday,” she said on Monday.';
    expect(withDatesInFull(text, '2026-03-04')).toBe(
      '“We walk out on Friday,” she said on Monday, 2 March 2026.',
    );
  });

  test('names', () => {
    const people = new Map([['Brandt', 'Adela Brandt']]);
    expect(withFullNames('“Ask Brandt,” said Brandt.', people)).toBe('“Ask Brandt,” said Adela Brandt.');
  });
});

describe('parts', () => {
  test.each([
    [
      'The bridge is shut for good, and the minister will visit it on Friday.',
      'The bridge is shut for good.',
      'The minister will visit it on Friday.',
    ],
    [
      'The contractor was not chosen; the bids are due on Friday.',
      'The contractor was not chosen.',
      'The bids are due on Friday.',
    ],
    [
      'Trains were stopped all day, while the buses were running late.',
      'Trains were stopped all day.',
      'The buses were running late.',
    ],
  ])('%s', (sentence, ...statements) => {
    expect(splitStatements(sentence)).toEqual(statements);
  });
});

describe('does not part', () => {
  test.each([
    ['what somebody says behind and', 'He said the bridge was shut, and the minister would visit it.'],
    [
      'what both are quoted for at the end',
      'The bridge is shut, and the minister will visit it, Brandt said.',
    ],
    ['what somebody says behind a semicolon', 'He said the bridge was shut; the minister would visit it.'],
    ['two things that one does', 'The council voted for the tram and put off a decision.'],
    ['a list', 'The route takes in 38 homes, a club and two shops.'],
  ])('%s', (_what, sentence) => {
    expect(splitStatements(sentence)).toEqual([sentence]);
  });
});

describe('dates in full, of an article of Tuesday, 3 February 2026', () => {
  test.each([
    ['Talks resumed on Tuesday.', 'Talks resumed on Tuesday, 3 February 2026.'],
    [
      'The committee will meet on Thursday to decide.',
      'The committee will meet on Thursday, 5 February 2026, to decide.',
    ],
    ['They may be allowed back on Thursday.', 'They may be allowed back on Thursday, 5 February 2026.'],
    ['Crowds gathered on Sunday.', 'Crowds gathered on Sunday, 1 February 2026.'],
    ['It ends by Friday.', 'It ends by Friday, 6 February 2026.'],
    ['The ballot closes on Feb. 20.', 'The ballot closes on 20 February 2026.'],
    ['She will visit Norhaven next week.', 'She will visit Norhaven in the week of 9 February 2026.'],
    ['He told reporters on Monday evening.', 'He told reporters on the evening of Monday, 2 February 2026.'],
    ['They will stay until the end of the month.', 'They will stay until the end of February 2026.'],
    ['Work could begin in October.', 'Work could begin in October 2026.'],
  ])('%s', (sentence, full) => {
    expect(withDatesInFull(sentence, '2026-02-03')).toBe(full);
  });

  test.each([
    ['a date that is whole', 'The ballot closes on 20 February 2026.'],
    ['the day of something', 'Seven riders will start Friday’s stage.'],
    ['no date', 'Sunday papers sell less.'.replace('Sunday', 'Weekend')],
  ])('leaves alone %s', (_what, sentence) => {
    expect(withDatesInFull(sentence, '2026-02-03')).toBe(sentence);
  });
});

describe('names', () => {
  const SENTENCES = sentencesOf([
    'Runa Ashdale, the dairy’s chief executive, said production in Tarn Bridge would stop. She did not say for how long.',
    'Health Minister Solveig Tarn backed the agency’s director, Piet Corrow. She plans to visit.',
    'Corrow has denied it.',
  ]);
  const PEOPLE = peopleOf(SENTENCES);

  test('people are told from places', () => {
    expect([...PEOPLE]).toEqual([
      ['Ashdale', 'Runa Ashdale'],
      ['Tarn', 'Solveig Tarn'],
      ['Corrow', 'Piet Corrow'],
    ]);
  });

  test.each([
    ['a surname', 'Corrow has denied it.', 'Piet Corrow has denied it.'],
    [
      'one that is part of another name',
      'Production in Tarn Bridge stops.',
      'Production in Tarn Bridge stops.',
    ],
    ['one after a title', 'Mrs Tarn has denied it.', 'Mrs Tarn has denied it.'],
  ])('%s', (_what, sentence, full) => {
    expect(withFullNames(sentence, PEOPLE)).toBe(full);
  });

  test('a pronoun is the one person of the sentence before', () => {
    expect(withoutPronoun('She did not say for how long.', SENTENCES.slice(0, 1), PEOPLE)).toBe(
      'Runa Ashdale did not say for how long.',
    );
  });

  test('it stays where two may be meant, or none is named', () => {
    const text = 'She plans to visit.';
    expect(withoutPronoun(text, SENTENCES.slice(2, 3), PEOPLE)).toBe(text);
    expect(withoutPronoun(text, sentencesOf(['The bridge is shut.']), PEOPLE)).toBe(text);
  });
});

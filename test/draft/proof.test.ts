import { describe, expect, test } from 'vitest';
import { proveClaim } from '../../lib/draft/proof/prove.ts';
import { sentencesOf } from '../../lib/draft/sentences.ts';

/** A drafted claim says nothing that its article does not. */

const PARAGRAPHS = [
  'LESSIM, Feb 3 (Newswire) - Train crews across Tarvenia walked out for a second day on Tuesday. At least 1,140 trains were cancelled on Monday, the operator TarvRail said, and it expected a similar number to be lost on Tuesday.',
  'Davo Merrin, general secretary of the Federation of Train Crews, said the strike would end on Friday. He has promised no new walkouts before a ballot closes on Feb. 20.',
  'The loss is thought to be about 7 million dorins a day, according to two people familiar with the finances. TarvRail has not said how much it is losing.',
  'The port authority warned that fuel could run low by early next week. Two of the three men held were released without charge; the third is due in court on Wednesday.',
];
const ARTICLE = {
  title: 'Rail strike enters second day',
  publisher: 'Newswire',
  publishedAt: '2026-02-03T16:42:00Z',
  url: null,
  paragraphs: PARAGRAPHS,
};
const SENTENCES = sentencesOf(PARAGRAPHS);
const prove = (text: string, ...sentences: number[]) =>
  proveClaim({ text, sentences }, ARTICLE, SENTENCES).map(({ fault, words }) => `${fault}: ${words}`);

describe('holds', () => {
  test.each([
    [
      'At least 1,140 trains were cancelled in Tarvenia on Monday, 2 February 2026, the operator TarvRail said.',
      2,
    ],
    [
      'Davo Merrin, general secretary of the Federation of Train Crews, said the strike would end on Friday, 6 February 2026.',
      3,
    ],
    ['Davo Merrin has promised no new walkouts in Tarvenia before a ballot closes on 20 February 2026.', 4],
    ['The loss from the strike is thought to be about 7 million dorins a day, according to two people.', 5],
    ['As of 3 February 2026, TarvRail has not said how much the strike costs.', 6],
    ['The port authority warned that fuel could run low by early in the week of 9 February 2026.', 7],
    ['The third of three men held is due in court on Wednesday, 4 February 2026.', 8],
    ['Train crews across Tarvenia walked out in February 2026.', 1],
  ])('%s', (text, sentence) => {
    expect(prove(text, sentence)).toEqual([]);
  });
});

describe('fails', () => {
  test.each([
    ['names no sentence', 'Train crews walked out.', [], 'sentences: none'],
    ['names one that is not there', 'Train crews walked out.', [40], 'sentences: none'],
    ['another name', 'Train crews across Zembla walked out.', [1], 'name: Zembla'],
    [
      'another figure',
      'At least 1,410 trains were cancelled on Monday, 2 February 2026, TarvRail said.',
      [2],
      'figure: 1,410',
    ],
    ['another figure in words', 'Five of the men held were released without charge.', [8], 'figure: Five'],
    [
      'another day',
      'Davo Merrin said the strike would end on 7 February 2026.',
      [3],
      'date: on 7 February 2026',
    ],
    [
      'a weekday that is not that day’s',
      'Davo Merrin said the strike would end on Thursday, 6 February 2026.',
      [3],
      'date: on Thursday, 6 February 2026',
    ],
    [
      'another year',
      'Train crews across Tarvenia walked out on 3 February 2025.',
      [1],
      'date: on 3 February 2025',
    ],
    ['a lost speaker', 'The strike will end on Friday, 6 February 2026.', [3], 'speech: said'],
    [
      'a lost hedge',
      'Fuel will be low early in the week of 9 February 2026, the port authority says.',
      [7],
      null,
    ],
    [
      'a lost estimate',
      'The loss from the strike is 7 million dorins a day, according to two people.',
      [5],
      'hedge: thought',
    ],
    [
      'a lost negation',
      'Davo Merrin has promised new walkouts before a ballot closes on 20 February 2026.',
      [4],
      'negation: no',
    ],
    ['a negation of its own', 'Train crews across Tarvenia have not walked out.', [1], 'negation: not'],
  ])('%s', (_what, text, sentences, fault) => {
    // `will be low` for `could run low` is a plan's word, which a hedge may become: that is left to who reads the draft.
    expect(prove(text, ...sentences)).toEqual(fault === null ? [] : [fault]);
  });
});

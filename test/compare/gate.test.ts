import { describe, expect, test } from 'vitest';
import { createGate } from '../../lib/compare/gate.ts';
import type { Item } from '../../lib/model/item.ts';
import { storyOf } from '../../lib/monitor/story.ts';
import { BRIDGE, item } from '../support/story.ts';

const gate = createGate();
const story = storyOf({
  ...BRIDGE,
  claims: [
    ...BRIDGE.claims,
    { id: 'envoy', text: 'Ukraine hopes that the envoy Steve Witkoff will visit Norhaven.' },
  ],
  names: {
    Witkoff: ['Віткофф', 'ويتكوف', 'ウィトコフ'],
    Brandt: ['Брандт'],
    Norhaven: ['Nordhafen', 'ノルハーヴェン'],
  },
  ungated: ['https://islander.example/rss'],
});
const passes = (title: string, fields: Partial<Item> = {}) => gate(story, item({ title, ...fields }));

describe('lets through', () => {
  test.each<[string, string, Partial<Item>, string]>([
    ['two telling terms of the story', 'Norhaven bridge shut for weeks', {}, 'terms'],
    ['a party alone in a headline', 'Brandt: not before Easter', {}, 'terms'],
    [
      'a name that no other news has, in the lead',
      'Pay row deepens',
      { summary: 'Sundline made no offer.' },
      'terms',
    ],
    [
      'a paragraph that is plainly of it',
      'Morning briefing',
      {
        text: 'Weather.\nNorhaven bridge storm killed seven; Sundline ferry crews and Adela Brandt in Osterby talks.',
      },
      'paragraph',
    ],
    [
      'every item of a feed that needs no gate',
      'Anything at all',
      { feeds: ['https://islander.example/rss'] },
      'feed',
    ],
    ['another form of a name', 'Nordhafen wartet auf die Brücke', {}, 'terms'],
    ['a name in Cyrillic letters, inflected', 'Віткоффа чекають у Норгейвені', {}, 'party'],
    ['a name in Arabic letters, after a particle', 'لقاء مع ويتكوف قريبا', {}, 'party'],
    ['a name in a script without blanks', 'ウィトコフ氏がノルハーヴェンを訪問へ', {}, 'terms'],
    ['a country by its name in another language', 'Ucrania espera a Nordhafen', {}, 'terms'],
  ])('%s', (_what, title, fields, by) => {
    expect(passes(title, fields)).toMatchObject({ passed: true, by });
  });
});

describe('stops', () => {
  test.each<[string, string, Partial<Item>]>([
    ['another matter', 'Chess: champion holds on in sixth game', {}],
    ['one common term of the story', 'Storm warning for the mainland', {}],
    [
      'an item from before the article',
      'Norhaven bridge shut for weeks',
      { saidAt: '2026-02-27T09:00:00.000Z' },
    ],
    [
      'a paragraph that names it in passing',
      'Morning briefing',
      { summary: 'x'.repeat(100), text: 'Ferries were late.' },
    ],
    ['a word that only holds a name', 'Brandtner gewinnt Slalom', {}],
  ])('%s', (_what, title, fields) => expect(passes(title, fields).passed).toBe(false));
});

test('says which words let an item through', () => {
  expect(passes('Norhaven bridge shut for weeks').words).toEqual(
    expect.arrayContaining(['Norhaven', 'bridge']),
  );
});

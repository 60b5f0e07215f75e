import { expect, test } from 'vitest';
import { createGate } from '../../lib/compare/gate.ts';
import { createGates } from '../../lib/compare/gates.ts';
import type { Item } from '../../lib/model/item.ts';
import { storyOf } from '../../lib/monitor/story.ts';
import { defaultFolders, openStream } from '../score/stream.ts';
import { BRIDGE, BRIDGE_COVERAGE, BRIDGE_STORY, item } from '../support/story.ts';

const UNGATED = 'https://islander.example/rss';
const NAMED = storyOf({
  ...BRIDGE,
  story: 'named',
  names: { Brandt: ['Брандт', 'ブラント'], Norhaven: ['Nordhafen', 'N'] },
  ungated: [UNGATED],
});
const OTHERS: Item[] = [
  item({ title: 'Чемпионат: Брандта ждут' }),
  item({ title: 'ブラント氏が来る' }),
  item({ title: 'Nordhafens Brücke' }),
  item({ title: 'Chess final', feeds: [UNGATED] }),
  item({ title: 'Chess final', feeds: ['https://other.example/rss'] }),
  item({ title: 'Norhaven bridge shut', saidAt: '2020-01-01T00:00:00.000Z' }),
  item({
    title: 'Briefing',
    text: 'Weather.\nNorhaven bridge storm killed seven; Sundline ferry crews strike.',
  }),
];

test('lets through what each story’s own gate does, on every labelled stream', async () => {
  const streams = await Promise.all(defaultFolders().map(openStream));
  for (const { close } of streams) close();
  const stories = [BRIDGE_STORY, NAMED, ...streams.map(({ baseline }) => storyOf(baseline))];
  const [gate, gates] = [createGate(), createGates()];
  const items = [...OTHERS, ...BRIDGE_COVERAGE, ...streams.flatMap((stream) => stream.items)];
  const slugs = (own: typeof stories) => own.map(({ baseline }) => baseline.story);
  const passing = items.map((each) => slugs(stories.filter((story) => gate(story, each).passed)));
  expect(items.map((each) => slugs(gates(stories, each)))).toEqual(passing);
  expect(passing.flat().length).toBeGreaterThan(items.length / 2);
  expect(passing.slice(0, 5).map((own) => own.includes('named'))).toEqual([true, true, true, true, false]);
});

test('asks only the stories that are named, in their order, and tells two of one text apart', () => {
  const gates = createGates();
  const twin = { ...BRIDGE_STORY, baseline: { ...BRIDGE, story: 'twin' } };
  const [news] = BRIDGE_COVERAGE;
  if (!news) throw new Error('the coverage is empty');
  expect(gates([twin, BRIDGE_STORY], news)).toEqual([twin, BRIDGE_STORY]);
  expect(gates([BRIDGE_STORY], news)).toEqual([BRIDGE_STORY]);
  expect(gates([], news)).toEqual([]);
});

test('more stories than are kept prepared are still told apart', () => {
  const gates = createGates();
  const many = Array.from({ length: 700 }, (_, i) => ({
    ...BRIDGE_STORY,
    digest: `digest ${i}`,
    baseline: { ...BRIDGE, story: `story-${i}`, claims: BRIDGE.claims.slice(i % 3) },
  }));
  const [news] = BRIDGE_COVERAGE;
  if (!news) throw new Error('the coverage is empty');
  for (const story of many.slice(0, 600)) gates([story], news);
  const gate = createGate();
  expect(gates(many, news)).toEqual(many.filter((story) => gate(story, news).passed));
});

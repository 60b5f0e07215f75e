import { describe, expect, test } from 'vitest';
import { facets } from '../../../support/read.ts';

const read = (text: string) =>
  facets(text, 'event').map(
    ({ head, phase, background }) => `${head} ${phase}${background ? ' (background)' : ''}`,
  );

describe('reads the phase of an event', () => {
  test.each([
    ['# Witkoff meets Putin', 'meeting done'],
    ['# Witkoff to visit Moscow', 'visit planned'],
    ['The envoy will visit the island.', 'visit planned'],
    ['The envoy may visit the island.', 'visit possible'],
    ['The envoy has visited the island.', 'visit done'],
    ['The envoy will not visit the island.', 'visit cancelled'],
    ['The talks were held in Osterby.', 'meeting done'],
    ['The talks are to be held in Osterby.', 'meeting planned'],
    ['The talks were called off.', 'meeting cancelled'],
    ['The operator called the talks off.', 'meeting cancelled'],
    ['# Launch postponed to 12 April', 'launch postponed'],
    ['# Storm delays launch', 'launch postponed'],
    ['The election will go ahead as planned.', 'election affirmed'],
    ['The talks are under way.', 'meeting underway'],
    ['# Police arrest three over fire', 'arrest done'],
    ['NASA will roll the rocket back after the test.', 'rollback planned'],
    ['The court is expected to rule in June.', 'ruling planned'],
    ['The ceasefire took effect at noon.', 'ceasefire done'],
    ['The envoy is expected in Osterby next week.', 'visit planned'],
    ['# Ministers meet in Osterby', 'meeting done'],
  ])('%s', (text, expected) => expect(read(text)).toContain(expected));
});

describe('keeps apart what only stands around', () => {
  test.each([
    ['He spoke after the talks in Osterby.', 'meeting done (background)'],
    ['A deal should be reached before the president comes to town.', 'visit planned (background)'],
    ['If the court strikes the law down, firms get refunds.', 'ruling mentioned (background)'],
  ])('%s', (text, expected) => expect(read(text)).toContain(expected));
});

describe('leaves alone', () => {
  test.each([
    ['a month', 'The window opens on 11 March.', 'protest'],
    ['what another noun is about', 'She announced a report on tariffs.', 'tariff'],
    ['a noun that only qualifies another', 'The fire committee was appointed.', 'fire'],
  ])('%s', (_what, text, head) => {
    expect(read(text).filter((event) => event.startsWith(head) && !event.endsWith('mentioned'))).toEqual([]);
  });
});

test('in a headline a comma parts two predicates, each with its own event', () => {
  expect(read('# NASA completes fuelling test, targets March 6 launch')).toEqual(
    expect.arrayContaining(['rehearsal done', 'launch planned']),
  );
});

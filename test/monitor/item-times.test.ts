import { describe, expect, test } from 'vitest';
import { type FeedMemory, NO_MEMORY } from '../../lib/model/feed.ts';
import type { FeedItem } from '../../lib/model/item.ts';
import { recall } from '../../lib/monitor/feed-memory.ts';
import { item, told } from '../support/story.ts';

/** When items were said, and which of them are the same, over several looks at one feed. */

const ENTRY: FeedItem = {
  ...told(item({ guid: 'g', title: 'Toll rises to 8', summary: 'Follow the latest.' })),
  publishedAt: '2026-03-03T08:00:00.000Z',
};
const UNDATED = { ...ENTRY, publishedAt: null };
/** A look at a feed: when, and what it holds then. */
type Look = readonly [time: string, items: readonly FeedItem[]];
const at = (time: string) => ({ now: new Date(time), replays: false });

/** What the last of several looks gives. */
function looks(...all: readonly Look[]) {
  let memory: FeedMemory = NO_MEMORY;
  let last = recall([], memory, at('2026-03-01T00:00:00Z'));
  for (const [time, items] of all) {
    last = recall(items, memory, at(time));
    memory = { items: last.items, judged: {} };
  }
  return last.dated;
}
const saidAt = (...all: readonly Look[]) => looks(...all)[0]?.item.saidAt.slice(0, 16);
const edited = (entry: FeedItem, change: Partial<FeedItem> = {}) => ({
  ...entry,
  title: 'Toll rises to 11',
  ...change,
});

describe('a version was said', () => {
  test.each<[string, readonly Look[], string]>([
    ['when it was published', [['2026-03-03T09:00:00Z', [ENTRY]]], '2026-03-03T08:00'],
    [
      'when its feed says that it was updated',
      [['2026-03-04T12:00:00Z', [{ ...ENTRY, updatedAt: '2026-03-04T10:00:00.000Z' }]]],
      '2026-03-04T10:00',
    ],
    [
      'edited under an old date, when that text was first seen',
      [
        ['2026-03-03T09:00:00Z', [ENTRY]],
        ['2026-03-03T20:00:00Z', [edited(ENTRY)]],
      ],
      '2026-03-03T20:00',
    ],
    [
      'edited with a date that moved, at that date',
      [
        ['2026-03-03T09:00:00Z', [ENTRY]],
        ['2026-03-03T20:10:00Z', [edited(ENTRY, { updatedAt: '2026-03-03T20:00:00.000Z' })]],
      ],
      '2026-03-03T20:00',
    ],
    [
      'and keeps that time',
      [
        ['2026-03-03T09:00:00Z', [ENTRY]],
        ['2026-03-03T20:00:00Z', [edited(ENTRY)]],
        ['2026-03-05T20:00:00Z', [edited(ENTRY)]],
      ],
      '2026-03-03T20:00',
    ],
    [
      'whose date moves without a word, at its first one',
      [
        ['2026-03-03T09:00:00Z', [ENTRY]],
        ['2026-03-04T09:00:00Z', [{ ...ENTRY, updatedAt: '2026-03-04T08:00:00.000Z' }]],
      ],
      '2026-03-03T08:00',
    ],
    ['undated, when it was first seen', [['2026-03-03T09:00:00Z', [UNDATED]]], '2026-03-03T09:00'],
    [
      'undated, also when it has left and comes back',
      [
        ['2026-03-03T09:00:00Z', [UNDATED]],
        ['2026-03-04T09:00:00Z', []],
        ['2026-03-06T09:00:00Z', [UNDATED]],
      ],
      '2026-03-03T09:00',
    ],
    [
      'edited, left and back, when that text was first seen',
      [
        ['2026-03-03T09:00:00Z', [ENTRY]],
        ['2026-03-03T20:00:00Z', [edited(ENTRY)]],
        ['2026-03-04T09:00:00Z', []],
        ['2026-03-06T09:00:00Z', [edited(ENTRY)]],
      ],
      '2026-03-03T20:00',
    ],
  ])('%s', (_what, all, expected) => expect(saidAt(...all)).toBe(expected));
});

describe('no date is', () => {
  test.each<[string, string]>([
    ['one of months ahead', '2026-10-31T07:00:00.000Z'],
    ['one of hours ahead', '2026-03-03T19:30:00.000Z'],
    ['one before there were feeds', '1970-01-21T12:15:27.000Z'],
  ])('%s: the item counts now', (_what, publishedAt) => {
    expect(saidAt(['2026-03-03T12:00:00Z', [{ ...ENTRY, publishedAt }]])).toBe('2026-03-03T12:00');
  });

  test('a clock that is minutes fast is one: the item counts now, at the latest', () => {
    const fast = { ...ENTRY, publishedAt: '2026-03-03T12:10:00.000Z' };
    expect(saidAt(['2026-03-03T12:00:00Z', [fast]])).toBe('2026-03-03T12:00');
  });
});

test('of what has left, only what cannot be dated again is remembered, and not for ever', () => {
  const memoryAfter = (...all: readonly Look[]) => {
    let memory: FeedMemory = NO_MEMORY;
    for (const [time, items] of all) memory = { items: recall(items, memory, at(time)).items, judged: {} };
    return memory.items.map(({ id }) => id);
  };
  const other = { ...ENTRY, id: 'dated', guid: 'dated' };
  const first: Look = ['2026-03-03T09:00:00Z', [UNDATED, other]];
  expect(memoryAfter(first, ['2026-03-04T09:00:00Z', []])).toEqual([UNDATED.id]);
  expect(memoryAfter(first, ['2026-03-04T09:00:00Z', []], ['2026-06-01T09:00:00Z', []])).toEqual([]);
});

describe('one item is', () => {
  const idsOf = (...all: readonly Look[]) => looks(...all).map(({ item: { id } }) => id);
  const now = '2026-03-03T09:00:00Z';
  const later = '2026-03-03T10:00:00Z';
  const entry = (id: string, guid: string): FeedItem => ({ ...ENTRY, id, guid });

  test('one guid under another link', () => {
    expect(idsOf([now, [entry('page-1', 'g')]], [later, [entry('page-2', 'g')]])).toEqual(['page-1']);
  });

  test('one page under another guid', () => {
    expect(idsOf([now, [entry('page-1', 'g')]], [later, [entry('page-1', 'h')]])).toEqual(['page-1']);
  });

  test('not a guid that counts the entries anew each time', () => {
    expect(
      idsOf(
        [now, [entry('page-a', '1'), entry('page-b', '2')]],
        [later, [entry('page-new', '1'), entry('page-a', '2'), entry('page-b', '3')]],
      ),
    ).toEqual(['page-new', 'page-a', 'page-b']);
  });

  test('not a guid that several have', () => {
    expect(
      idsOf([now, [entry('page-a', 'g')]], [later, [entry('page-b', 'g'), entry('page-c', 'g')]]),
    ).toEqual(['page-b', 'page-c']);
  });

  test('a post of a live blog, also when the others have left and its page is its own', () => {
    expect(idsOf([now, [entry('post-1', '1'), entry('post-2', '2')]], [later, [entry('live', '2')]])).toEqual(
      ['post-2'],
    );
  });
});

describe('a feed has turned over', () => {
  const entries = (...ids: string[]) => ids.map((id): FeedItem => ({ ...ENTRY, id, guid: id, title: id }));
  test.each<[string, string[], string[], boolean]>([
    ['where none of its items is there any more', ['a', 'b'], ['c', 'd'], true],
    ['not where one is', ['a', 'b'], ['b', 'c'], false],
    ['not at its first look', [], ['a', 'b'], false],
    ['nor where it is empty', ['a', 'b'], [], false],
  ])('%s', (_what, before, now, expected) => {
    const { items } = recall(entries(...before), NO_MEMORY, at('2026-03-03T09:00:00Z'));
    const memory = { items, judged: {} };
    expect(recall(entries(...now), memory, at('2026-03-03T09:15:00Z')).isTurnedOver).toBe(expected);
  });
});

import { describe, expect, test } from 'vitest';
import { parseBaseline } from '../../lib/model/parse-baseline.ts';
import { BRIDGE } from '../support/story.ts';

const GOOD = {
  story: 'a-story',
  article: {
    title: 'T',
    publisher: 'P',
    url: 'https://p.example/t',
    publishedAt: '2026-03-02T08:00:00+01:00',
  },
  claims: [{ id: 'a', text: 'A will happen.' }],
};
const messageOf = (data: unknown) => {
  try {
    parseBaseline(data, 'file.json');
  } catch (error) {
    return (error as Error).message;
  }
  return 'accepted';
};

test('reads a baseline and fills in what may be missing', () => {
  expect(parseBaseline(GOOD, 'file.json')).toEqual({ ...GOOD, feeds: [], ungated: [], names: {} });
  expect(BRIDGE.claims).toHaveLength(5);
});

describe('refuses, with the place, what was found and what was expected', () => {
  test.each([
    ['nothing at all', null, 'the file: found null, expected an object with story, article and claims'],
    [
      'an id that every object has',
      { ...GOOD, claims: [{ id: 'constructor', text: 'A.' }] },
      'claims.0.id: found "constructor", expected a short name',
    ],
    ['a list', [], 'the file: found [], expected an object'],
    ['no story', { ...GOOD, story: undefined }, 'story: found nothing'],
    [
      'a story that is no slug',
      { ...GOOD, story: 'A Story' },
      'story: found "A Story", expected a short name',
    ],
    [
      'a day without a time',
      { ...GOOD, article: { ...GOOD.article, publishedAt: '2026-03-02' } },
      'article.publishedAt: found "2026-03-02", expected an ISO 8601 time with its zone',
    ],
    ['no claims', { ...GOOD, claims: [] }, 'claims: found [], expected at least one claim'],
    [
      'a claim without text',
      { ...GOOD, claims: [{ id: 'a', text: ' ' }] },
      'claims.0.text: found "", expected one sentence',
    ],
    [
      'two claims with one id',
      { ...GOOD, claims: [...GOOD.claims, ...GOOD.claims] },
      'claims.1.id: found "a", expected an id that no other claim',
    ],
    [
      'a feed that is no URL',
      { ...GOOD, feeds: ['feed.xml'] },
      'feeds.0: found "feed.xml", expected an http or https URL',
    ],
  ])('%s', (_what, data, expected) => {
    expect(messageOf(data)).toContain(expected);
  });
});

test('reports several faults together', () => {
  const message = messageOf({ ...GOOD, story: 7, claims: [{ id: 'a' }, { id: 'B!', text: 'x' }] });
  expect(message).toContain('story: found 7, expected a short name');
  expect(message).toContain('claims.0.text: found nothing');
  expect(message).toContain('claims.1.id: found "B!"');
});

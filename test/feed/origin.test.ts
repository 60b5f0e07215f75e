import { describe, expect, test } from 'vitest';
import { AGGREGATORS, PUBLISHERS } from '../../lib/feed/data/publishers.ts';
import { type Credited, originOf } from '../../lib/feed/origin.ts';

/** Whose report an item is: one report in many papers counts once. */

const ITEM: Credited = {
  summary: 'The minister said so.',
  text: '',
  creator: '',
  source: 'The Paper',
  sourceUrl: '',
  link: 'https://news.paper.example/a',
};
const LINK = 'https://news.google.com/rss/articles/CBM';

describe('the agency', () => {
  test.each<[string, Partial<Credited>, string]>([
    ['in a dateline', { summary: 'KYIV (Reuters) - The envoy said' }, 'Reuters'],
    ['in a dateline with a date', { summary: 'WASHINGTON, Nov 25 (AFP) – The envoy said' }, 'AFP'],
    ['alone', { summary: '(AP) — The envoy said' }, 'AP'],
    ['as the author', { creator: 'The Associated Press' }, 'AP'],
    ['among the authors', { creator: 'A. Writer, Agence France-Presse' }, 'AFP'],
    ['behind the outlet', { source: 'The Paper (dpa)' }, 'dpa'],
    ['before the outlet', { source: 'Reuters via The Paper' }, 'Reuters'],
    ['by its own site', { link: 'https://www.reuters.com/world/a' }, 'Reuters'],
    ['by an aggregator', { link: LINK, source: 'Reuters', sourceUrl: 'https://www.reuters.com' }, 'Reuters'],
    [
      'in a dateline below a teaser',
      { summary: 'A teaser.', text: 'KYIV (Reuters) - The envoy said' },
      'Reuters',
    ],
    ['by how it ends its reports', { text: 'He said. (Reporting by A. Poe; Editing by J. Lee)' }, 'Reuters'],
    [
      'by its copyright',
      { text: 'He said. Copyright 2026 The Associated Press. All rights reserved.' },
      'AP',
    ],
    ['not by a person of its name', { creator: 'Ani Spa' }, 'paper.example'],
    ['not in the middle of a text', { summary: 'The envoy (Reuters reported) said' }, 'paper.example'],
    ['not by a word that holds its letters', { creator: 'A. Kaplan' }, 'paper.example'],
    ['that is not another one', { summary: 'KYIV (Interfax-Ukraine) - He' }, 'Interfax-Ukraine'],
  ])('%s', (_what, fields, origin) => expect(originOf({ ...ITEM, ...fields })).toBe(origin));
});

describe('the publisher', () => {
  test.each<[string, Partial<Credited>, string]>([
    ['of a site, whatever its part', { link: 'https://world.paper.example/b' }, 'paper.example'],
    ['under a public suffix of two parts', { link: 'https://www.paper.co.uk/b' }, 'paper.co.uk'],
    ['of a blog on a host of many', { link: 'https://desk.blogspot.com/b' }, 'desk.blogspot.com'],
    ['of several domains', { link: 'https://www.bbc.co.uk/news/a' }, 'BBC'],
    ['of papers that share their copy', { link: 'https://www.walesonline.co.uk/a' }, 'Reach'],
    ['that an aggregator names with its address', { link: LINK, sourceUrl: 'https://bbc.com' }, 'BBC'],
    ['that an aggregator names', { link: LINK }, 'The Paper'],
    ['without a link', { link: '' }, 'The Paper'],
    ['on a number', { link: 'http://127.0.0.1:1/a' }, 'The Paper'],
  ])('%s', (_what, fields, origin) => expect(originOf({ ...ITEM, ...fields })).toBe(origin));
});

test('every domain belongs to one publisher, and to no aggregator', () => {
  const domains = PUBLISHERS.flatMap(({ domains: all }) => all.split(' '));
  expect(domains.filter((domain, i) => domains.indexOf(domain) < i)).toEqual([]);
  expect(domains.filter((domain) => AGGREGATORS.has(domain))).toEqual([]);
});

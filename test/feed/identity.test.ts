import { describe, expect, test } from 'vitest';
import { cleanLink, type Identified, identifier } from '../../lib/feed/identity.ts';

describe('cleans a link', () => {
  test.each([
    ['https://a.example/x?utm_source=rss&utm_medium=feed', 'https://a.example/x'],
    ['https://a.example/x?id=7&fbclid=abc#comments', 'https://a.example/x?id=7'],
    ['https://a.example/x?page=2', 'https://a.example/x?page=2'],
    [
      'https://www.google.com/url?rct=j&url=https://a.example/x%3Futm_source%3Dg&ct=ga',
      'https://a.example/x',
    ],
    [
      'http://www.bing.com/news/apiclick.aspx?ref=FexRss&tid=1&url=https%3a%2f%2fa.example%2fx&c=1',
      'https://a.example/x',
    ],
    ['https://www.google.com/url?url=javascript:x', 'https://www.google.com/url?url=javascript:x'],
    ['https://a.example/login?url=https://b.example/', 'https://a.example/login?url=https://b.example/'],
    [' not a link ', 'not a link'],
  ])('%s', (link, cleaned) => expect(cleanLink(link)).toBe(cleaned));
});

const ENTRY: Identified = { guid: '', link: '', anchor: '', title: 'T', summary: 'S' };
/** The identities of the entries of one document. */
const idsOf = (...document: Partial<Identified>[]) => {
  const entries = document.map((fields) => ({ ...ENTRY, ...fields }));
  return entries.map(identifier(entries));
};
const [PAGE = ''] = idsOf({ link: 'https://a.example/x' });

describe('an item is the same by its page', () => {
  test.each<[string, Partial<Identified>]>([
    ['edited', { title: 'U', summary: 'V' }],
    ['with a guid that changes with each fetch', { guid: '1764150000' }],
    ['in another feed, with another guid', { guid: 'tag:b,2' }],
    ['by http', { link: 'http://a.example/x' }],
    ['with www', { link: 'https://www.a.example/x' }],
    ['on another host of the site', { link: 'https://www2.a.example/x' }],
    ['on a telephone', { link: 'https://m.a.example/x/amp/' }],
    ['with a slash', { link: 'https://a.example/x/' }],
  ])('%s', (_what, fields) => {
    expect(idsOf({ link: 'https://a.example/x', ...fields })).toEqual([PAGE]);
  });

  test.each<[string, string, string]>([
    ['of another number', 'https://a.example/?p=1', 'https://a.example/?p=2'],
    ['of another name', 'https://a.example/x', 'https://a.example/y'],
    ['of another site', 'https://a.example/x', 'https://b.example/x'],
  ])('not one %s', (_what, one, other) => {
    expect(idsOf({ link: one, guid: 'same' })).not.toEqual(idsOf({ link: other, guid: 'same' }));
  });

  test('parameters may come in any order', () => {
    expect(idsOf({ link: 'https://a.example/x?a=1&b=2' })).toEqual(
      idsOf({ link: 'https://a.example/x?b=2&a=1' }),
    );
  });
});

describe('by its guid', () => {
  test('where it has no page, or only the front page', () => {
    const [one] = idsOf({ guid: 'tag:a,1' });
    expect(idsOf({ guid: 'tag:a,1', title: 'U', link: 'https://a.example/' })).toEqual([one]);
    expect(idsOf({ guid: 'http://a.example/1' })).toEqual(idsOf({ guid: 'https://a.example/1' }));
  });

  test('where several share a page, as the posts of a live blog do', () => {
    const link = 'https://a.example/live';
    const ids = idsOf({ link, guid: '1', title: 'A' }, { link, guid: '2', title: 'B' });
    expect(new Set(ids).size).toBe(2);
    expect(idsOf({ link, guid: '2', title: 'U' }, { link, guid: '3' })[0]).toBe(ids[1]);
  });

  test('else by the part of the page that is its own', () => {
    const link = 'https://a.example/live';
    const ids = idsOf({ link, anchor: '#post-12', title: 'A' }, { link, anchor: '#post-13', title: 'B' });
    expect(new Set(ids).size).toBe(2);
    expect(idsOf({ link, anchor: '#post-13', title: 'C' }, { link, anchor: '#post-14' })[0]).toBe(ids[1]);
  });

  test('two entries of one page are one item only where title and text agree', () => {
    const link = 'https://a.example/x';
    expect(idsOf({ link, guid: '1' }, { link, guid: '2' })).toEqual([PAGE, PAGE]);
    expect(new Set(idsOf({ link, guid: '1' }, { link, guid: '2', summary: 'U' })).size).toBe(2);
  });

  test('a number counts together with its site', () => {
    const front = (host: string) => idsOf({ guid: '4711', link: `https://${host}/` });
    expect(front('a.example')).not.toEqual(front('b.example'));
  });
});

describe('by its content', () => {
  test('where it has nothing else', () => {
    expect(idsOf({ title: 'U' })).not.toEqual(idsOf({}));
    expect(idsOf({})).toEqual(idsOf({}));
  });

  test('where one guid stands for several items', () => {
    const ids = idsOf({ guid: '1', title: 'A' }, { guid: '1', title: 'B' });
    expect(new Set(ids).size).toBe(2);
  });
});

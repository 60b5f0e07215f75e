import { describe, expect, test } from 'vitest';
import { cleanLink, identityOf } from '../../lib/feed/identity.ts';

describe('cleans a link', () => {
  test.each([
    ['https://a.example/x?utm_source=rss&utm_medium=feed', 'https://a.example/x'],
    ['https://a.example/x?id=7&fbclid=abc#comments', 'https://a.example/x?id=7'],
    ['https://a.example/x?page=2', 'https://a.example/x?page=2'],
    [' not a link ', 'not a link'],
  ])('%s', (link, cleaned) => expect(cleanLink(link)).toBe(cleaned));
});

const entry = { guid: '', link: 'https://a.example/x', title: 'T', summary: 'S' };
const id = (fields: Partial<typeof entry>) => identityOf({ ...entry, ...fields });

test('a guid makes two entries the same, whatever their text', () => {
  expect(id({ guid: 'tag:a,1', title: 'U' })).toBe(id({ guid: 'tag:a,1', link: 'https://b.example/y' }));
});

test('a number counts together with its site', () => {
  expect(id({ guid: '4711' })).not.toBe(id({ guid: '4711', link: 'https://b.example/x' }));
});

test('without a guid the link decides, without a link the content', () => {
  expect(id({ title: 'U' })).toBe(id({}));
  expect(id({ link: '' })).not.toBe(id({ link: '', title: 'U' }));
});

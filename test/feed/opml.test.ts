import { describe, expect, test } from 'vitest';
import { readOpml, writeOpml } from '../../lib/feed/opml.ts';

const read = (text: string) => readOpml(Buffer.from(text));
const opml = (outlines: string) => `<?xml version="1.0"?><opml version="2.0"><body>${outlines}</body></opml>`;

describe('a list of subscriptions', () => {
  test('is read through all its folders, each feed once', () => {
    const text = opml(
      '<outline text="News"><outline type="rss" text="A &amp; B" xmlUrl="https://a.example/rss?x=1&amp;y=2"/><outline text="Deep"><outline TITLE="C" XMLURL="http://c.example/"/></outline></outline><outline xmlUrl="https://a.example/rss?x=1&amp;y=2"/>',
    );
    expect(read(text)?.feeds.map(({ url }) => url)).toEqual([
      'https://a.example/rss?x=1&y=2',
      'http://c.example/',
    ]);
    expect(read(text)?.feeds.at(-1)).toEqual({ title: 'C', url: 'http://c.example/' });
  });

  test.each([
    ['feed://a.example/rss', 'https://a.example/rss'],
    ['feed:http://a.example/rss', 'http://a.example/rss'],
    [' https://a.example/rss ', 'https://a.example/rss'],
  ])('%s is the feed %s', (written, url) => {
    expect(read(opml(`<outline xmlUrl="${written}"/>`))?.feeds).toEqual([{ title: url, url }]);
  });

  test('leaves out what cannot be read, and says so', () => {
    expect(read(opml('<outline xmlUrl="ftp://a.example/"/><outline text="no feed"/>'))).toEqual({
      feeds: [],
      refused: ['ftp://a.example/'],
    });
  });

  test.each(['', '<rss/>', '{"a":1}', '<html><outline xmlUrl="https://a.example/"/></html>'])(
    '%j is none',
    (text) => expect(read(text)).toBeNull(),
  );

  test('comes back as it was written', () => {
    const feeds = [{ title: 'A & "B" <c>', url: 'https://a.example/?x=1&y=2' }];
    expect(read(writeOpml(new Map([['the story', feeds]])))).toEqual({ feeds, refused: [] });
  });
});

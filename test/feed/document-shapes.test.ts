import { expect, test } from 'vitest';
import { atom, feedOf, itemOf, read, rss } from '../support/document.ts';

/** What newsrooms publish beside plain feeds. */

const NEWS_SITEMAP =
  'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"';
const page = (news: string) =>
  `<urlset ${NEWS_SITEMAP}><url><loc>https://paper.example/a</loc>${news}</url></urlset>`;

test('a news sitemap is a feed', async () => {
  const news =
    '<news:news><news:publication><news:name>Paper</news:name></news:publication><news:publication_date>2026-03-04T10:00:00Z</news:publication_date><news:title>Toll rises</news:title></news:news>';
  expect(await itemOf(page(news))).toMatchObject({
    title: 'Toll rises',
    link: 'https://paper.example/a',
    source: 'Paper',
    publishedAt: '2026-03-04T10:00:00.000Z',
  });
});

test('a page whose feed stands in a comment is a page, JSON that names tags is JSON', async () => {
  const commented =
    '<html><!-- <rdf:RDF xmlns:rdf="x"></rdf:RDF> --><link rel="alternate" type="application/rss+xml" href="/rss"></html>';
  expect(await read(commented)).toMatchObject({ kind: 'web page', why: expect.stringContaining('/rss') });
  const json = JSON.stringify({
    version: '1',
    title: 'T',
    items: [{ id: '1', title: 'Tags &amp; <feed >' }],
  });
  expect((await feedOf(json)).items).toMatchObject([{ title: 'Tags & <feed >' }]);
  expect((await feedOf(json.replace('Tags', 'Two\nlines'))).items).toMatchObject([
    { title: 'Two lines & <feed >' },
  ]);
});

test('the text of a video stands in its group', async () => {
  const group =
    '<media:group xmlns:media="http://search.yahoo.com/mrss/"><media:content url="v"/><media:description>Nine died.</media:description></media:group>';
  expect(await itemOf(atom(`<title>Storm</title><link href="/v"/>${group}`))).toMatchObject({
    title: 'Storm',
    summary: 'Nine died.',
  });
});

test('a well-formed feed has no faults, empty elements or not; a hub is told', async () => {
  const channel = '<link rel="hub" href="https://hub.example/"/><image/>';
  expect(await feedOf(rss('<title>A</title><enclosure url="a"/>', channel))).toMatchObject({
    faults: [],
    hub: 'https://hub.example/',
  });
});

test('an item that its feed does not date is of the day in its address', async () => {
  const dated = rss('<title>A</title><link>https://paper.example/2026/03/02/a</link>');
  expect((await itemOf(dated))?.publishedAt).toBe('2026-03-02T12:00:00.000Z');
  expect((await itemOf(dated.replace('03/02', '03/05')))?.publishedAt).toBeNull();
});

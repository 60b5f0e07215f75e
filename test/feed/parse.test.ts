import { describe, expect, test } from 'vitest';
import { itemsOf } from '../../lib/feed/items.ts';
import { parseDocument } from '../../lib/feed/parse.ts';
import { NOW } from '../support/document.ts';

const read = async (text: string) => {
  return itemsOf(await parseDocument(text, 'https://paper.example/feed/rss.xml'), NOW).items;
};
const rssItem = (fields: string) =>
  `<rss version="2.0"><channel><title>The Paper</title><item>${fields}</item></channel></rss>`;

describe('reads', () => {
  test('RSS 2.0', async () => {
    const [item] = await read(
      rssItem(
        '<guid isPermaLink="false">tag:paper,1</guid><title>Envoy &amp;amp; minister meet</title><link>/news/1?utm_source=rss#top</link><description>&lt;p&gt;They met &lt;b&gt;today&lt;/b&gt;.&lt;/p&gt;&lt;p&gt;More.&lt;/p&gt;</description><pubDate>Mon, 02 Mar 2026 10:00:00 +0100</pubDate>',
      ),
    );
    expect(item).toMatchObject({
      guid: 'tag:paper,1',
      title: 'Envoy & minister meet',
      link: 'https://paper.example/news/1',
      summary: 'They met today.\nMore.',
      source: 'The Paper',
      origin: 'paper.example',
      publishedAt: '2026-03-02T09:00:00.000Z',
    });
  });

  test('Atom', async () => {
    const [item] = await read(
      '<feed xmlns="http://www.w3.org/2005/Atom"><title>The Paper</title><entry><id>urn:x:1</id><title type="html">Talks &lt;i&gt;held&lt;/i&gt;</title><link rel="alternate" href="https://paper.example/a"/><summary>In Osterby.</summary><updated>2026-03-02T09:00:00Z</updated></entry></feed>',
    );
    expect(item).toMatchObject({
      guid: 'urn:x:1',
      title: 'Talks held',
      summary: 'In Osterby.',
      link: 'https://paper.example/a',
      publishedAt: '2026-03-02T09:00:00.000Z',
    });
  });

  test('RSS 1.0', async () => {
    const [item] = await read(
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Paper</title></channel><item rdf:about="https://paper.example/r"><title>Bridge reopens</title><link>https://paper.example/r</link><dc:date>2026-03-03T01:02:03Z</dc:date></item></rdf:RDF>',
    );
    expect(item).toMatchObject({
      guid: 'https://paper.example/r',
      title: 'Bridge reopens',
      publishedAt: '2026-03-03T01:02:03.000Z',
    });
  });

  test('RSS without a version', async () => {
    expect(
      await read('<rss><channel><title>T</title><item><title>A</title></item></channel></rss>'),
    ).toHaveLength(1);
  });

  test('the whole text where there is no summary', async () => {
    const [item] = await read(
      '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>T</title><item><title>A</title><content:encoded><![CDATA[<p>The text.</p>]]></content:encoded></item></channel></rss>',
    );
    expect(item?.summary).toBe('The text.');
  });
});

test('an item that says nothing is left out', async () => {
  expect(await read(rssItem('<link>https://paper.example/x</link>'))).toEqual([]);
});

test('an item without a date is of the time when it was read', async () => {
  const [item] = await read(rssItem('<title>A</title>'));
  expect(item?.publishedAt).toBeNull();
});

describe('credits the agency of a wire copy', () => {
  test.each([
    ['OSTERBY (Reuters) - Crews met the operator on Monday.', 'Reuters'],
    ['NORHAVEN, March 2 (AFP) – The bridge is closed.', 'AFP'],
    ['Crews met the operator, Reuters reported.', 'The Paper'],
    ['The union (which has 400 members) - said no.', 'The Paper'],
  ])('%s', async (summary, origin) => {
    const [item] = await read(rssItem(`<title>A</title><description>${summary}</description>`));
    expect(item?.origin).toBe(origin);
  });
});

test('names and addresses have bounds, which keep an item apart from the others', async () => {
  const long = 'x'.repeat(50_000);
  const entry = (guid: string) =>
    `<item><title>${long}</title><link>https://paper.example/${long}</link><guid>${guid}${long}</guid><dc:creator>${long}</dc:creator></item>`;
  const found = await read(
    `<rss version="2.0"><channel><title>${long}</title>${entry('a')}${entry('b')}</channel></rss>`,
  );
  expect(found.map(({ title, link, source }) => [title.length, link, source.length])).toEqual([
    [500, '', 200],
    [500, '', 200],
  ]);
  expect(new Set(found.map(({ id }) => id)).size).toBe(2);
  for (const { guid, id } of found) expect(guid).toBe(id);
});

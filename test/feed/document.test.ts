import { describe, expect, test } from 'vitest';
import type { Document } from '../../lib/feed/document.ts';
import { atom, feedOf, itemOf, read, rss } from '../support/document.ts';

/** Bytes → what they are: each dialect that feeds have been met with. */

describe('a look tells', () => {
  test.each<[string, string, Document['kind'], RegExp]>([
    ['nothing', ' \n', 'nothing', /its answer is empty/],
    ['a web page', '<!doctype html><html><body>News', 'web page', /give the address of its RSS or Atom feed/],
    [
      'the feeds of a web page',
      '<html><head><link rel="alternate" type="application/atom+xml" href="/atom"><link href=/rss rel=alternate type=application/rss+xml></head>',
      'web page',
      /names these feeds: \/atom, \/rss/,
    ],
    ['a bot challenge', '<html><title>Just a moment...</title>', 'challenge', /whether a person is reading/],
    ['another XML', '<?xml version="1.0"?><opml><body/></opml>', 'other', /its root is <opml>/],
    [
      'broken JSON',
      '{"version": "https://jsonfeed.org/version/1.1", "items": [',
      'other',
      /JSON that cannot be read/,
    ],
    ['other JSON', '{"error": "no such feed"}', 'other', /no JSON Feed: expected an object with "items"/],
    ['plain words', 'Too many requests', 'other', /begins with "Too many requests"/],
  ])('%s', async (_what, text, kind, why) => {
    expect(await read(text)).toMatchObject({ kind, why: expect.stringMatching(why) });
  });
});

describe('JSON Feed', () => {
  const json = (items: unknown[], feed = {}) =>
    JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'T', items, ...feed });

  test('is read', async () => {
    const item = {
      id: 'a',
      url: '/1',
      title: 'Talks held',
      content_html: '<p>In <b>Osterby</b>.</p>',
      date_published: '2026-03-02T10:00:00+01:00',
      date_modified: '2026-03-03T00:00:00Z',
      authors: [{ name: 'Reuters' }],
    };
    const { stage, items } = await feedOf(json([item], { home_page_url: 'https://paper.example/' }));
    expect(stage).toBe('JSON Feed');
    expect(items).toMatchObject([
      {
        guid: 'a',
        title: 'Talks held',
        summary: 'In Osterby.',
        link: 'https://paper.example/1',
        origin: 'Reuters',
        publishedAt: '2026-03-02T09:00:00.000Z',
        updatedAt: '2026-03-03T00:00:00.000Z',
      },
    ]);
  });

  test('its title is one line', async () => {
    const { title } = await feedOf(json([], { title: 'The Paper\n\nThis was announced as sure.' }));
    expect(title).toBe('The Paper This was announced as sure.');
  });

  test('a wrong field costs the field, no item', async () => {
    const { items, faults } = await feedOf(
      json([{ id: 4711, title: 'A', url: 5, authors: 'me' }, 'no item']),
    );
    expect(items).toMatchObject([{ guid: '4711', title: 'A', link: '' }]);
    expect(faults).toEqual(['an item is not an object']);
  });
});

describe('dialects', () => {
  test.each<[string, string]>([
    [
      'RSS 0.91',
      '<rss version="0.91"><channel><title>T</title><item><title>A</title></item></channel></rss>',
    ],
    [
      'RSS 0.9',
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://my.netscape.com/rdf/simple/0.9/"><channel><title>T</title></channel><item><title>A</title></item></rdf:RDF>',
    ],
    [
      'items before their channel',
      '<rss version="2.0"><item><title>A</title></item><channel><title>T</title></channel></rss>',
    ],
    [
      'Atom 0.3',
      '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>T</title><entry><title>A</title></entry></feed>',
    ],
    [
      'Atom by a prefix',
      '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>T</a:title><a:entry><a:title>A</a:title></a:entry></a:feed>',
    ],
    ['a lone entry', '<entry xmlns="http://www.w3.org/2005/Atom"><title>A</title></entry>'],
    [
      'dcterms',
      '<rss version="2.0" xmlns:x="http://purl.org/dc/terms/"><channel><title>T</title><item><x:title>A</x:title></item></channel></rss>',
    ],
    [
      'a title of its media',
      rss('<media:content url="x"><media:title>B</media:title></media:content><title>A</title>'),
    ],
  ])('%s', async (_what, text) => expect((await itemOf(text))?.title).toBe('A'));

  test.each<[string, string, string]>([
    [
      'xhtml',
      atom(
        '<title>A</title><summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">One <b>two</b> three</div></summary>',
      ),
      'One two three',
    ],
    [
      'base64',
      atom(
        `<title>A</title><content type="application/octet-stream">${Buffer.from('<p>One two</p>').toString('base64')}</content>`,
      ),
      'One two',
    ],
    [
      'escaped markup',
      rss('<title>A</title><description>&lt;p&gt;One &amp;amp; two&lt;/p&gt;</description>'),
      'One & two',
    ],
    [
      'markup as it is',
      rss('<title>A</title><description>One <b>two</b> three</description>'),
      'One two three',
    ],
    [
      'CDATA',
      rss('<title>A</title><description><![CDATA[One <i>two</i> &amp; three]]></description>'),
      'One two & three',
    ],
    [
      'CDATA and text',
      rss('<title>A</title><description>One <![CDATA[two]]> three</description>'),
      'One two three',
    ],
    [
      'plain text with signs',
      atom('<title>A</title><summary type="text">1 &lt; 2 &amp; 3</summary>'),
      '1 < 2 & 3',
    ],
    [
      'named entities of HTML',
      rss('<title>A</title><description>caf&eacute;&nbsp;&mdash; closed</description>'),
      'café — closed',
    ],
    [
      'an entity of its own',
      `<!DOCTYPE rss [<!ENTITY place "Norhaven">]>${rss('<title>A</title><description>In &place;.</description>')}`,
      'In Norhaven.',
    ],
    [
      'no script nor style',
      rss(
        '<title>A</title><description>&lt;style&gt;p{}&lt;/style&gt;One&lt;script&gt;x()&lt;/script&gt; two</description>',
      ),
      'One\ntwo',
    ],
    [
      'what was UTF-8 read as Windows-1252',
      rss('<title>A</title><description>The ministerâ€™s cafÃ©</description>'),
      'The minister’s café',
    ],
    [
      'what is the byte of another code',
      rss('<title>A</title><description>don\u0092t</description>'),
      'don’t',
    ],
    [
      'a word that only looks so',
      rss('<title>A</title><description>pâté, MANHÃ— então</description>'),
      'pâté, MANHÃ— então',
    ],
    ['a bare ampersand', rss('<title>A</title><description>Salt & pepper</description>'), 'Salt & pepper'],
  ])('a text as %s', async (_what, text, summary) => expect((await itemOf(text))?.summary).toBe(summary));
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Document, readDocument } from '../../lib/feed/document.ts';
import { itemsOf } from '../../lib/feed/items.ts';

/** Bytes → what they are: each dialect and each fault that feeds have been met with. */

const URL_ = 'https://paper.example/feeds/rss';
const read = (document: string | Uint8Array, contentType = '') =>
  readDocument(typeof document === 'string' ? Buffer.from(document) : document, contentType, URL_);
const feedOf = async (document: string | Uint8Array) => {
  const found = await read(document);
  if (found.kind !== 'feed') throw new Error(`${found.kind}: ${found.why}`);
  return { ...found, items: itemsOf(found) };
};
const itemOf = async (document: string) => (await feedOf(document)).items[0];
const rss = (item: string, channel = '') =>
  `<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>T</title>${channel}<item>${item}</item></channel></rss>`;
const atom = (entry: string, root = '') =>
  `<feed xmlns="http://www.w3.org/2005/Atom"${root}><title>T</title><entry>${entry}</entry></feed>`;

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
    ['another XML', '<?xml version="1.0"?><urlset><url/></urlset>', 'other', /its root is <urlset>/],
    [
      'broken JSON',
      '{"version": "https://jsonfeed.org/version/1.1", "items": [',
      'other',
      /JSON that can not be read/,
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

  test('a wrong field costs the field, no item', async () => {
    const { items, faults } = await feedOf(
      json([{ id: 4711, title: 'A', url: 5, authors: 'me' }, 'no item']),
    );
    expect(items).toMatchObject([{ guid: '4711', title: 'A', link: '' }]);
    expect(faults).toEqual(['an item is no object']);
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
      'One two',
    ],
    ['a bare ampersand', rss('<title>A</title><description>Salt & pepper</description>'), 'Salt & pepper'],
  ])('a text as %s', async (_what, text, summary) => expect((await itemOf(text))?.summary).toBe(summary));
});

describe('addresses', () => {
  test.each<[string, string, string]>([
    [
      'by xml:base',
      atom('<title>A</title><link href="a"/>', ' xml:base="https://base.example/x/"'),
      'https://base.example/x/a',
    ],
    [
      'by xml:base within xml:base',
      atom('<title>A</title><link xml:base="y/" href="a"/>', ' xml:base="https://base.example/x/"'),
      'https://base.example/x/y/a',
    ],
    [
      'by the link of the channel',
      rss('<title>A</title><link>/a</link>', '<link>https://site.example/home</link>'),
      'https://site.example/a',
    ],
    ['by the feed’s own', rss('<title>A</title><link>a</link>'), 'https://paper.example/feeds/a'],
    [
      'a guid that is one',
      rss('<title>A</title><guid>https://paper.example/g</guid>'),
      'https://paper.example/g',
    ],
    [
      'not a guid that says it is none',
      rss('<title>A</title><guid isPermaLink="false">https://paper.example/g</guid>'),
      '',
    ],
    [
      'the page, not the comments',
      atom(
        '<title>A</title><link rel="replies" href="/c"/><link rel="alternate" type="text/html" href="/a"/>',
      ),
      'https://paper.example/a',
    ],
    [
      'with signs',
      rss('<title>A</title><link>https://paper.example/?a=1&amp;b=2&copy=3</link>'),
      'https://paper.example/?a=1&b=2&copy=3',
    ],
  ])('%s', async (_what, text, link) => expect((await itemOf(text))?.link).toBe(link));
});

describe('faults are mended, and named', () => {
  test.each<[string, string, string[]]>([
    ['an unclosed text', rss('<title>A<pubDate>x</pubDate>'), ['A']],
    [
      'an unclosed item',
      '<rss><channel><item><title>A</title><item><title>B</title></item></channel></rss>',
      ['A', 'B'],
    ],
    ['a stray end', '<rss><channel></b><item><title>A</title></item></channel></rss>', ['A']],
    ['text after the end', `${rss('<title>A</title>')}<!-- x --> junk`, ['A']],
    ['a control sign', rss('<title>A\u0008</title>'), ['A']],
    ['an unknown prefix', rss('<title>A</title><foo:bar>x</foo:bar>'), ['A']],
    [
      'one bad entry among good ones',
      '<rss><channel><item><title>A</title><x y=></item><item><title>B</title></item></channel></rss>',
      ['A', 'B'],
    ],
  ])('%s', async (_what, text, titles) => {
    expect((await feedOf(text)).items.map(({ title }) => title)).toEqual(titles);
  });

  test('of a document that breaks off the last entry is dropped', async () => {
    const { items, cut, faults, stage } = await feedOf(
      '<rss><channel><item><title>A</title></item><item><title>B is hal',
    );
    expect(items.map(({ title }) => title)).toEqual(['A']);
    expect({ cut, stage, faults }).toEqual({
      cut: true,
      stage: 'mended',
      faults: ['it breaks off in an entry'],
    });
  });

  test('one that breaks off in its first entry is broken', async () => {
    expect(await read('<rss><channel><item><title>A')).toMatchObject({
      kind: 'broken',
      why: expect.stringContaining('breaks off before its first entry ends'),
    });
  });

  test('a whole one has none', async () => {
    expect(await feedOf(rss('<title>A</title>'))).toMatchObject({
      stage: 'as it stands',
      faults: [],
      cut: false,
    });
  });
});

test('a feed without entries is one', async () => {
  expect(await feedOf('<rss version="2.0"><channel><title>T</title></channel></rss>')).toMatchObject({
    title: 'T',
    entries: [],
  });
});

test('a document of many entries loses none and has the same ones', async () => {
  const many = Array.from({ length: 2_500 }, (_, i) => `<item><title>A${i}</title><guid>${i}</guid></item>`);
  const { items } = await feedOf(
    `<rss version="2.0"><channel><title>T</title>${many.join('')}</channel></rss>`,
  );
  expect(items).toHaveLength(2_500);
  expect(items[7]).toEqual(
    (await feedOf(`<rss version="2.0"><channel><title>T</title>${many.slice(0, 9).join('')}</channel></rss>`))
      .items[7],
  );
});

describe('any bytes are an outcome, never a throw', () => {
  const KINDS = ['feed', 'nothing', 'web page', 'challenge', 'other', 'broken'];
  const SEEDS = [
    rss(
      '<guid>1</guid><title>A &amp; B</title><description><![CDATA[<p>x</p>]]></description><pubDate>Mon, 02 Mar 2026 10:00:00 +0100</pubDate>',
    ),
    atom(
      '<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">A</div></title><link href="a"/><updated>2026-03-02</updated>',
      ' xml:base="/x"',
    ),
    JSON.stringify({ version: 'https://jsonfeed.org/version/1', items: [{ id: 1, title: 'A' }] }),
    '<!doctype html><html><link rel=alternate type="application/rss+xml" href=/rss>',
  ].flatMap((text) => [Buffer.from(text), Buffer.from(`\ufeff${text}`, 'utf16le')]);

  async function expectOutcome(bytes: Uint8Array, contentType = ''): Promise<void> {
    const document = await readDocument(bytes, contentType, URL_);
    expect(KINDS).toContain(document.kind);
    if (document.kind === 'feed') itemsOf(document);
    else expect(document.why).not.toBe('');
  }

  test('whatever they are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.string({ maxLength: 40 }), async (bytes, type) =>
        expectOutcome(bytes, `text/xml; charset=${type}`),
      ),
      { numRuns: 300 },
    );
  });

  test('feeds that are cut anywhere', async () => {
    for (const seed of SEEDS)
      for (let end = 0; end <= seed.length; end += 1) await expectOutcome(seed.subarray(0, end));
  });

  test('feeds of which bytes are changed, doubled or lost', async () => {
    const mutation = fc.record({
      seed: fc.constantFrom(...SEEDS),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      drop: fc.integer({ min: 0, max: 12 }),
      put: fc.oneof(
        fc.uint8Array({ maxLength: 6 }),
        fc
          .constantFrom('<', '>', ']]>', '<![CDATA[', '&#0;', '&#x110000;', '<item>', '</channel>', '"', '\0')
          .map((text) => Buffer.from(text)),
      ),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 3 }), async ([first, ...more]) => {
        if (!first) return;
        let bytes = Buffer.from(first.seed);
        for (const { at, drop, put } of [first, ...more]) {
          const from = Math.floor(at * bytes.length);
          bytes = Buffer.concat([bytes.subarray(0, from), put, bytes.subarray(from + drop)]);
        }
        await expectOutcome(bytes);
      }),
      { numRuns: 500 },
    );
  });
});

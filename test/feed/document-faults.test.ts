import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../lib/feed/document.ts';
import { itemsOf } from '../../lib/feed/items.ts';
import { atom, feedOf, itemOf, NOW, rss, URL_ } from '../support/document.ts';

/** Addresses, faults and any bytes at all. */

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

  test('of an entry in which it breaks off, what is whole counts once it can be known again', async () => {
    const whole = '<title>A</title><link>https://paper.example/a</link>';
    const date = '<pubDate>Wed, 04 Mar 2026 10:00:00 GMT</pubDate>';
    const titles = async (text: string) =>
      (await feedOf(text)).items.map(({ title, summary }) => title + summary);
    expect(await titles(`<rss><channel><item>${whole}${date}<description>Half a se`)).toEqual(['A']);
    expect(await titles(`<rss><channel><item>${whole}<description>Half a se`)).toEqual([]);
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

test('of a document of very many entries the newest are read, whatever their order, and it says so', async () => {
  const many = Array.from(
    { length: 2_500 },
    (_, i) =>
      `<item><title>A${i}</title><guid>${i}</guid><pubDate>${new Date(1.76e12 + i * 60_000).toUTCString()}</pubDate></item>`,
  );
  for (const order of [many, many.toReversed()]) {
    const { items, faults } = await feedOf(
      `<rss version="2.0"><channel><title>T</title>${order.join('')}</channel></rss>`,
    );
    expect(items).toHaveLength(1_500);
    expect(items.map(({ title }) => title).toSorted()).toContain('A2499');
    expect(items.map(({ title }) => title)).not.toContain('A999');
    expect(faults).toContain('of its 2500 entries the newest 1500 are read');
  }
});

test('a document of many entries has the same ones as a small one', async () => {
  const many = Array.from({ length: 2_500 }, (_, i) => `<item><title>A${i}</title><guid>${i}</guid></item>`);
  const { items } = await feedOf(
    `<rss version="2.0"><channel><title>T</title>${many.join('')}</channel></rss>`,
  );
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
    if (document.kind === 'feed') itemsOf(document, NOW);
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

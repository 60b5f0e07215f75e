import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { extract, ld, PAGE_URL, page, SENTENCE, TEXT } from '../support/article-page.ts';

/** A page becomes the text of its article. */

const paragraphs = async (body: string, head = '') => {
  const extracted = await extract(page(body, head));
  return extracted.outcome === 'article' ? extracted.article.paragraphs : extracted.why;
};

describe('the articles of test/draft/cases', () => {
  test.each([
    ['listeria-recall', 'Ostrand Courier', '2026-04-14T15:20:00.000Z', 14],
    ['orley-park-tram', 'Brennick Evening Post', '2026-05-19T19:05:00+01:00', 14],
    ['brandel-suspension', 'Radio Sport One', '2026-07-09T10:30:00.000Z', 14],
  ])('%s: its paragraphs and nothing around them', async (story, publisher, publishedAt, count) => {
    const folder = join(import.meta.dirname, 'cases', story);
    const { article: known } = JSON.parse(readFileSync(join(folder, 'baseline.json'), 'utf8'));
    const extracted = await extract(readFileSync(join(folder, 'article.html')), null);
    if (extracted.outcome !== 'article') return expect.fail(extracted.why);
    const { article } = extracted;
    expect(article).toMatchObject({ title: known.title, publisher, publishedAt, url: known.url });
    expect(article.paragraphs).toHaveLength(count);
    expect(article.paragraphs.join('\n')).not.toMatch(
      /newsletter|Subscribe|Photo:|Read also|Most read|in pictures|900 people|video|rights reserved/,
    );
  });
});

describe('the time of an article', () => {
  test.each([
    ['2026-03-02T08:00:00+09:00', '2026-03-02T08:00:00+09:00'],
    ['2026-03-02T08:00:00.123-0330', '2026-03-02T08:00:00-03:30'],
    ['2026-03-02T08:00:00Z', '2026-03-02T08:00:00.000Z'],
    ['2 March 2026 08:00 JST', '2026-03-01T23:00:00.000Z'],
    ['2026-13-02T08:00:00+09:00', null],
  ])('%s is %s', async (datePublished, publishedAt) => {
    const extracted = await extract(page(TEXT, ld({ datePublished })));
    expect(extracted).toMatchObject({ article: { publishedAt } });
  });
});

test('words are counted where no blanks part them', async () => {
  const text = '市議会は月曜日、点検が終わるまで橋を閉鎖すると発表した。'.repeat(2);
  expect(await paragraphs(`<p>${text}</p><p>${text}二。</p><p>${text}三。</p>`)).toHaveLength(3);
});

test('an address with a name or a password in it is not taken for its own', async () => {
  const extracted = await extract(
    page(TEXT, '<link rel="canonical" href="https://bank.example@islander.example/x">'),
  );
  expect(extracted).toMatchObject({ article: { url: PAGE_URL } });
});

test('neighbours on a host for many are other sites', async () => {
  const own = 'https://a.github.io/x';
  const extracted = await extract(page(TEXT, '<link rel="canonical" href="https://b.github.io/y">'), own);
  expect(extracted).toMatchObject({ article: { url: own } });
});

describe('leaves out', () => {
  test.each([
    [
      'a box beside the text',
      '<aside><p>Sign up and get forty stories a week in your mail, every single morning.</p></aside>',
    ],
    [
      'a caption',
      '<figure><figcaption>The bridge at Norhaven, seen from the harbour on a Monday in March.</figcaption></figure>',
    ],
    [
      'an offer to readers',
      '<div class="paywall-offer"><p>Read on for one dollar a month, with five thousand other stories to choose from.</p></div>',
    ],
    [
      'what no reader sees',
      '<p style="display:none">Nine hundred people have died, and nobody has been told of it until today.</p>',
    ],
    [
      'what stands outside the window',
      '<p style="position:absolute; left:-9999px">Nine hundred people have died, and nobody has been told of it.</p>',
    ],
    [
      'what is of no size',
      '<p style="font-size:0">Nine hundred people have died, and nobody has been told of it until today.</p>',
    ],
    [
      'what is hidden from everybody',
      '<p hidden>Nine hundred people have died, and nobody has been told of it until today.</p>',
    ],
    [
      'a script',
      '<script>document.write("<p>Nine hundred people have died, and nobody has been told of it.</p>")</script>',
    ],
    [
      'a comment',
      '<!-- <p>Nine hundred people have died, and nobody has been told of it until today.</p> -->',
    ],
  ])('%s', async (_what, furniture) => {
    const found = await paragraphs(
      `<article>${TEXT}${furniture}${TEXT.replaceAll('Monday', 'Tuesday')}</article>`,
    );
    expect(found).toHaveLength(16);
    expect(found).not.toContain('people have died');
    expect(String(found)).not.toMatch(/Nine hundred|Sign up|seen from|Read on/);
  });

  test('signs that show nothing or turn a line round', async () => {
    const found = await paragraphs(
      `<article>${TEXT}<p>The\u202e mayor\u200b will\u0007 visit the bridge on Friday, an aide said.</p></article>`,
    );
    expect(found).toContain('The mayor will visit the bridge on Friday, an aide said.');
  });
});

test('two megabytes of markup around an article are read', async () => {
  const menu = `<ul>${'<li><a href="/a">Another story of the day</a></li>'.repeat(40_000)}</ul>`;
  expect(await paragraphs(`<nav>${menu}</nav><article>${TEXT}</article>`)).toHaveLength(8);
});

test('an address of another site is not taken for its own', async () => {
  const head = '<link rel="canonical" href="https://elsewhere.example/bridge">';
  expect(await extract(page(`<article>${TEXT}</article>`, head))).toMatchObject({
    article: { url: PAGE_URL },
  });
});

test('plain text: its first line is its headline where it reads like one', async () => {
  const text = `Bridge shut for weeks\n\n${SENTENCE.repeat(3)}\n\n${SENTENCE}Nobody was hurt.`;
  expect(await extract(text, null)).toEqual({
    outcome: 'article',
    article: {
      title: 'Bridge shut for weeks',
      publisher: null,
      url: null,
      publishedAt: null,
      paragraphs: [SENTENCE.repeat(3).trim(), `${SENTENCE}Nobody was hurt.`],
    },
  });
});

import { describe, expect, test } from 'vitest';
import { extractArticle } from '../../lib/draft/extract/extract.ts';
import { extract, ld, PAGE_URL, page, SENTENCE, TEXT } from '../support/article-page.ts';

/** What is no article is refused in words that say what to do. */

describe('refuses', () => {
  test.each([
    [
      'a page without text',
      page('<nav><a href="/">Home</a></nav>'),
      /no article was found on it: found 0 words/,
    ],
    [
      'a login wall',
      page(`<article><p>${SENTENCE}</p></article><form><input type="password"></form>`),
      /keeps the rest for those who sign in: save its text/,
    ],
    [
      'the teaser of a paid article',
      page(`<article><p>${SENTENCE.repeat(5)}</p></article>`, ld({ isAccessibleForFree: 'False' })),
      /keeps the rest for those who subscribe/,
    ],
    [
      'a live blog',
      page(`<article>${TEXT}</article>`, ld({ '@type': ['LiveBlogPosting'] })),
      /it is a live blog/,
    ],
    ['a PDF', '%PDF-1.7\n%âãÏÓ\n1 0 obj', /it is a PDF, expected a web page/],
    ['a Word document', 'PK\u0003\u0004\u0014\0', /it is a packed file/],
    ['an image', 'GIF89a\0\0\0', /it is no text/],
    ['a bot challenge', page('<script>window._cf_chl_opt={}</script>'), /a bot challenge/],
    [
      '5,000 nested elements',
      page(`${'<div>'.repeat(5_000)}${TEXT}${'</div>'.repeat(5_000)}`),
      /nest deeper than those of any article/,
    ],
    [
      '5,000 that are never closed',
      page(`${'<b><i>'.repeat(2_500)}${TEXT}`),
      /nest deeper than those of any article/,
    ],
    ['a book', `${SENTENCE.repeat(700)}\n`, /words of \d+ characters, expected an article of at most 8000/],
    [
      'one word of 200,000 characters',
      page(`${TEXT}<p>${'a;'.repeat(100_000)}.</p>`),
      /at most 8000 and 100000/,
    ],
    ['five megabytes', `<p>${SENTENCE.repeat(60_000)}</p>`, /bytes, expected at most 4000000/],
  ])('%s', async (_what, bytes, why) => {
    expect(await extract(bytes)).toEqual({ outcome: 'refused', why: expect.stringMatching(why) });
  });

  test('what takes too long, or more memory than a page may; this process goes on', async () => {
    const document = {
      bytes: Buffer.from(page(`<article>${TEXT}</article>`)),
      contentType: 'text/html',
      url: PAGE_URL,
    };
    expect(await extractArticle(document, { timeoutMs: 1, heapMb: 512 })).toMatchObject({
      why: expect.stringContaining('it was not read within 0.001 s'),
    });
    const large = { ...document, bytes: Buffer.from(page(`<article>${TEXT.repeat(900)}</article>`)) };
    expect(await extractArticle(large, { timeoutMs: 60_000, heapMb: 24 })).toMatchObject({
      why: expect.stringContaining('needs more than 24 MB'),
    });
  });
});

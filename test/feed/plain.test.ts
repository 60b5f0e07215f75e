import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linesOf } from '../../lib/feed/plain.ts';

describe('reads', () => {
  test.each([
    ['plain words', ['plain words']],
    ['<p>One.</p><p>Two.</p>', ['One.', 'Two.']],
    ['a<b>b</b>c', ['abc']],
    ['line<br/>break', ['line', 'break']],
    ['Trump&#8217;s &amp; Putin&rsquo;s', ['Trump’s & Putin’s']],
    ['Trump&amp;#8217;s plan', ['Trump’s plan']],
    ['&lt;p&gt;One&lt;/p&gt;&lt;p&gt;Two', ['One', 'Two']],
    ['<script>var x = 1;</script>Text<style>p{}</style>', ['Text']],
    ['3 < 4 and 5 > 2', ['3 < 4 and 5 > 2']],
    ['AT&T said', ['AT&T said']],
    ['a\u00a0b\n c', ['a b c']],
    ['First part.\n\nSecond part.', ['First part.', 'Second part.']],
  ])('%s', (html, lines) => expect(linesOf(html)).toEqual(lines));
});

describe('ends a sentence at', () => {
  test.each([
    [
      'a list item',
      '<ul><li>Toll rises to 9</li><li>Visit <b>called</b> off</li></ul>',
      ['Toll rises to 9', 'Visit called off'],
    ],
    [
      'a caption',
      '<figure><img><figcaption>The bridge</figcaption></figure>Nine died.',
      ['The bridge', 'Nine died.'],
    ],
    ['a table cell', '<table><tr><th>Dead</th><td>9</td></tr></table>', ['Dead', '9']],
    ['a heading', '<h2>What we know</h2>Nine died', ['What we know', 'Nine died']],
  ])('%s', (_what, html, lines) => expect(linesOf(html)).toEqual(lines));
});

describe('leaves out', () => {
  const link = (text: string) => `<a href="/x">${text}</a>`;
  test.each([
    [
      'a list of links',
      `<p>Nine died.</p><ul><li>${link('Visit called off')}</li><li>${link('Hearing moved')}</li></ul>`,
    ],
    [
      'the links after a heading',
      `<p>Nine died.</p><h3>Related stories</h3><p>${link('Visit called off')}</p><p>${link('Hearing')}</p>`,
    ],
    ['a headline of another page', `<p>Nine died.</p><p>${link('Visit called off')}</p>`],
    ['what stands aside', '<p>Nine died.</p><aside><p>Visit called off.</p></aside>'],
    [
      'a newsletter, a promo, a tweet',
      '<p>Nine died.</p><div class="c-newsletter box">Why Brandt came.</div><blockquote class="twitter-tweet">Fifteen died.</blockquote>',
    ],
    ['what is hidden', '<p>Nine died.</p><p style="display: none">Fifteen died.</p>'],
    [
      'captions of old pictures',
      '<p>Nine died.</p><figcaption>File photo: Brandt visits the island.</figcaption>',
    ],
    ['a line that leads elsewhere', `<p>Nine died.</p><p>Read more: ${link('Visit called off')}</p>`],
  ])('%s', (_what, html) => expect(linesOf(html)).toEqual(['Nine died.']));

  test('no list whose items only hold a link', () => {
    const html = `<ul><li>Visit ${link('called off')} on Monday</li><li>${link('Hearing moved')}</li></ul>`;
    expect(linesOf(html)).toEqual(['Visit called off on Monday', 'Hearing moved']);
  });

  test('no list that the article announces, nor a linked sentence', () => {
    const html = `<p>Here is what we know:</p><ul><li>${link('Nine died')}</li><li>${link('Visit called off')}</li></ul><p>${link('Nine died, police said.')}</p>`;
    expect(linesOf(html)).toEqual([
      'Here is what we know:',
      'Nine died',
      'Visit called off',
      'Nine died, police said.',
    ]);
  });

  test('no bullets of a plain text', () => {
    expect(linesOf('• Nine died\n• Visit called off')).toEqual(['• Nine died', '• Visit called off']);
  });

  test('nothing of what follows the links', () => {
    expect(linesOf(`<h3>Related</h3><p>${link('Old')}</p><p>Nine died.</p>`)).toEqual(['Nine died.']);
  });
});

test('any text comes out in lines without breaks', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) =>
      linesOf(text).every((line) => !/[\n\t]|^ | $|^$/.test(line)),
    ),
  );
});

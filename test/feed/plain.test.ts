import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainText } from '../../lib/feed/plain.ts';

describe('reads', () => {
  test.each([
    ['plain words', 'plain words'],
    ['<p>One.</p><p>Two.</p>', 'One. Two.'],
    ['a<b>b</b>c', 'abc'],
    ['line<br/>break', 'line break'],
    ['Trump&#8217;s &amp; Putin&rsquo;s', 'Trump’s & Putin’s'],
    ['Trump&amp;#8217;s plan', 'Trump’s plan'],
    ['<script>var x = 1;</script>Text<style>p{}</style>', 'Text'],
    ['3 < 4 and 5 > 2', '3 < 4 and 5 > 2'],
    ['AT&T said', 'AT&T said'],
    ['a\u00a0b\n\n c', 'a b c'],
  ])('%s', (html, text) => expect(plainText(html)).toBe(text));
});

test('any text comes out on one line', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => !/[\n\t]|^ | $/.test(plainText(text))));
});

import { describe, expect, test } from 'vitest';
import { readable } from '../../lib/view/readable.ts';
import { webLink } from '../../lib/view/web-link.ts';

describe('a text reads as it looks', () => {
  test.each([
    ['\u202eturned\u202c', 'turned'],
    ['a\u0000b\u0007c', 'abc'],
    ['lone \ud800 half', 'lone  half'],
    ['\u2066isolated\u2069', 'isolated'],
    ['متن فارسی 😀👨‍👩‍👧', 'متن فارسی 😀👨‍👩‍👧'],
    ['a line\nand a\ttab', 'a line\nand a\ttab'],
  ])('%j', (text, read) => expect(readable(text)).toBe(read));
});

describe('a link leads to the web or nowhere', () => {
  test.each([
    ['https://paper.example/a?b="c', 'https://paper.example/a?b=%22c'],
    ['HTTP://paper.example', 'http://paper.example/'],
    ['javascript:alert(1)', null],
    [' javascript:alert(1)', null],
    ['data:text/html,x', null],
    ['//paper.example/', null],
    ['https://', null],
    ['', null],
  ])('%j', (link, href) => expect(webLink(link)).toBe(href));
});

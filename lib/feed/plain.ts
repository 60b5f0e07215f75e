import { Parser } from 'htmlparser2';

const HIDDEN = new Set(['script', 'style', 'template', 'noscript']);
const INLINE = new Set([
  'a',
  'abbr',
  'b',
  'bdi',
  'cite',
  'code',
  'em',
  'font',
  'i',
  'mark',
  'q',
  's',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'u',
  'wbr',
]);
/** What feeds that escape twice leave behind: `Trump&amp;#8217;s` comes out of the XML as `Trump&#8217;s`. */
const MARKUP = /&(?:#\d+|#x[\da-f]+|[a-z]\w+);|<\/?[a-z!]/i;

/** HTML as the words that a reader sees, on one line; plain text comes back as it is. Linear in its length. */
export function plainText(html: string): string {
  if (!MARKUP.test(html)) return collapse(html);
  const once = strip(html);
  return collapse(MARKUP.test(once) ? strip(once) : once);
}

function strip(html: string): string {
  const words: string[] = [];
  let hidden = 0;
  const parser = new Parser(
    {
      onopentag(name) {
        if (HIDDEN.has(name)) hidden += 1;
        if (!INLINE.has(name)) words.push(' ');
      },
      onclosetag(name) {
        if (HIDDEN.has(name)) hidden -= 1;
        if (!INLINE.has(name)) words.push(' ');
      },
      ontext(text) {
        if (hidden === 0) words.push(text);
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
  return words.join('');
}

/** A text on one line. */
export function collapse(text: string): string {
  return text.replace(/[\s\u00a0\u200b\ufeff]+/g, ' ').trim();
}

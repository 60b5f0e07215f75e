import { Parser } from 'htmlparser2';

const HIDDEN = new Set(['script', 'style', 'template', 'noscript']);
/** Elements within a sentence; all others end one: paragraphs, list items, captions, table cells, line breaks. */
const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd mark picture q s samp small source span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
/** What feeds that escape twice leave behind: `Trump&amp;#8217;s` comes out of the XML as `Trump&#8217;s`. */
const MARKUP = /&(?:#\d+|#x[\da-f]+|[a-z]\w+);|<\/?[a-z!]/i;
/** What stands before links to other pages. */
const RELATED =
  /^(?:related(?: (?:stories|articles|news|coverage|content|topics|posts))?|read (?:more|next|also)|see also|also read|more (?:on (?:this|the) \w+|stories|news|coverage|from [\w ]{1,30})|recommended|you (?:may|might) also like|most read|trending)(?:\s*[:–-].*|[.…]?)$/i;

/** One line of a text. */
interface Line {
  readonly text: string;
  /** All its words are links. */
  readonly isLink: boolean;
  readonly inList: boolean;
}

/**
 * HTML as the lines that a reader sees, one for each paragraph, list item, caption or cell; plain text by its
 * paragraphs. Lists of links to other pages are left out: they are not what the text says. Linear in its length.
 */
export function linesOf(html: string): string[] {
  if (!MARKUP.test(html)) return paragraphsOf(html);
  const once = strip(html);
  const lines = once.some(({ text }) => MARKUP.test(text))
    ? strip(once.map(({ text }) => text).join('\n<br>'))
    : once;
  return withoutRelated(lines).map(({ text }) => text);
}

/** The paragraphs of a plain text, each on one line. */
export function paragraphsOf(text: string): string[] {
  return text
    .split(/\n\s*\n/)
    .map(collapse)
    .filter((line) => line !== '');
}

function strip(html: string): Line[] {
  const lines: Line[] = [];
  let words: string[] = [];
  let linked = 0;
  let shown = 0;
  let hidden = 0;
  let links = 0;
  let items = 0;
  const end = () => {
    const text = collapse(words.join(''));
    if (text !== '') lines.push({ text, isLink: linked === shown, inList: items > 0 });
    words = [];
    linked = 0;
    shown = 0;
  };
  const parser = new Parser(
    {
      onopentag(name) {
        if (HIDDEN.has(name)) hidden += 1;
        if (name === 'a') links += 1;
        if (!INLINE.has(name)) end();
        if (name === 'li') items += 1;
      },
      onclosetag(name) {
        if (HIDDEN.has(name)) hidden -= 1;
        if (name === 'a') links -= 1;
        if (!INLINE.has(name)) end();
        if (name === 'li') items -= 1;
      },
      ontext(text) {
        if (hidden > 0) return;
        words.push(text);
        const length = text.replace(/[\s\u00a0\u200b\ufeff]+/g, '').length;
        shown += length;
        if (links > 0) linked += length;
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
  end();
  return lines;
}

/** A list of which every line is a link leads elsewhere, as do the links after `Related stories`. */
function withoutRelated(lines: readonly Line[]): Line[] {
  const kept: Line[] = [];
  let list: Line[] = [];
  let isRelated = false;
  const endList = () => {
    if (list.length === 1 || !list.every(({ isLink }) => isLink)) kept.push(...list);
    list = [];
  };
  for (const line of lines) {
    if (line.inList && !isRelated) {
      list.push(line);
      continue;
    }
    endList();
    if (RELATED.test(line.text)) {
      isRelated = true;
      continue;
    }
    isRelated &&= line.isLink || line.inList;
    if (!isRelated) kept.push(line);
  }
  endList();
  return kept;
}

/** A text on one line. */
export function collapse(text: string): string {
  return text.replace(/[\s\u00a0\u200b\ufeff]+/g, ' ').trim();
}

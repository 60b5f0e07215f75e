import { Parser } from 'htmlparser2';

const HIDDEN = new Set(['script', 'style', 'template', 'noscript', 'aside']);
/** Elements that hold nothing. */
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
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
  /^(?:related(?: (?:stories|articles|news|coverage|content|topics|posts))?|read (?:more|next|also)|see also|also read|more (?:on (?:this|the) \w+|stories|news|coverage|from [\w ]{1,30})|recommended(?: (?:stories|for you))?|don[’']t miss|you (?:may|might) also like|most read|trending)(?:\s*[:|]\s.*|[.…]?)$/i;

/** Parts of a page that are not the article's own words, by their elements and classes. */
const ASIDE =
  /(?:^|[\s_-])(?:related|newsletter|promo|paywall|subscribe|recirc\w*|twitter-tweet|instagram-media|tiktok-embed|advert\w*)(?:$|[\s_-])/i;
/** Captions that say that their picture is an old one, and offers to readers. */
const NOT_NEWS =
  /^(?:file(?: photo| picture| image)?\s*[:–—-]|image caption|(?:subscribe|sign up|register)\b.{0,60}\b(?:read|newsletter|today|free)\b)/i;

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
  return withoutRelated(allLines(html)).map(({ text }) => text);
}

/** HTML as the words that a reader sees, on one line: a title. */
export function wordsIn(html: string): string {
  return MARKUP.test(html)
    ? allLines(html)
        .map(({ text }) => text)
        .join(' ')
    : html;
}

function allLines(html: string): Line[] {
  const once = strip(html);
  return once.some(({ text }) => MARKUP.test(text))
    ? strip(once.map(({ text }) => text).join('\n<br>'))
    : once;
}

/** The paragraphs and bullets of a plain text, each on one line. */
export function paragraphsOf(text: string): string[] {
  return text
    .split(/\n\s*\n|\n(?=\s*[•▪·*–-]\s)/)
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
  /** The elements that are open, each with whether it hides what it holds. */
  const open: { readonly name: string; readonly hides: boolean }[] = [];
  const end = () => {
    const text = collapse(words.join(''));
    if (text !== '') lines.push({ text, isLink: linked === shown, inList: items > 0 });
    words = [];
    linked = 0;
    shown = 0;
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const hides = isHidden(name, attributes);
        if (!VOID.has(name)) open.push({ name, hides });
        if (hides && !VOID.has(name)) hidden += 1;
        if (name === 'a') links += 1;
        if (!INLINE.has(name)) end();
        if (name === 'li') items += 1;
      },
      onclosetag(name) {
        if (open.at(-1)?.name === name && open.pop()?.hides) hidden -= 1;
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

function isHidden(
  name: string,
  { class: classes = '', style = '', hidden }: Record<string, string>,
): boolean {
  return (
    HIDDEN.has(name) ||
    hidden !== undefined ||
    /display\s*:\s*none/i.test(style) ||
    (!INLINE.has(name) && isAside(classes))
  );
}

/** Whether the classes of an element say that it is not the article's own words. */
export function isAside(classes: string): boolean {
  return ASIDE.test(classes);
}

/** Lists of links lead elsewhere, as do the links after `Related stories` and a link that is a line and no sentence. */
function withoutRelated(lines: readonly Line[]): Line[] {
  const kept: Line[] = [];
  let list: Line[] = [];
  let isRelated = false;
  const endList = () => {
    // "Here is what we know:" says that a list is the article's own.
    const isOwn = kept.at(-1)?.text.endsWith(':') || !list.every(leadsElsewhere);
    if (isOwn) kept.push(...list);
    list = [];
  };
  for (const line of lines) {
    isRelated &&= line.isLink;
    if (line.inList && !isRelated) {
      list.push(line);
      continue;
    }
    endList();
    if (RELATED.test(line.text)) isRelated = true;
    else if (!isRelated && !NOT_NEWS.test(line.text) && (lines.length === 1 || !leadsElsewhere(line)))
      kept.push(line);
  }
  endList();
  return kept;
}

/** A line that is a link, and no sentence, is the headline of another page. */
function leadsElsewhere({ text, isLink }: Line): boolean {
  return isLink && !/[.!?…]["”’)]*$/.test(text);
}

/** A text on one line. */
export function collapse(text: string): string {
  return text.replace(/[\s\p{Cc}\u00a0\u200b\ufeff]+/gu, ' ').trim();
}

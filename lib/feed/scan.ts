import { decodeHTMLStrict } from 'entities';
import { Parser } from 'htmlparser2';
import { readLink, readText, withoutOwnEntities } from './element-text.ts';
import { ASIDE, FEED_TEXTS, isEntry, isPicture, MEDIA_TEXTS, STRUCTURE, TEXTS } from './elements.ts';
import type { Scanned, Text } from './fields.ts';
import { baseOf, canonical, prefixesOf } from './namespaces.ts';

/** A longer text is cut: nobody's article is, markup included. In characters. */
const MAX_RAW = 500_000;

interface Open {
  readonly name: string;
  readonly base: string;
  readonly prefixes: ReadonlyMap<string, string>;
  /** `<item/>`: it holds nothing. */
  readonly isEmpty: boolean;
}

interface Capture {
  readonly name: string;
  readonly depth: number;
  readonly from: number;
  readonly attributes: Readonly<Record<string, string>>;
  readonly base: string;
}

/**
 * Reads a feed's document in one pass, whatever its dialect: elements by their namespaces' meaning, not their
 * prefixes; the markup inside a text kept together; unclosed, stray and misnested tags borne. Linear in its length.
 */
export function scan(text: string): Scanned {
  return new Scanner(text).scan();
}

class Scanner {
  readonly #text: string;
  readonly #stack: Open[] = [];
  readonly #feed: Text[] = [];
  readonly #entries: Text[][] = [];
  readonly #faults = new Set<string>();
  #entry: Text[] | null = null;
  #entryDepth = 0;
  #aside = 0;
  #asideIn = '';
  #capture: Capture | null = null;
  #parser: Parser;

  constructor(text: string) {
    this.#text = withoutOwnEntities(text);
    this.#parser = new Parser(
      {
        onopentag: (name, attributes) => this.#open(name, attributes),
        onclosetag: (name, implied) => this.#close(name, implied),
        ontext: (data) => {
          if (!this.#capture && this.#entries.length > 0 && this.#stack.length === 0 && data.trim())
            this.#faults.add('text after the end');
        },
      },
      { xmlMode: true, decodeEntities: false, lowerCaseTags: false, lowerCaseAttributeNames: false },
    );
  }

  scan(): Scanned {
    this.#parser.write(this.#text);
    const cut = this.#entry !== null;
    if (cut) this.#faults.add('it breaks off in an entry');
    // The text in which it breaks off is half told.
    this.#capture = null;
    // That all else is not closed either goes without saying then.
    const known = [...this.#faults];
    this.#parser.end();
    return { feed: this.#feed, entries: this.#entries, faults: cut ? known : [...this.#faults], cut };
  }

  #open(raw: string, attributes: Record<string, string>): void {
    const parent = this.#stack.at(-1);
    const prefixes = prefixesOf(attributes, parent?.prefixes);
    const name = canonical(raw, prefixes);
    const base = baseOf(attributes, parent?.base ?? '');
    const isEmpty = this.#text[this.#parser.endIndex - 1] === '/';
    this.#stack.push({ name, base, prefixes, isEmpty });
    if (this.#capture) {
      if (
        !STRUCTURE.has(name) ||
        this.#capture.name === name ||
        /^(?:xhtml:|content|summary)/.test(this.#capture.name)
      )
        return;
      this.#faults.add(`<${this.#capture.name}> is not closed`);
      this.#finish(this.#parser.startIndex);
    }
    if (isEntry(name, parent?.name)) {
      // An empty entry within another one says nothing, and does not end it.
      if (!this.#entry || !isEmpty || Object.keys(attributes).length > 0) this.#openEntry(attributes);
    } else if (this.#aside > 0) {
      this.#aside += 1;
      if (this.#entry && this.#asideIn.startsWith('media:') && MEDIA_TEXTS.has(name))
        this.#capture = this.#captureOf(name, attributes, base);
    } else if (name === 'link' && (attributes['href'] || attributes['rel'])) this.#keepLink(attributes, base);
    else if (ASIDE.has(name) && !this.#isText(name)) {
      this.#aside = 1;
      this.#asideIn = isPicture(attributes) ? '' : name;
    } else if (this.#entry ? TEXTS.has(name) : FEED_TEXTS.has(name))
      this.#capture = this.#captureOf(name, attributes, base);
  }

  /** The author and source of an entry are texts in RSS, and hold elements in Atom. */
  #isText(name: string): boolean {
    if (name === 'source') return this.#entry !== null && !/^\s*<(?!!\[CDATA)/.test(this.#rest());
    return name === 'author' && !/^\s*<(?!!\[CDATA)/.test(this.#rest());
  }

  #rest(): string {
    return this.#text.slice(this.#parser.endIndex + 1, this.#parser.endIndex + 200);
  }

  #captureOf(name: string, attributes: Record<string, string>, base: string): Capture {
    return { name, depth: this.#stack.length, from: this.#parser.endIndex + 1, attributes, base };
  }

  #openEntry(attributes: Record<string, string>): void {
    if (this.#entry) this.#faults.add('an entry is not closed');
    this.#entry = [];
    this.#entries.push(this.#entry);
    this.#entryDepth = this.#stack.length;
    this.#aside = 0;
    const about = Object.entries(attributes).find(([name]) => /(?:^|:)about$/i.test(name))?.[1];
    if (about) this.#put({ name: 'rdf:about', value: decodeHTMLStrict(about), markup: false, base: '' });
    // The channels of the 1990s, CDF, name an item's page so.
    const href = attributes['HREF'] ?? attributes['href'];
    if (href) this.#put({ name: 'link', value: decodeHTMLStrict(href), markup: false, base: '' });
  }

  #keepLink(attributes: Record<string, string>, base: string): void {
    const link = readLink(attributes, base);
    if (link) this.#put(link);
  }

  #close(raw: string, implied: boolean): void {
    const open = this.#stack.at(-1);
    if (!open) return;
    const depth = this.#stack.length;
    if (implied && !open.isEmpty) this.#faults.add(`<${raw}> is not closed`);
    const isInText = this.#capture !== null && depth > this.#capture.depth;
    if (this.#capture && !isInText)
      this.#finish(implied ? Math.max(this.#parser.startIndex, this.#capture.from) : this.#parser.startIndex);
    if (this.#aside > 0 && !isInText) this.#aside -= 1;
    if (this.#entry && depth === this.#entryDepth) {
      this.#entry = null;
    }
    this.#stack.pop();
  }

  #finish(to: number): void {
    const capture = this.#capture;
    this.#capture = null;
    if (!capture) return;
    const { name, from, attributes, base } = capture;
    const end = Math.min(Math.max(from, to), from + MAX_RAW);
    const text = readText(this.#text.slice(from, end), name, attributes, base);
    if (
      name === 'guid' &&
      /^\s*false\s*$/i.test(attributes['isPermaLink'] ?? attributes['ispermalink'] ?? '')
    )
      this.#put({ ...text, name: 'guid:opaque' });
    if (name === 'source' && attributes['url'])
      this.#put({ name: 'source:url', value: decodeHTMLStrict(attributes['url']), markup: false, base });
    this.#put(text);
  }

  #put(text: Text): void {
    // Rows of the channel that come after the entries are its own still.
    if (text.value !== '') (this.#entry ?? this.#feed).push(text);
  }
}

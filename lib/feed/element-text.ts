import { decodeHTML, decodeHTMLStrict } from 'entities';
import type { Text } from './fields.ts';
import { mendText } from './mend-text.ts';

/** A document may name texts of its own in its opening: `<!ENTITY site "example.com">`. Each is put in once, unread. */
const OWN_ENTITY = /<!ENTITY\s+([\w.-]{1,64})\s+(?:"([^"<&]{0,500})"|'([^'<&]{0,500})')\s*>/g;
const OPENING = 10_000;
/** So much text is put in at most, in characters. */
const MAX_OWN = 200_000;

/** A document with the texts that it names itself put in. */
export function withoutOwnEntities(text: string): string {
  const opening = text.slice(0, OPENING);
  if (!opening.includes('<!ENTITY')) return text;
  const own = new Map(
    Array.from(opening.matchAll(OWN_ENTITY), ([, name = '', one, other]) => [name, one ?? other ?? '']),
  );
  let room = MAX_OWN;
  return text.replace(/&([\w.-]{1,64});/g, (whole, name) => {
    const put = own.get(name);
    if (put === undefined || put.length > room) return whole;
    room -= put.length;
    return put;
  });
}

/** Types of texts that are neither markup nor plain: their bytes are written in base64. */
const BINARY = /^(?!text\/|.*[+/]xml$|html$|xhtml$|text$|application\/xhtml).+\/.+/i;

/** Elements whose text is an address: in these `&copy=1` is no sign. */
const ADDRESSES = new Set(['link', 'guid', 'id', 'feedburner:origlink', 'dc:identifier']);
/** Texts of Atom, which are plain unless they say otherwise; those of RSS are markup. */
const PLAIN_TYPES = new Set(['text', 'text/plain', 'plain']);

/** What stands between an element's tags, as text or markup. */
export function readText(
  raw: string,
  name: string,
  attributes: Readonly<Record<string, string>>,
  base: string,
): Text {
  const type = attributes['type']?.trim().toLowerCase() ?? '';
  if (/base64/i.test(attributes['mode'] ?? '') || BINARY.test(type)) {
    const bytes = Buffer.from(raw.replace(/\s+/g, ''), 'base64');
    return { name, value: bytes.toString('utf8'), markup: true, base };
  }
  const { value, tags } = withoutSections(raw, ADDRESSES.has(name) ? decodeHTMLStrict : decodeHTML);
  return { name, value: mendText(value.trim()), markup: tags || !PLAIN_TYPES.has(type), base };
}

/** A text without its CDATA sections and comments: markup where it holds tags, else with its entities read once. */
function withoutSections(
  raw: string,
  decodeText: (text: string) => string,
): { readonly value: string; readonly tags: boolean } {
  if (!raw.includes('<')) return { value: raw.includes('&') ? decodeText(raw) : raw, tags: false };
  const parts = raw.split(/(<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<!--[\s\S]*?(?:-->|$))/);
  const tags = parts.some((part) => !/^<!(?:\[CDATA\[|--)/.test(part) && /<\/?[a-z]/i.test(part));
  const value = parts.map((part) => {
    if (part.startsWith('<![CDATA[')) return part.slice(9).replace(/\]\]>$/, '');
    if (part.startsWith('<!--')) return '';
    // Among tags the text is markup already; alone it was escaped once.
    return tags ? part : decodeText(part);
  });
  return { value: value.join(''), tags };
}

/** A link of Atom, whose address stands in an attribute; what the entry is about has no `rel`, or `alternate`. Null without one. */
export function readLink(attributes: Readonly<Record<string, string>>, base: string): Text | null {
  const href = decodeHTMLStrict(attributes['href'] ?? '').trim();
  const { rel: told, type } = attributes;
  const rel = told?.toLowerCase();
  const isPage = !type || /html/i.test(type);
  if (href === '') return null;
  if (rel !== undefined && rel !== 'alternate')
    return { name: `link:${rel}`, value: href, markup: false, base };
  const name = !isPage ? 'link:other' : rel && type ? 'link:page' : 'link';
  return { name, value: href, markup: false, base };
}

import { escapeUTF8 } from 'entities';
import type { Fields, Scanned } from './fields.ts';

/** What no XML may hold, however it is written. */
const FORBIDDEN = /(?![\t\n\r])\p{Cc}|\p{Noncharacter_Code_Point}|\p{Cs}/gu;

/** At a glance: most texts hold none of these. Halves of pairs are looked at closer. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const SUSPECT = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]/;

/** What was scanned as well-formed RSS 2.0, each text an `<f>` with its element's name: what an XML parser can't fail on. */
export function rewrite({ feed, entries }: Scanned): string {
  const fields = (texts: Fields) =>
    texts
      .map(
        ({ name, value, markup, base }) =>
          `<f n="${escapeUTF8(name)}" m="${markup ? 1 : 0}" b="${escapeUTF8(base)}">${asText(allowed(value))}</f>`,
      )
      .join('');
  const items = entries.map((entry) => `<item>${fields(entry)}</item>`).join('');
  return `<rss version="2.0"><channel>${fields(feed)}${items}</channel></rss>`;
}

function allowed(text: string): string {
  return SUSPECT.test(text) ? text.replace(FORBIDDEN, '') : text;
}

/** Markup in a section of its own is read faster than by its entities. */
function asText(text: string): string {
  return /[<&]/.test(text) ? `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>` : text;
}

import { escapeUTF8 } from 'entities';
import type { Fields, Scanned } from './fields.ts';

/** What no XML may hold, however it is written. */
const FORBIDDEN = /(?![\t\n\r])\p{Cc}|\p{Noncharacter_Code_Point}|\p{Cs}/gu;

/** What was scanned as well-formed RSS 2.0, each text an `<f>` with its element's name: what an XML parser can't fail on. */
export function rewrite({ feed, entries }: Scanned): string {
  const fields = (texts: Fields) =>
    texts
      .map(
        ({ name, value, markup, base }) =>
          `<f n="${escapeUTF8(name)}" m="${markup ? 1 : 0}" b="${escapeUTF8(base)}">${escapeUTF8(value.replace(FORBIDDEN, ''))}</f>`,
      )
      .join('');
  const items = entries.map((entry) => `<item>${fields(entry)}</item>`).join('');
  return `<rss version="2.0"><channel>${fields(feed)}${items}</channel></rss>`;
}

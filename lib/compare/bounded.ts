import { EVIDENCE_BYTES } from '../model/limits.ts';
import type { Evidence } from '../model/report.ts';

/** A report that fits beside the others of its record: longer texts are cut, a link that is too long is none. */
export function bounded(evidence: Evidence): Evidence {
  const { title, quote, words, link, guid, source, origin, itemId } = evidence;
  return {
    ...evidence,
    title: cut(title, EVIDENCE_BYTES.title),
    quote: cut(quote, EVIDENCE_BYTES.quote),
    ...(words && { words: cut(words, EVIDENCE_BYTES.words) }),
    link: bytesOf(link) > EVIDENCE_BYTES.link ? '' : link,
    guid: bytesOf(guid) > EVIDENCE_BYTES.guid ? itemId : guid,
    source: cut(oneLine(source), EVIDENCE_BYTES.source),
    origin: cut(oneLine(origin), EVIDENCE_BYTES.origin),
  };
}

/** A name with line breaks would pass for what the monitor itself says. */
function oneLine(name: string): string {
  return name.replace(/\s+/g, ' ').trim();
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** The beginning of a text in so many bytes of UTF-8, no character of it halved, and an ellipsis where it goes on. */
function cut(text: string, bytes: number): string {
  const { read } = new TextEncoder().encodeInto(text, new Uint8Array(bytes));
  return read < text.length ? `${text.slice(0, read)}…` : text;
}

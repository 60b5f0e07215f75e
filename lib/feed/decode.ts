import { TextDecoder } from 'node:util';

const UTF_16_MARKS: readonly (readonly [readonly number[], string])[] = [
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/** A feed's bytes as text: a byte-order mark first, then strict UTF-8, then what the server or the XML declares. */
export function decode(bytes: Uint8Array, contentType: string): string {
  const marked = UTF_16_MARKS.find(([mark]) => mark.every((byte, i) => bytes[i] === byte));
  if (marked) return new TextDecoder(marked[1]).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const opening = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
    const label =
      /charset="?([\w-]+)/i.exec(contentType)?.[1] ??
      /<\?xml[^>]*encoding=["']([\w-]+)/i.exec(opening)?.[1] ??
      'windows-1252';
    return decoderFor(label).decode(bytes);
  }
}

/** A label that is unknown, or that the bytes have already belied, gives way to the web's default. */
function decoderFor(label: string): TextDecoder {
  try {
    return new TextDecoder(/^utf-?8$/i.test(label) ? 'windows-1252' : label);
  } catch {
    return new TextDecoder('windows-1252');
  }
}

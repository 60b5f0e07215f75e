import { isAscii, isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import chardet from 'chardet';
import iconv from 'iconv-lite';

/** Byte-order marks, and how `<` and what follows it looks without one; the longer before the shorter. */
const PATTERNS: readonly (readonly [readonly number[], string])[] = [
  [[0x00, 0x00, 0xfe, 0xff], 'utf-32be'],
  [[0xff, 0xfe, 0x00, 0x00], 'utf-32le'],
  [[0x00, 0x00, 0x00, 0x3c], 'utf-32be'],
  [[0x3c, 0x00, 0x00, 0x00], 'utf-32le'],
  [[0xfe, 0xff], 'utf-16be'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0x00, 0x3c], 'utf-16be'],
  [[0x3c, 0x00], 'utf-16le'],
];
/** How an XML declaration begins in EBCDIC, the code of mainframes. */
const EBCDIC = [0x4c, 0x6f, 0xa7, 0x94];
const ESCAPE = 0x1b;

/**
 * A feed's bytes as text. Asked in this order: byte-order mark, the pattern of UTF-16 and UTF-32, whether the bytes
 * are strict UTF-8, the server's label, the XML declaration's, detection, Windows-1252. Bytes come before labels,
 * since labels lie.
 */
export function decode(bytes: Uint8Array, contentType: string): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pattern = PATTERNS.find(([start]) => start.every((byte, i) => buffer[i] === byte));
  if (pattern) return withoutMark(iconv.decode(buffer, pattern[1]));
  const labels = labelsOf(buffer, contentType);
  // Seven-bit codes that switch by escapes look like ASCII.
  const switches = isAscii(buffer) && buffer.includes(ESCAPE);
  if (isUtf8(buffer) && !switches) return withoutMark(buffer.toString('utf8'));
  for (const label of labels) {
    const text = decodeAs(label, buffer);
    if (text !== null) return withoutMark(text);
  }
  if (switches) return buffer.toString('latin1');
  // Mostly UTF-8 with a slip is better read so than guessed at.
  const lenient = buffer.toString('utf8');
  const slips = lenient.split('\ufffd').length - 1;
  const wide = buffer.reduce((count, byte) => count + (byte >= 0xc2 ? 1 : 0), 0);
  if (slips > 0 && slips * 10 < wide) return withoutMark(lenient);
  const detected = chardet.detect(buffer.subarray(0, 20_000));
  return withoutMark((detected && decodeAs(detected, buffer)) ?? iconv.decode(buffer, 'windows-1252'));
}

/** What the server and the document say, in the order in which they are believed. UTF-8 is belied already. */
function labelsOf(buffer: Buffer, contentType: string): string[] {
  const opening = EBCDIC.every((byte, i) => buffer[i] === byte)
    ? fromEbcdic(buffer.subarray(0, 200))
    : buffer.subarray(0, 500).toString('latin1');
  const told = [
    /charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(contentType)?.[1],
    /<\?xml[^>]*?encoding\s*=\s*["']\s*([\w.:-]+)/i.exec(opening)?.[1],
  ];
  return told.filter(
    (label) => label !== undefined && !/^(?:utf-?8|us-ascii|ascii)$/i.test(label),
  ) as string[];
}

/** Null for a label that nobody knows, and for a code in which the bytes make no sense. */
function decodeAs(label: string, buffer: Buffer): string | null {
  // Latin-1 on the web is Windows-1252.
  const name = /^(?:iso-?8859-?1|latin-?1|us-ascii|ascii|l1)$/i.test(label) ? 'windows-1252' : label;
  if (/^utf-?(?:16|32|8)/i.test(name)) return null;
  if (/^(?:cp|ibm|csibm|ebcdic)-?0?37$|^ebcdic-cp-us$/i.test(name)) return fromEbcdic(buffer);
  if (iconv.encodingExists(name)) return iconv.decode(buffer, name);
  try {
    return new TextDecoder(name).decode(buffer);
  } catch {
    return null;
  }
}

/** Code page 37, the printable part of it. */
const CP037 =
  '\x00\x01\x02\x03\x9c\t\x86\x7f\x97\x8d\x8e\x0b\x0c\r\x0e\x0f\x10\x11\x12\x13\x9d\n\x08\x87\x18\x19\x92\x8f\x1c\x1d\x1e\x1f\x80\x81\x82\x83\x84\n\x17\x1b\x88\x89\x8a\x8b\x8c\x05\x06\x07\x90\x91\x16\x93\x94\x95\x96\x04\x98\x99\x9a\x9b\x14\x15\x9e\x1a \u00a0âäàáãåçñ¢.<(+|&éêëèíîïìß!$*);¬-/ÂÄÀÁÃÅÇÑ¦,%_>?øÉÊËÈÍÎÏÌ`:#@\'="Øabcdefghi«»ðýþ±°jklmnopqrªºæ¸Æ¤µ~stuvwxyz¡¿ÐÝÞ®^£¥·©§¶¼½¾[]¯¨´×{ABCDEFGHI\u00adôöòóõ}JKLMNOPQR¹ûüùúÿ\\÷STUVWXYZ²ÔÖÒÓÕ0123456789³ÛÜÙÚ\x9f';

function fromEbcdic(buffer: Buffer): string {
  return Array.from(buffer, (byte) => CP037[byte] ?? '').join('');
}

function withoutMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

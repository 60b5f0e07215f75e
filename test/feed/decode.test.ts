import { describe, expect, test } from 'vitest';
import { decode } from '../../lib/feed/decode.ts';

describe('reads bytes as text', () => {
  test.each([
    ['UTF-8', Buffer.from('Zürich'), '', 'Zürich'],
    ['UTF-8 with a mark', Buffer.from('\ufeffZürich'), '', 'Zürich'],
    ['UTF-8, whatever the server says', Buffer.from('Zürich'), 'text/xml; charset=iso-8859-1', 'Zürich'],
    ['UTF-16 with a mark', Buffer.from('\ufeffZürich', 'utf16le'), '', 'Zürich'],
    ['what the server says', Buffer.from([0xd0, 0xd1]), 'text/xml; charset=koi8-r', 'пя'],
    [
      'what the XML says',
      Buffer.concat([Buffer.from('<?xml version="1.0" encoding="iso-8859-2"?>'), Buffer.from([0xb3])]),
      '',
      '<?xml version="1.0" encoding="iso-8859-2"?>ł',
    ],
    [
      'a label that lies or is unknown',
      Buffer.from('Z\u00fcrich', 'latin1'),
      'text/xml; charset=utf-8',
      'Zürich',
    ],
    ['an unknown label', Buffer.from('Z\u00fcrich', 'latin1'), 'text/xml; charset=nonsense', 'Zürich'],
  ])('%s', (_what, bytes, contentType, text) => expect(decode(bytes, contentType)).toBe(text));
});

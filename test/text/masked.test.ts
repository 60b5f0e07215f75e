import { describe, expect, test } from 'vitest';
import { masked, withMaskedAddresses } from '../../lib/text/masked.ts';

const SECRET = '9f86d081884c7d659a2feaa0c55ad015';

describe('is masked', () => {
  test.each([
    ['a token', 'https://paper.example/rss?token=abc', 'https://paper.example/rss?token=***'],
    [
      'a key among others',
      'https://p.example/rss?n=20&k=x1&lang=en',
      'https://p.example/rss?n=20&k=***&lang=en',
    ],
    ['a value like a secret', `https://p.example/rss?q=${SECRET}`, 'https://p.example/rss?q=***'],
    [
      'a JSON web token',
      'https://p.example/rss?t=eyJhbGciOi.eyJzdWIi.Sfl-Kxw',
      'https://p.example/rss?t=***',
    ],
    ['digits alone', 'https://p.example/rss?code=123456', 'https://p.example/rss?code=***'],
    ['a parameter without a name', `https://p.example/rss?${SECRET}`, 'https://p.example/rss?***'],
    [
      'an address in a parameter',
      'https://p.example/f?url=https%3A%2F%2Fq.example%2F%3Ftoken%3Da',
      'https://p.example/f?url=***',
    ],
    ['a part of the path', `https://p.example/private/${SECRET}`, 'https://p.example/private/***'],
    ['one with an ending', `https://p.example/private/${SECRET}.rss`, 'https://p.example/private/***.rss'],
    ['a UUID', 'https://p.example/8f14e45f-ceea-467a-9af1-3d5e7c1b2a90.xml', 'https://p.example/***.xml'],
    ['a session in the path', 'https://p.example/rss;jsessionid=A1', 'https://p.example/***'],
    ['a password', 'https://ada:geheim@p.example/rss', 'https://***@p.example/rss'],
    ['one with signs', 'https://ada:ge@heim@p.example/rss', 'https://***@p.example/rss'],
    ['what is not sent at all', 'https://p.example/rss#token=abc', 'https://p.example/rss'],
    [
      'a presigned address',
      'https://b.s3.eu.amazonaws.com/canary.xml?X-Amz-Credential=A&X-Amz-Signature=b',
      'https://b.s3.eu.amazonaws.com/canary.xml?X-Amz-Credential=***&X-Amz-Signature=***',
    ],
  ])('%s', (_what, address, told) => expect(masked(address)).toBe(told));
});

describe('stays', () => {
  test.each([
    'https://paper.example/rss',
    'https://paper.example/world/europe/rss.xml?edition=international&limit=20',
    'https://paper.example/2026/03/02/storm-closes-norhaven-bridge-after-7-die-on-the-island.html',
    'https://news.example/search?q=Norhaven+bridge+storm+closes&hl=en-GB&gl=GB&ceid=GB:en',
    'https://www.youtube.example/feeds/videos.xml?channel_id=UCXuqSBlHAE6Xw-yeJA0Tunw',
    'https://paper.example/article/12345678901234',
    'feeds/paper.xml',
    'https://user-generated-content-of-2026.paper.example/rss',
    '',
  ])('%s', (address) => expect(masked(address)).toBe(address));
});

test.each([
  [
    'it redirects to https://p.example/a?token=1, then to (https://q.example/b?key=2): given up',
    'it redirects to https://p.example/a?token=***, then to (https://q.example/b?key=***): given up',
  ],
  [
    "no answer of 'https://p.example/a?q=(x)&token=SECRET'.",
    "no answer of 'https://p.example/a?q=(x)&token=***'.",
  ],
  ["https://p.example/a?q='x'&token=SECRET", 'https://p.example/a?q=%27x%27&token=***'],
  ['nothing of an address in it', 'nothing of an address in it'],
])('every address in a text: %s', (text, told) => expect(withMaskedAddresses(text)).toBe(told));

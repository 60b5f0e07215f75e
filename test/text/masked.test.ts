import { expect, test } from 'vitest';
import { masked, withMaskedAddresses } from '../../lib/text/masked.ts';

test.each([
  ['a token', 'https://paper.example/rss?token=abc', 'https://paper.example/rss?token=***'],
  [
    'a key among others',
    'https://p.example/rss?n=20&auth_key=x1&lang=en',
    'https://p.example/rss?n=20&auth_key=***&lang=en',
  ],
  ['an apikey', 'https://p.example/rss?apikey=1', 'https://p.example/rss?apikey=***'],
  [
    'a value like a secret',
    'https://p.example/rss?u=9f86d081884c7d659a2feaa0c55ad015',
    'https://p.example/rss?u=***',
  ],
  [
    'a part of the path',
    'https://p.example/feed/private/9f86d081884c7d659a2f.xml/9f86d081884c7d659a2fea',
    'https://p.example/feed/private/9f86d081884c7d659a2f.xml/***',
  ],
  ['a password', 'https://ada:geheim@p.example/rss', 'https://***@p.example/rss'],
  [
    'a presigned address',
    'https://b.s3.eu.amazonaws.com/canary.xml?X-Amz-Credential=A&X-Amz-Signature=b&X-Amz-Expires=60',
    'https://b.s3.eu.amazonaws.com/canary.xml?X-Amz-Credential=***&X-Amz-Signature=***&X-Amz-Expires=60',
  ],
])('%s is masked', (_what, address, told) => expect(masked(address)).toBe(told));

test.each([
  'https://paper.example/rss',
  'https://paper.example/world/europe/rss.xml?edition=international&limit=20',
  'https://paper.example/2026/03/02/storm-closes-norhaven-bridge-after-7-die-on-the-island',
  'https://news.example/search?q=Norhaven+bridge+storm+closes&hl=en-GB&gl=GB&ceid=GB:en',
  'feeds/paper.xml',
  'https://user-generated-content-of-2026.paper.example/rss',
  '',
])('%s stays', (address) => expect(masked(address)).toBe(address));

test('every address in a text', () => {
  expect(
    withMaskedAddresses(
      'it redirects to https://p.example/a?token=1, then to (https://q.example/b?key=2): given up',
    ),
  ).toBe('it redirects to https://p.example/a?token=***, then to (https://q.example/b?key=***): given up');
});

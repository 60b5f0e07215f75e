import { describe, expect, test } from 'vitest';
import { createReadApart, PARSE_LIMITS, type ParseLimits } from '../../lib/feed/isolate.ts';
import type { DocumentJob } from '../../lib/feed/read-document.ts';
import { NOW } from '../support/document.ts';

const readApart = (given: DocumentJob, limits?: ParseLimits) => createReadApart(limits)(given);

/** Parsing in a thread of its own: the same answer, or that feed's failure. */

const entries = (n: number) =>
  Array.from(
    { length: n },
    (_, i) => `<item><title>Item ${i}</title><link>https://a.example/${i}</link></item>`,
  );
const feed = (n: number) =>
  Buffer.from(`<rss version="2.0"><channel><title>T</title>${entries(n).join('')}</channel></rss>`);
const job = (n: number) => ({
  bytes: feed(n),
  contentType: 'text/xml',
  url: 'https://a.example/rss',
  now: NOW,
});

test('a document is read apart as it is read here', async () => {
  const apart = await readApart(job(50), { ...PARSE_LIMITS, apartFrom: 0 });
  expect(apart).toMatchObject({ kind: 'feed', title: 'T' });
  expect(apart).toEqual(await readApart(job(50)));
});

test('so is a document that nests deep, which would hold all others up', async () => {
  const deep = `<rss><channel><title>T</title>${'<a>'.repeat(20_000)}`;
  const limits = { ...PARSE_LIMITS, timeoutMs: 1 };
  const given = await readApart({ ...job(0), bytes: Buffer.from(deep) }, limits);
  expect(given).toMatchObject({ kind: 'broken', why: expect.stringContaining('given up') });
});

describe('is given up', () => {
  test('when its time is over', async () => {
    expect(await readApart(job(1), { ...PARSE_LIMITS, apartFrom: 0, timeoutMs: 1 })).toEqual({
      kind: 'broken',
      why: 'its document is not parsed within 0.001 s: given up',
    });
  });

  test('when its heap is full; this process goes on', async () => {
    expect(await readApart(job(100_000), { ...PARSE_LIMITS, heapMb: 24 })).toEqual({
      kind: 'broken',
      why: 'its document needs more than 24 MB to be parsed: given up',
    });
  });
});

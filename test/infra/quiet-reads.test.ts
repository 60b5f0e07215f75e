import { expect, test } from 'vitest';
import { quietReads } from '../../functions/quiet-reads.ts';
import { failedFor, unchangedBy } from '../support/feed.ts';
import { V1 } from '../support/played-check.ts';

const at = (url: string) => ({ id: url, url });
const NOW = new Date('2026-03-09T12:00:00Z');

test('a read ends when the last one of its batch does, whatever comes of it', async () => {
  const ends = new Map<string, (isBroken: boolean) => void>();
  const ended: string[] = [];
  const read = quietReads(
    ({ url }) =>
      new Promise((done, broken) =>
        ends.set(url, (isBroken) => (isBroken ? broken(new Error(url)) : done(failedFor(url)))),
      ),
  );
  const all = ['a', 'b', 'c'].map((url) =>
    read(at(url), V1, NOW).then(
      () => ended.push(url),
      () => ended.push(`${url} broken`),
    ),
  );
  ends.get('b')?.(false);
  ends.get('a')?.(true);
  await new Promise((later) => setImmediate(later));
  expect(ended).toEqual([]);
  ends.get('c')?.(false);
  await Promise.all(all);
  expect(ended.toSorted()).toEqual(['a broken', 'b', 'c']);
});

test('one alone waits for none', async () => {
  const read = quietReads(async () => unchangedBy(V1));
  expect(await read(at('a'), V1, NOW)).toMatchObject({ outcome: 'unchanged' });
  expect(await read(at('a'), V1, NOW)).toMatchObject({ outcome: 'unchanged' });
});

import { expect, test } from 'vitest';
import { boundedValue } from '../../functions/bounded-value.ts';

const written = (value: unknown) => JSON.parse(JSON.stringify(value, boundedValue));

test('a log line is bounded, whatever went wrong', () => {
  const line = {
    left: Array.from({ length: 5_000 }, (_, i) => `https://a.example/${i}`),
    why: 'x'.repeat(90_000),
  };
  const told = written(line);
  expect(told.left).toHaveLength(21);
  expect(told.left.at(-1)).toBe('… and 4980 more');
  expect(told.why).toHaveLength(1_000 + '… (90000 characters)'.length);
  expect(JSON.stringify(told).length).toBeLessThan(3_000);
});

test('addresses are told without their secrets, also inside of texts', () => {
  expect(
    written({
      feed: { url: 'https://p.example/rss?token=1' },
      why: 'no answer of https://p.example/rss?token=1',
    }),
  ).toEqual({
    feed: { url: 'https://p.example/rss?token=***' },
    why: 'no answer of https://p.example/rss?token=***',
  });
});

test('all else is told as it is', () => {
  const line = { n: 1, on: true, none: null, list: [1, 2], text: 'Checked' };
  expect(written(line)).toEqual(line);
});

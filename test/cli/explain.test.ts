import { rm } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { claimwatch } from '../support/cli.ts';
import { run, useNewsroom } from '../support/newsroom.ts';

useNewsroom();
beforeAll(async () => void (await claimwatch(run('--reader', 'rules'))));

describe('explain', () => {
  test('a pair that was found', async () => {
    const { out } = await claimwatch(['explain', '--item', 'a', '--claim', 'brandt-visit']);
    expect(out).toContain('1. Is it of the story? Yes');
    expect(out).toMatch(/date 2026-03-05: visit is planned; shares/);
    expect(out).toContain('3. What is its value by the item’s own words? date 2026-03-05');
    expect(out).toContain('4. Does it stand? Yes');
  });

  test('a pair that is rightly quiet', async () => {
    const { out } = await claimwatch([
      'explain',
      '--item',
      'a',
      '--claim',
      'storm-toll',
      '--baseline',
      'bridge.json',
      '--feeds',
      'feeds',
    ]);
    expect(out).toContain('2. What does rules/2 find? Nothing on this claim.');
  });

  test('an item of another matter', async () => {
    expect((await claimwatch(['explain', '--item', 'j'])).out).toContain('1. Is it of the story? No');
  });

  test('an item that its feed no longer has, from what is kept of it', async () => {
    await rm('feeds', { recursive: true });
    const { out } = await claimwatch(['explain', '--item', 'a', '--claim', 'brandt-visit']);
    expect(out).toContain('Brandt to visit Norhaven on Thursday');
    expect(out).toContain('3. What is its value by the item’s own words? date 2026-03-05');
  });
});

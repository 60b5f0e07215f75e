import { beforeAll, describe, expect, test } from 'vitest';
import { claimwatch } from '../support/cli.ts';
import { run, useNewsroom } from '../support/newsroom.ts';

/** What would be sent of a story, without sending it. */

useNewsroom();
beforeAll(async () => {
  await claimwatch(run());
});

const preview = (...options: string[]) => claimwatch(['notify', '--preview', 'island-bridge', ...options]);

describe('notify --preview', () => {
  test('shows the messages as plain text, and notes nothing', async () => {
    const first = await preview('--zone', 'UTC');
    expect(first.code).toBe(0);
    expect(first.out).toMatch(/^Subject: scheduled: brandt-visit: 5 March 2026\n\nTransport minister Adela/);
    expect(first.out.split('_'.repeat(60)).length).toBeGreaterThan(3);
    expect((await preview('--zone', 'UTC')).out).toBe(first.out);
  });

  test('as HTML, and as a digest', async () => {
    const { out } = await preview('--as', 'html', '--digest');
    expect(out.match(/<!doctype html>/g)).toHaveLength(1);
    expect(out).toMatch(/<del [^>]*>7<\/del>/);
  });

  test('in every form as JSON, with links to the pages', async () => {
    const { out } = await preview('--json', '--pages', 'https://pages.example');
    const { messages } = JSON.parse(out);
    const counts = Object.values(messages as Record<string, unknown[]>).map((each) => each.length);
    expect([Object.keys(messages), new Set(counts).size]).toEqual([
      ['text', 'html', 'slack', 'teams', 'webhook'],
      1,
    ]);
    expect(out).toContain('https://pages.example/stories/island-bridge/records/');
  });

  test.each([
    [['--preview', 'nowhere'], 1, /There is no story "nowhere": found island-bridge/],
    [
      ['--preview', 'island-bridge', '--pages', 'here'],
      2,
      /--pages: found "here", expected an http or https/,
    ],
    [[], 2, /notify needs --preview STORY, found none/],
  ])('%j is refused', async (argv, code, why) => {
    expect(await claimwatch(['notify', ...argv])).toMatchObject({ code, err: expect.stringMatching(why) });
  });
});

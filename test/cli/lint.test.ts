import { writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { claimwatch } from '../support/cli.ts';
import { loopback } from '../support/loopback.ts';
import { useNewsroom } from '../support/newsroom.ts';
import { rss } from '../support/rss.ts';
import { BRIDGE, BRIDGE_COVERAGE, item } from '../support/story.ts';

useNewsroom();

const save = (change: object) => writeFileSync('linted.json', JSON.stringify({ ...BRIDGE, ...change }));

describe('lint', () => {
  test('says what is read in each claim, and exits with 0 where nothing is to be mended', async () => {
    save({ feeds: [] });
    const { code, out } = await claimwatch(['lint', 'linted.json', '--offline']);
    expect([code, out]).toEqual([0, expect.stringContaining('5 claims: nothing to mend')]);
    expect(out).toMatch(/storm-toll\n.*\n(?: .*\n)*?.*7 dead; 20 injured; takes revised/);
    expect(out).toContain('silent: Sundline; takes responded');
  });

  test('says where a baseline names no feeds', async () => {
    save({ feeds: [] });
    const { code, out } = await claimwatch(['lint', 'linted.json']);
    expect([code, out]).toEqual([0, expect.stringMatching(/5 claims, 0 feeds: .*\nNo feeds are named: /)]);
  });

  test('says how a feed on this machine is read', async () => {
    save({ feeds: ['http://127.0.0.1:9/rss'] });
    const { code, out } = await claimwatch(['lint', 'linted.json']);
    expect([code, out]).toEqual([1, expect.stringContaining('add --feeds http://127.0.0.1:9/rss')]);
  });

  test('exits with 1 where something is, and says what to do', async () => {
    save({ claims: [{ id: 'visit', text: 'She will visit Norhaven next week.' }] });
    const { code, out } = await claimwatch(['lint', 'linted.json', '--offline']);
    expect(code).toBe(1);
    expect(out).toContain('Mend: it begins with “She”: write out whom or what it stands for');
    expect(out).toContain(
      'Mend: “next week” counts from the day of publication (9–15 March 2026): write the date in full',
    );
    expect(out).toContain('1 claim: 2 to mend');
  });

  test('reads each feed once and says whether it carries the story', async () => {
    const server = await loopback(({ url = '' }, response) => {
      if (url === '/of') response.end(rss('Of it', BRIDGE_COVERAGE.slice(0, 3)));
      else if (url === '/other') response.end(rss('Other', [item({ title: 'Cup final goes to penalties' })]));
      else response.writeHead(404).end();
    });
    try {
      save({ feeds: [] });
      const sources = ['/of', '/other', '/gone'].map((path) => `${server.url}${path}`);
      const { code, out } = await claimwatch(['lint', 'linted.json', '--json', '--feeds', ...sources]);
      const { feeds } = JSON.parse(out);
      expect([
        code,
        feeds.map(({ items, ofStory }: { items: number; ofStory: number }) => [items, ofStory > 0]),
      ]).toEqual([
        1,
        [
          [3, true],
          [1, false],
          [0, false],
        ],
      ]);
      expect(feeds[2].failure).toContain('404');
    } finally {
      await server.close();
    }
  });

  test('of a file that is no baseline says so', async () => {
    writeFileSync('bad.json', '{}');
    const { code, err } = await claimwatch(['lint', 'bad.json']);
    expect([code, err]).toEqual([1, expect.stringContaining('bad.json is not a valid baseline')]);
  });
});

import { writeFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { openTable } from '../../lib/cli/table.ts';
import { claimwatch } from '../support/cli.ts';
import { run, useNewsroom } from '../support/newsroom.ts';
import { openTerminal } from '../support/pty.ts';
import { BRIDGE } from '../support/story.ts';

useNewsroom();
const OTHER = {
  ...BRIDGE,
  story: 'other-bridge',
  article: { ...BRIDGE.article, url: 'https://other.example/' },
};
beforeAll(async () => {
  await claimwatch(run());
  await writeFile('other.json', JSON.stringify(OTHER));
  await claimwatch(run().map((word) => (word === 'bridge.json' ? 'other.json' : word)));
});

const rowsOf = async (slug: string) => {
  const { records, close } = await openTable({});
  const story = await records.story(slug);
  const changes = story ? await records.changes(story) : [];
  const items = await records.keptItems(slug, new Date('2026-04-01'));
  await close();
  return { isThere: story !== null, changes: changes.length, items: items.length };
};

test('the changes of several stories are in order of time, each with its story', async () => {
  const { out } = await claimwatch(['changes', '--json']);
  const found: { story: string; firstSeen: string }[] = JSON.parse(out).changes;
  expect(new Set(found.map(({ story }) => story)).size).toBe(2);
  const times = found.map(({ firstSeen }) => firstSeen);
  expect(times).toEqual(times.toSorted());
  expect((await claimwatch(['changes'])).out).toMatch(/other-bridge +/);
});

describe('until: in a baseline', () => {
  test('ends its checks, and the run says so', async () => {
    await writeFile('ended.json', JSON.stringify({ ...BRIDGE, story: 'ended', until: '2026-03-04' }));
    const argv = ['run', '--baseline', 'ended.json', '--feeds', 'feeds', '--ephemeral', '--clock'];
    const before = await claimwatch([...argv, '2026-03-04T23:00:00Z']);
    expect(before.out).toMatch(/2 feeds; \d+ items, \d+ new/);
    const after = await claimwatch([...argv, '2026-03-05T00:00:00Z']);
    expect(after).toMatchObject({
      code: 0,
      err: expect.stringMatching(
        /^The story "ended" was watched until 2026-03-04: its feeds are not checked any more/,
      ),
    });
    expect(after.out).toContain('0 feeds; 0 items, 0 new; nothing new was recorded');
  });

  test('may be a time with its zone; what is none is refused', async () => {
    await writeFile('ended.json', JSON.stringify({ ...BRIDGE, until: '31 March' }));
    expect((await claimwatch(['run', '--baseline', 'ended.json', '--feeds', 'feeds'])).err).toMatch(
      /until: found "31 March", expected a day, like "2026-06-30", or a time with its zone/,
    );
  });

  test('lapses no claim whose time went by after it', async () => {
    await writeFile('ended.json', JSON.stringify({ ...BRIDGE, story: 'ended', until: '2026-03-03' }));
    await claimwatch([
      'run',
      '--baseline',
      'ended.json',
      '--feeds',
      'feeds',
      '--as-of',
      '2026-03-02T09:00:00Z',
    ]);
    const { out } = await claimwatch(['story', 'ended']);
    expect(out).toContain('Watched until 2026-03-03');
    expect(out).toContain('5 claims: 5 stand');
  });
});

describe('stories delete', () => {
  test('asks for the slug a second time', async () => {
    const { code, err } = await claimwatch(['stories', 'delete', 'island-bridge']);
    expect([code, err]).toEqual([
      1,
      expect.stringMatching(
        /^Nothing was deleted: without a terminal add --confirm island-bridge to delete island-bridge \(Storm closes/,
      ),
    ]);
    expect((await claimwatch(['stories', 'delete', 'island-bridge', '--confirm', 'bridge'])).err).toMatch(
      /^Nothing was deleted: found "bridge", expected island-bridge a second time/,
    );
    expect((await rowsOf('island-bridge')).isThere).toBe(true);
  });

  test('asks twice in a terminal, and does nothing at any other answer', { timeout: 60_000 }, async () => {
    const no = openTerminal(['stories', 'delete', 'other-bridge']);
    await no.until(/This deletes other-bridge .*Delete it\? \(yes or no\) /s);
    no.press('no\r');
    await no.until(/Nothing was deleted/);
    expect(await no.ended()).toBe(1);
    const yes = openTerminal(['stories', 'delete', 'other-bridge']);
    await yes.until(/Delete it\? /);
    yes.press('yes\r');
    await yes.until(/Type its slug, other-bridge: /);
    yes.press('other-bridge\r');
    await yes.until(/Deleted other-bridge .*, with \d+ changes and 0 decisions: \d+ rows/s);
    expect(await yes.ended()).toBe(0);
  });

  test('takes all rows of the story, and none of another one’s', async () => {
    expect(await rowsOf('other-bridge')).toEqual({ isThere: false, changes: 0, items: 0 });
    const kept = await rowsOf('island-bridge');
    expect(kept).toMatchObject({ isThere: true });
    expect(kept.changes).toBeGreaterThan(5);
    await claimwatch(['stories', 'delete', 'island-bridge', '--confirm', 'island-bridge']);
    expect(await rowsOf('island-bridge')).toEqual({ isThere: false, changes: 0, items: 0 });
    expect((await claimwatch(['changes'])).err).toMatch(/The table holds no story yet|No matching changes/);
  });

  test('comes back whole where it is run again', async () => {
    const { out } = await claimwatch(run());
    expect(out).toMatch(/2 feeds; 10 items, 10 new; 6 new changes/);
  });
});

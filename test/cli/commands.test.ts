import { utimes, writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { claimwatch } from '../support/cli.ts';
import { run, useNewsroom, writeAnswers } from '../support/newsroom.ts';
import { rss } from '../support/rss.ts';
import { BRIDGE_COVERAGE } from '../support/story.ts';

let ids: string[];

useNewsroom();

test('run reads the feeds and tells what has changed', async () => {
  const { code, out, err } = await claimwatch(run());
  expect(err).toBe('');
  expect(code).toBe(0);
  expect(out).toContain('Storm closes Norhaven bridge');
  expect(out).toMatch(/2026-03-03 +brandt-visit +scheduled +no date → 5 March 2026/);
  expect(out).toMatch(/storm-toll +revised +7 dead → 9 dead +2 /);
  expect(out).toMatch(/brandt-visit +occurred +planned for 5 March 2026 → took/);
  expect(out).toContain('2 feeds; 10 items, 10 new; 6 new changes');
});

test('the same feeds again: unchanged, and nothing is recorded', async () => {
  const { code, out } = await claimwatch(run());
  expect(code).toBe(0);
  expect(out).toContain('2 feeds, 2 unchanged; 0 items, 0 new; nothing new was recorded');
});

test('--json prints one document with the changes and the run', async () => {
  const { out } = await claimwatch(run('--ephemeral', '--json'));
  const { changes, run: summary } = JSON.parse(out);
  expect(summary).toMatchObject({ feeds: 2, items: 10, failed: [] });
  expect(changes).toHaveLength(6);
  expect(changes[0]).toMatchObject({
    story: 'island-bridge',
    claimId: 'brandt-visit',
    aspect: 'date',
    kind: 'scheduled',
    value: '2026-03-05',
    before: 'no date',
    after: '2026-03-05',
  });
  expect(Object.keys(changes[0].evidence[0])).toEqual(
    expect.arrayContaining(['guid', 'title', 'link', 'source', 'origin', 'publishedAt', 'quote']),
  );
});

describe('changes', () => {
  test('lists the records of the last run', async () => {
    const { out } = await claimwatch(['changes', '--format', 'json']);
    ids = JSON.parse(out).changes.map(({ id }: { id: string }) => id);
    expect(ids).toHaveLength(5);
  });

  test('keeps apart what is only possible', async () => {
    const { out } = await claimwatch(['changes', '--possible', '--json']);
    expect(JSON.parse(out).changes).toMatchObject([{ claimId: 'operator-silent', certainty: 'possible' }]);
  });

  test.each([
    [['--claim', 'brandt-visit'], 2],
    [['--kind', 'revised'], 1],
    [['--story', 'island-bridge', '--kind', 'new'], 0],
    [['--since', '2026-03-05'], 2],
    [['--as-of', '2026-03-04'], 2],
    [['--since', '2026-03-03T12:00:00Z', '--as-of', '2026-03-05'], 2],
    [['--since', '2099-01-01'], 0],
  ])('%j', async (options, count) => {
    const { out } = await claimwatch(['changes', '--json', ...options]);
    expect(JSON.parse(out).changes).toHaveLength(count);
  });

  test('as CSV', async () => {
    const { out } = await claimwatch(['changes', '--format', 'csv', '--claim', 'storm-toll']);
    const [head, row] = out.split('\n');
    expect(head).toMatch(/^id,story,claimId,claim,aspect,kind,value/);
    expect(row).toMatch(/storm-toll,At least 7 people .*,figure:dead,revised,9,7 dead,9 dead/);
    expect(out).toContain('“Norhaven storm: death toll rises to 9” (The Paper)');
    expect(out).toContain('https://paper.example/c https://coast-radio.example/d');
  });

  test('as Markdown', async () => {
    const { out } = await claimwatch(['changes', '--format', 'markdown', '--claim', 'storm-toll']);
    expect(out.split('\n')).toEqual([
      '- **revised**: 7 dead → 9 dead (2026-03-03, 2 origins)',
      expect.stringMatching(/^ {2}Claim storm-toll: At least 7 people were killed/),
      '  - “Norhaven storm: death toll rises to 9” ([The Paper](<https://paper.example/c>), 2026-03-03 12:00 UTC)',
      '  - “Storm killed 9 people on Norhaven, police say” ([Coast Radio](<https://coast-radio.example/d>), 2026-03-03 13:00 UTC)',
    ]);
  });
});

test('show prints before and after word by word, and each report with its outlet, time and link', async () => {
  const { out } = await claimwatch(['show', ids[0] ?? '']);
  expect(out).toContain('Transport minister Adela Brandt will visit the island of Norhaven');
  expect(out).toContain('[-no date-] {+5 March 2026+}');
  expect(out).toContain('2 reports of 2 origins');
  expect(out).toContain('2026-03-03 09:00  Coast Radio');
  expect(out).toContain('“Brandt to visit Norhaven on Thursday”');
  expect(out).toContain('https://coast-radio.example/a');
});

test('show takes the beginning of an id, and its own part', async () => {
  const hash = ids[0]?.split('.')[1] ?? '';
  expect((await claimwatch(['show', hash.slice(0, 7)])).out).toBe(
    (await claimwatch(['show', ids[0] ?? ''])).out,
  );
});

test('story prints the claims with their standing', async () => {
  const { out } = await claimwatch(['story', 'island-bridge', '--as-of', '2026-03-30', '--json']);
  const standings = JSON.parse(out).claims.map(
    ({ claim, standing }: { claim: { id: string }; standing: string }) => `${claim.id} ${standing}`,
  );
  expect(standings).toEqual([
    'brandt-visit overtaken',
    'ferry-talks lapsed',
    'storm-toll overtaken',
    'operator-silent in question',
    'bridge-reopening lapsed',
  ]);
  expect((await claimwatch(['story', 'island-bridge', '--as-of', '2026-03-02'])).out).toContain(
    '5 claims: 5 stand',
  );
});

test('a run at an earlier time leaves later items for the next one', async () => {
  const early = await claimwatch(run('--ephemeral', '--as-of', '2026-03-03T10:00:00Z', '--json'));
  expect(JSON.parse(early.out).run).toMatchObject({ items: 1 });
});

test('a feed that changed is read again', async () => {
  const items = BRIDGE_COVERAGE.filter((item) => item.source === 'Coast Radio');
  await writeFile(
    'feeds/Coast-Radio.xml',
    rss('Coast Radio', [
      ...items,
      ...items.slice(0, 1).map((item) => ({
        ...item,
        guid: 'k',
        link: 'https://coast-radio.example/k',
        title: 'Brandt postpones Norhaven visit to 11 March',
      })),
    ]),
  );
  await writeAnswers([
    ['k', 'Brandt postpones Norhaven visit to 11 March', 'brandt-visit rescheduled 2026-03-11'],
  ]);
  await utimes('feeds/Coast-Radio.xml', 1, 1);
  expect((await claimwatch(run())).out).toMatch(/1 unchanged; 5 items, 1 new; 1 new change/);
});

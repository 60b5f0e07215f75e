import { beforeAll, describe, expect, test } from 'vitest';
import { claimwatch } from '../support/cli.ts';
import { run, useNewsroom, writeAnswers, writeFeeds } from '../support/newsroom.ts';
import { BRIDGE_COVERAGE, item } from '../support/story.ts';

useNewsroom();
beforeAll(async () => void (await claimwatch(run())));

describe('accept and reject', () => {
  const possible = async () =>
    JSON.parse((await claimwatch(['changes', '--possible', '--json'])).out).changes;
  const sure = async () =>
    JSON.parse((await claimwatch(['changes', '--json', '--claim', 'operator-silent'])).out).changes;
  let id: string;

  test('an accepted change is among the sure ones', async () => {
    id = (await possible())[0].id;
    const { code, out } = await claimwatch(['accept', id]);
    expect(code).toBe(0);
    expect(out).toMatch(/operator-silent responded, spoke .*: accepted \(1 report\)/);
    expect([await possible(), await sure()]).toMatchObject([[], [{ id, certainty: 'sure' }]]);
  });

  test('a rejected one is nowhere, and stays away when the feeds are read again', async () => {
    await claimwatch(['reject', id.split('.')[1]?.slice(0, 6) ?? '']);
    await claimwatch(run());
    expect([await possible(), await sure()]).toEqual([[], []]);
    await claimwatch(['accept', id]);
    expect(await sure()).toHaveLength(1);
  });

  test('an unknown id is named', async () => {
    const { code, err } = await claimwatch(['accept', 'feedbeef']);
    expect([code, err]).toEqual([1, expect.stringContaining('There is no record "feedbeef"')]);
  });
});

describe('one false "occurred"', () => {
  const report = (guid: string, source: string, day: string, title: string) =>
    item({ guid, source, title, publishedAt: `2026-03-${day}T10:00:00.000Z` });
  const FALSE = report('false', 'Tattler', '13', 'Norhaven bridge reopens');
  const TRUE = [
    report('true-1', 'The Paper', '27', 'Norhaven bridge reopens to traffic'),
    report('true-2', 'Coast Radio', '27', 'Norhaven bridge reopens after storm'),
    report('true-3', 'Herald', '28', 'Norhaven bridge reopened on Friday, minister Adela Brandt says'),
  ];
  const SAID = [
    ['false', FALSE.title, 'bridge-reopening occurred now?'],
    ...TRUE.map(({ guid, title }) => [guid, title, 'bridge-reopening occurred 2026-03-27'] as const),
  ] as const;
  const occurred = async (...options: string[]) => {
    const { out } = await claimwatch([
      'changes',
      '--json',
      '--claim',
      'bridge-reopening',
      '--kind',
      'occurred',
      ...options,
    ]);
    return JSON.parse(out).changes;
  };

  test('is possible, and puts its claim in question', async () => {
    await writeFeeds([...BRIDGE_COVERAGE, FALSE]);
    await writeAnswers(SAID);
    await claimwatch(run());
    expect([await occurred(), await occurred('--possible')]).toMatchObject([[], [{ rejected: 0 }]]);
  });

  test('rejected, is gone, and the time that goes by lapses the claim', async () => {
    const [{ id }] = await occurred('--possible');
    await claimwatch(['reject', id]);
    expect(await occurred('--possible')).toEqual([]);
  });

  test('does not silence the true one, reported by three outlets a fortnight later', async () => {
    await writeFeeds([...BRIDGE_COVERAGE, FALSE, ...TRUE]);
    await claimwatch(run());
    const [record, ...others] = await occurred();
    expect(others).toEqual([]);
    expect(record).toMatchObject({ certainty: 'sure', rejected: 1, value: '2026-03-27' });
    expect(record.evidence.map(({ guid }: { guid: string }) => guid).toSorted()).toEqual([
      'true-1',
      'true-2',
      'true-3',
    ]);
    const { out } = await claimwatch(['show', record.id]);
    expect(out).toContain('Rejected 1 other report of the same');
  });

  test('left alone, does not hide it either', async () => {
    const { out } = await claimwatch(run('--ephemeral', '--json'));
    const found = JSON.parse(out).changes.filter(
      ({ claimId, kind }: Record<string, string>) => claimId === 'bridge-reopening' && kind === 'occurred',
    );
    expect(found).toMatchObject([
      { certainty: 'possible', firstSeen: '2026-03-13T10:00:00.000Z' },
      { certainty: 'sure', firstSeen: '2026-03-27T10:00:00.000Z' },
    ]);
  });
});

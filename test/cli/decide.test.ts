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
    expect(out).toMatch(/operator-silent responded, spoke .*: accepted by \S+, .* UTC, 1 report/);
    expect([await possible(), await sure()]).toMatchObject([[], [{ id, certainty: 'sure' }]]);
  });

  test('a rejected one is nowhere, and stays away when the feeds are read again', async () => {
    await claimwatch(['reject', id.split('.')[1]?.slice(0, 6) ?? '']);
    await claimwatch(run());
    expect([await possible(), await sure()]).toEqual([[], []]);
    await claimwatch(['accept', id]);
    expect(await sure()).toHaveLength(1);
  });

  test('each word is kept, with who, when and why, and the last can be taken back', async () => {
    const words = async () => {
      const { out } = await claimwatch(['show', id, '--json']);
      return JSON.parse(out).decisions.map(({ verdict, by, note }: Record<string, string>) =>
        [verdict, by, note].filter(Boolean).join(' '),
      );
    };
    const before = (await words()).length;
    await claimwatch(['reject', id, '--by', 'ada', '--note', 'not about Sundline', '--overrule']);
    const refused = await claimwatch(['undo', id, '--by', 'bob']);
    expect([refused.code, refused.err]).toEqual([
      1,
      expect.stringMatching(
        /is rejected by ada, .*: “not about Sundline”: add --overrule to decide otherwise; nothing was saved/,
      ),
    ]);
    const { out, err } = await claimwatch(['undo', id, '--by', 'bob', '--overrule']);
    expect(out).toMatch(/undone by bob, .* UTC, 1 report/);
    expect(err).toMatch(/previously: rejected by ada, .* UTC, 1 report: “not about Sundline”/);
    expect((await words()).slice(before)).toEqual(['rejected ada not about Sundline', 'undone bob']);
    expect(await sure()).toHaveLength(1);
  });

  test('several at once; one that is not there decides none', async () => {
    const all = JSON.parse((await claimwatch(['changes', '--json'])).out).changes.map(
      (each: { id: string }) => each.id,
    );
    expect((await claimwatch(['reject', ...all.slice(0, 2), 'feedbeef'])).code).toBe(1);
    expect(JSON.parse((await claimwatch(['changes', '--rejected', '--json'])).out).changes).toEqual([]);
    expect((await claimwatch(['reject', ...all.slice(0, 2)])).out.split('\n')).toHaveLength(2);
    const rejected = JSON.parse((await claimwatch(['changes', '--rejected', '--json'])).out).changes;
    expect(rejected.map((each: { id: string }) => each.id).toSorted()).toEqual(all.slice(0, 2).toSorted());
    expect((await claimwatch(['undo', ...all.slice(0, 2)])).code).toBe(0);
    expect((await claimwatch(['undo', all[0]])).err).toMatch(/has no decision that could be undone/);
  });

  test('one report of a record alone, by its item or its link', async () => {
    const dated = async (...options: string[]) =>
      JSON.parse(
        (
          await claimwatch([
            'changes',
            '--json',
            '--claim',
            'brandt-visit',
            '--kind',
            'scheduled',
            ...options,
          ])
        ).out,
      ).changes;
    const [{ id: own, evidence }] = await dated();
    expect(evidence).toHaveLength(2);
    await claimwatch(['reject', own, '--report', evidence[0].link]);
    expect(await dated()).toMatchObject([{ rejected: 1, evidence: [{ guid: evidence[1].guid }] }]);
    expect((await claimwatch(['reject', own, '--report', 'nothing'])).err).toMatch(/has no report "nothing"/);
    // A no to a report that is shown no more is undone as any other.
    await claimwatch(['undo', own]);
    expect(await dated()).toMatchObject([{ rejected: 0, evidence: { length: 2 } }]);
    await claimwatch(['reject', own, '--report', evidence[0].link]);
    await claimwatch(['undo', own, '--report', evidence[0].guid]);
    expect(await dated()).toMatchObject([{ rejected: 0, evidence: { length: 2 } }]);
  });

  test('mends a value, a kind or a claim; what the reports say stays beside it', async () => {
    const [{ id: own }] = JSON.parse(
      (await claimwatch(['changes', '--json', '--kind', 'revised'])).out,
    ).changes;
    const { out } = await claimwatch(['accept', own, '--value', '11', '--by', 'ada']);
    expect(out).toMatch(
      /storm-toll revised, 9 dead: accepted by ada, .* UTC, 2 reports, as revised, 11 dead \(storm-toll\)/,
    );
    expect((await claimwatch(['accept', own, '--value', 'many', '--by', 'ada'])).err).toMatch(
      /can’t be changed so: found "many", expected a number/,
    );
    expect((await claimwatch(['accept', own, '--claim', 'nope', '--by', 'ada'])).err).toMatch(
      /has no claim "nope", expected one of brandt-visit/,
    );
    expect((await claimwatch(['accept', own, id, '--value', '3'])).code).toBe(2);
    const moved = await claimwatch([
      'accept',
      own,
      '--claim',
      'ferry-talks',
      '--kind',
      'cancelled',
      '--by',
      'ada',
    ]);
    expect(moved.out).toMatch(/accepted by .*, as cancelled, called off \(ferry-talks\)/);
    await claimwatch(['undo', own, '--by', 'ada']);
    const show = (await claimwatch(['show', own])).out;
    expect(show).toMatch(/After {4}11 dead \(mended\)/);
    expect(show).toContain('Reported [-9 dead-]');
    await claimwatch(['undo', own, '--by', 'ada']);
    expect((await claimwatch(['show', own])).out).toMatch(/After {4}9 dead\n/);
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

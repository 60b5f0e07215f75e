import { beforeAll, expect, test } from 'vitest';
import { claimwatch } from '../support/cli.ts';
import { useNewsroom } from '../support/newsroom.ts';
import { COUNT, possibleTolls } from '../support/possible-tolls.ts';
import { openTerminal } from '../support/pty.ts';

useNewsroom();

beforeAll(possibleTolls);

const listed = async (...options: string[]) =>
  JSON.parse((await claimwatch(['changes', '--json', ...options])).out).changes;
const lastWord = async (claim: string) => {
  const all = [...(await listed()), ...(await listed('--possible')), ...(await listed('--rejected'))];
  return all.find(({ claimId }) => claimId === claim)?.decisions.at(-1);
};

/** The card of a record, whole. */
const card = (n: number) => new RegExp(`\\b${n}/\\d+ {2}toll-[\\s\\S]*?q quit`);

test('a day’s editing in a terminal: forty records, mended, undone, by two editors at once', {
  timeout: 240_000,
}, async () => {
  const ada = openTerminal(['review', '--by', 'ada']);
  const answer = async (question: RegExp, text: string) => {
    await ada.until(question);
    ada.press(`${text}\r`);
  };

  const shown = await ada.until(card(1));
  expect(shown).toContain('At least 7 people were killed in district 1 of Norhaven');
  expect(shown).toMatch(/7 dead → 11 dead\s+\[-7-\]\{\+11\+\} dead/);
  expect(shown).toMatch(/“toll rises to 11”\s+The Paper, 2026-03-03 01:00 UTC\s+https:\/\/paper\.example\/1/);
  ada.press('y');
  await ada.until(/accepted by ada, .* UTC, 1 report/);

  await ada.until(card(2));
  ada.press('N');
  await answer(/Note: /, 'another distrct\u007f\u007fict');
  await ada.until(/rejected by ada, .*: “another district”/);

  // What can’t be is asked for again, before anything is kept.
  await ada.until(card(3));
  ada.press('e');
  await answer(/Value \[13\]: /, 'far too many');
  await answer(/Kind \[revised\]: /, 'moved');
  await answer(/Found "moved", expected one of scheduled,[\s\S]*Kind \[revised\]: /, '');
  await answer(/Claim \[toll-03\]: /, '');
  await answer(/can’t be changed so: found "far too many", expected a number[\s\S]*Value \[13\]: /, '14');
  for (const question of [/Kind/, /Claim/]) await answer(question, '');
  await answer(/Note: /, 'the later count');
  await ada.until(/accepted by ada, .* as revised, 14 dead \(toll-03\): “the later count”/);

  // Yes by mistake, taken back, then no.
  await ada.until(card(4));
  ada.press('y');
  await ada.until(card(5));
  ada.press('u');
  expect(await ada.until(card(4))).toMatch(/undone: it waits for a yes or no again[\s\S]*undone by ada/);
  ada.press('n');
  await ada.until(card(5));
  ada.press('?');
  await ada.until(/e {2}mend: another value, kind or claim/);
  ada.press('l');
  for (let n = 6; n < 10; n += 1) {
    await ada.until(card(n));
    ada.press(n % 2 === 0 ? 'y' : 'n');
  }
  await ada.until(card(10));

  // Another editor has what ada left for later, then the very record that she has before her.
  const bob = openTerminal(['review', '--by', 'bob']);
  expect(await bob.until(card(1))).toContain('toll-05');
  bob.press('l');
  expect(await bob.until(card(2))).toContain('toll-10');
  bob.press('y');
  await bob.until(/accepted by bob/);
  // Hers is not saved, and the record is shown again with his word: she leaves it as it is.
  ada.press('n');
  expect(await ada.until(card(10))).toMatch(/your decision was not saved[\s\S]*accepted by bob/);
  ada.press('l');
  await ada.until(card(11));
  await bob.until(card(3));
  bob.press('q');
  await bob.until(/1 accepted, 0 rejected; 31 possible changes left/);
  expect(await bob.ended()).toBe(0);

  for (let n = 11; n <= COUNT; n += 1) {
    ada.press('y');
    await ada.until(n < COUNT ? card(n + 1) : /That was the last one/);
  }
  ada.press('q');
  await ada.until(/34 accepted \(1 mended\), 4 rejected, 1 settled by others; 1 possible change left/);
  expect(await ada.ended()).toBe(0);

  expect(await listed()).toHaveLength(35);
  expect((await listed('--possible')).map(({ claimId }: { claimId: string }) => claimId)).toEqual([
    'toll-05',
  ]);
  expect(await listed('--rejected')).toHaveLength(4);
  const both = await Promise.all(['toll-10', 'toll-02', 'toll-04'].map(lastWord));
  expect(both).toMatchObject([
    { verdict: 'accepted', by: 'bob', note: null },
    { verdict: 'rejected', by: 'ada', note: 'another district' },
    { verdict: 'rejected', by: 'ada' },
  ]);
});

test('a colleague is overruled by a second word, never by the first', { timeout: 60_000 }, async () => {
  const [{ id }] = await listed('--possible');
  const ada = openTerminal(['review', '--by', 'ada']);
  await ada.until(card(1));
  await claimwatch(['accept', id, '--by', 'bob']);
  ada.press('n');
  await ada.until(/your decision was not saved[\s\S]*accepted by bob[\s\S]*q quit/);
  ada.press('n');
  await ada.until(/rejected by ada[\s\S]*That was the last one/);
  // And taken back where there is nothing after it.
  ada.press('u');
  await ada.until(/undone: it waits for a yes or no again[\s\S]*q quit/);
  ada.press('q');
  await ada.until(/0 accepted, 0 rejected, 1 settled by others/);
  expect(await ada.ended()).toBe(0);
  expect(await lastWord('toll-05')).toMatchObject({ verdict: 'undone', by: 'ada' });
  await claimwatch(['undo', id, '--overrule']);
  expect(await listed('--possible')).toMatchObject([{ id }]);
});

test('what was decided is shown with who, when and why, and what was mended with what the reports say', async () => {
  const third = (await listed('--claim', 'toll-03'))[0];
  expect(third).toMatchObject({
    value: '14',
    after: '14 dead (mended)',
    reported: '13 dead',
    certainty: 'sure',
  });
  const { out } = await claimwatch(['show', third.id]);
  expect(out).toContain('Reported [-13 dead-]');
  expect(out).toMatch(
    /Decided {2}accepted by ada, .* UTC, 1 report, as revised, 14 dead \(toll-03\): “the\s+later count”/,
  );
  const fourth = (await listed('--rejected', '--claim', 'toll-04'))[0];
  expect(fourth.decisions.map(({ verdict }: { verdict: string }) => verdict)).toEqual([
    'accepted',
    'undone',
    'rejected',
  ]);
});

test('without a terminal it says what to use', async () => {
  expect(await claimwatch(['review'])).toMatchObject({
    code: 2,
    err: expect.stringContaining('review needs a terminal, found a pipe or a file'),
  });
});

test('with nothing to decide it ends at once', async () => {
  const one = openTerminal(['review', '--claim', 'toll-01']);
  await one.until(/Nothing waits for a yes or no/);
  expect(await one.ended()).toBe(0);
});

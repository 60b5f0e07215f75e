import { beforeAll, expect, test } from 'vitest';
import { openTable } from '../../lib/cli/table.ts';
import { parseBaseline } from '../../lib/model/parse-baseline.ts';
import type { Evidence } from '../../lib/model/report.ts';
import { changeOf } from '../../lib/monitor/judge.ts';
import { storyOf } from '../../lib/monitor/story.ts';
import { claimwatch } from '../support/cli.ts';
import { useNewsroom } from '../support/newsroom.ts';
import { openTerminal } from '../support/pty.ts';
import { BRIDGE } from '../support/story.ts';

useNewsroom();

const COUNT = 40;
const nth = (n: number) => String(n).padStart(2, '0');
const STORY = storyOf(
  parseBaseline(
    {
      ...BRIDGE,
      claims: Array.from({ length: COUNT }, (_, i) => ({
        id: `toll-${nth(i + 1)}`,
        text: `At least 7 people were killed in district ${i + 1} of Norhaven on 1 March 2026.`,
      })),
    },
    'the test story',
  ),
);

/** A possible report of another number, one hour after the other. */
function report(n: number): Evidence {
  const at = new Date(Date.parse('2026-03-03T00:00:00Z') + n * 3_600_000).toISOString();
  return {
    itemId: `item-${n}`,
    guid: `item-${n}`,
    title: `District ${n}: toll rises to ${n + 10}`,
    link: `https://paper.example/${n}`,
    source: 'The Paper',
    origin: 'paper.example',
    publishedAt: at,
    saidAt: at,
    wordedAt: at,
    quote: `toll rises to ${n + 10}`,
    kind: 'revised',
    value: { kind: 'figure', amount: n + 10, upTo: null, bound: 'exactly', unit: null },
    likely: 0.7,
    reader: 'rules/2',
    corrects: false,
    heldAgainst: STORY.digest,
  };
}

beforeAll(async () => {
  const { records, close } = await openTable({});
  await records.saveStory(STORY);
  for (let n = 1; n <= COUNT; n += 1) {
    const claimId = `toll-${nth(n)}`;
    const slot = STORY.slots[claimId]?.figures[0]?.id;
    const key = { claimId, aspect: `figure:${slot}` as const, key: String(n + 10) };
    await records.addEvidence(changeOf(STORY.baseline.story, key), report(n), report(n).saidAt);
  }
  await close();
});

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
  expect(shown).toMatch(
    /“toll rises to 11”\s+The Paper, 2026-03-03 01:00 UTC {2}https:\/\/paper\.example\/1/,
  );
  ada.press('y');
  await ada.until(/accepted: revised, 11 dead/);

  await ada.until(card(2));
  ada.press('N');
  await answer(/Note: /, 'another distrct\u007f\u007fict');
  await ada.until(/rejected/);

  // Words that are no number are refused, and the record is shown again.
  await ada.until(card(3));
  ada.press('e');
  await answer(/Value \[13\]: /, 'far too many');
  for (const question of [/Kind \[revised\]: /, /Claim \[toll-03\]: /, /Note: /]) await answer(question, '');
  await ada.until(/cannot be mended so: found "far too many", expected a number/);
  await ada.until(card(3));
  ada.press('e');
  await answer(/Value \[13\]: /, '14');
  for (const question of [/Kind/, /Claim/]) await answer(question, '');
  await answer(/Note: /, 'the later count');
  await ada.until(/accepted: revised, 14 dead \(mended\)/);

  // Yes by mistake, taken back, then no.
  await ada.until(card(4));
  ada.press('y');
  await ada.until(card(5));
  ada.press('u');
  expect(await ada.until(card(4))).toMatch(/undone: it waits for a yes or no again[\s\S]*undone by ada/);
  ada.press('n');
  await ada.until(card(5));
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
  await bob.until(/accepted: revised, 20 dead/);
  ada.press('n');
  const told = await ada.until(card(11));
  expect(told).toMatch(/your word was not kept[\s\S]*accepted by bob[\s\S]*going on/);
  await bob.until(card(3));
  bob.press('q');
  await bob.until(/1 accepted, 0 rejected; 31 possible changes left/);
  expect(await bob.ended()).toBe(0);

  for (let n = 11; n <= COUNT; n += 1) {
    ada.press('y');
    if (n < COUNT) await ada.until(card(n + 1));
  }
  await ada.until(/34 accepted \(1 mended\), 4 rejected; 2 possible changes left/);
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

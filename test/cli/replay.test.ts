import { writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { claimwatch } from '../support/cli.ts';
import { run, useNewsroom, writeAnswers } from '../support/newsroom.ts';
import { BRIDGE } from '../support/story.ts';

/** `claimwatch replay`, on what a run has kept. */

useNewsroom();
const FEEDS = ['https://paper.example/rss'];
const FROM = ['--from', '2026-03-01'];
const slugsIn = (json: string) => JSON.parse(json).changes.map(({ id }: { id: string }) => id);

test('new claims are judged by what is kept, and nothing is told of what that finds', async () => {
  await claimwatch(run().map((word) => (word === 'answers:answers.jsonl' ? 'rules' : word)));
  const before = slugsIn((await claimwatch(['changes', '--possible', '--json'])).out);
  const told = (await claimwatch(['notify', '--preview', BRIDGE.story, '--json'])).out;
  const more = { id: 'toll-again', text: 'The storm on Norhaven killed 7 people.' };
  await writeFile('more.json', JSON.stringify({ ...BRIDGE, feeds: FEEDS, claims: [...BRIDGE.claims, more] }));
  await claimwatch(['stories', 'put', 'more.json']);
  const { code, out, err } = await claimwatch(['replay', ...FROM]);
  expect([code, err]).toEqual([0, '']);
  expect(out).toMatch(
    /^island-bridge: \d+ items judged; [1-9]\d* new changes?, \d+ reports? written; nobody is told$/,
  );
  const after = slugsIn((await claimwatch(['changes', '--possible', '--json'])).out);
  expect(after.length).toBeGreaterThan(before.length);
  const messages = (text: string) =>
    JSON.parse(text).messages.text.map(({ subject }: { subject: string }) => subject);
  const now = messages((await claimwatch(['notify', '--preview', BRIDGE.story, '--json'])).out);
  expect(now).toEqual(messages(told));
  expect(now.join()).not.toContain('toll-again');
  // A second time nothing is new, and the next run judges nothing again.
  expect((await claimwatch(['replay', ...FROM])).out).toMatch(/0 new changes, 0 reports written/);
});

test('another reader may judge it, and what it doesn’t say is superseded', async () => {
  await writeAnswers([]);
  const { code, out } = await claimwatch(['replay', ...FROM, '--reader', 'answers:answers.jsonl', '--json']);
  expect(code).toBe(0);
  const [{ story, judged, evidence, added }] = JSON.parse(out).replayed;
  expect([story, added]).toEqual([BRIDGE.story, 0]);
  expect(judged).toBeGreaterThan(3);
  expect(evidence).toBeGreaterThan(0);
  // The story goes on by what judged it last.
  expect((await claimwatch(['replay', ...FROM])).code).toBe(0);
});

test('what judged it last can’t be named without its file', async () => {
  await claimwatch(['stories', 'delete', BRIDGE.story, '--confirm', BRIDGE.story]);
  await claimwatch(run());
  const { code, err } = await claimwatch(['replay', ...FROM]);
  expect(code).toBe(1);
  expect(err).toMatch(
    /was last judged by recorded answers \(.*\): name their file by --reader answers:FILE, or another reader/,
  );
});

test('a story that is watched only now has what others kept', async () => {
  await writeFile('late.json', JSON.stringify({ ...BRIDGE, story: 'late', feeds: FEEDS }));
  await claimwatch(['stories', 'put', 'late.json']);
  const { code, out } = await claimwatch(['replay', ...FROM, '--story', 'late', '--backfill']);
  expect(code).toBe(0);
  expect(out).toMatch(/^late: (\d+) items judged, \1 of them from other stories; [1-9]/);
  expect(
    slugsIn((await claimwatch(['changes', '--possible', '--json', '--story', 'late'])).out).length,
  ).toBeGreaterThan(0);
  const again = await claimwatch(['replay', ...FROM, '--story', 'late', '--backfill']);
  expect(again.out).toMatch(/0 new changes, 0 reports written/);
});

test.each<[string[], number, RegExp]>([
  [[], 2, /needs --from TIME/],
  [['--from', 'yesterday'], 2, /--from: found "yesterday"/],
  [[...FROM, '--backfill'], 1, /--backfill is for one story/],
  [[...FROM, '--story', 'none'], 1, /There is no story "none"/],
])('wrong usage: %j', async (argv, code, message) => {
  const ran = await claimwatch(['replay', ...argv]);
  expect(ran.err).toMatch(message);
  expect(ran.code).toBe(code);
});

test('records of a story that was retired are reachable by their ids, and listed where that is wanted', async () => {
  const before = slugsIn((await claimwatch(['changes', '--possible', '--json', '--story', 'late'])).out);
  await claimwatch(['stories', 'retire', 'late']);
  expect((await claimwatch(['show', before[0]])).code).toBe(0);
  expect(slugsIn((await claimwatch(['changes', '--possible', '--json'])).out)).not.toContain(before[0]);
  expect(slugsIn((await claimwatch(['changes', '--possible', '--retired', '--json'])).out)).toContain(
    before[0],
  );
});

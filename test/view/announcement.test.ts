import { describe, expect, test } from 'vitest';
import type { ChangeRecord, StoredChange } from '../../lib/model/report.ts';
import { pendingOf, type Telling } from '../../lib/monitor/announce.ts';
import { foldedOf } from '../../lib/monitor/folded.ts';
import { announcementData } from '../../lib/view/announcement/data.ts';
import { htmlMessage } from '../../lib/view/announcement/html.ts';
import { slackMessages } from '../../lib/view/announcement/slack.ts';
import { teamsMessages } from '../../lib/view/announcement/teams.ts';
import { asciiSubject, textMessage } from '../../lib/view/announcement/text.ts';
import { announcementWords, type MessageSettings } from '../../lib/view/announcement/words.ts';
import { AT, MESSAGES, SURE, story } from '../support/announcing.ts';
import { surely } from '../support/evidence.ts';
import { HOSTILE_TEXTS } from '../support/hostile-texts.ts';
import { changesOf } from '../support/records.ts';
import { BRIDGE, BRIDGE_STORY, item } from '../support/story.ts';

/** Messages in every form that channels take, made of the same words. */

const TOLL = changesOf(BRIDGE_STORY, [
  item({ title: 'Norhaven storm: death toll rises to 9' }),
  item({ title: 'Storm killed 9 people on Norhaven, police say', source: 'Coast Radio' }),
]).map(surely);

const tellingsOf = async (changes: readonly StoredChange[]) =>
  pendingOf(
    story,
    { name: 'mail', wants: () => SURE, since: () => null },
    { folded: foldedOf(story, changes, new Date(AT)), delivered: new Map() },
    new Date(AT),
  );
const wordsOf = async (settings: Partial<MessageSettings> = {}) =>
  (await tellingsOf(TOLL)).map((each) => announcementWords(each, { ...MESSAGES, ...settings }));

test('plain text: claim, before and after, standing, quotes and links, where to read on, the article', async () => {
  const [{ text, subject }] = [textMessage(await wordsOf({ table: 'Desk' }))];
  expect(subject).toBe('revised: storm-toll: 9 dead');
  expect(text).toMatch(
    /^At least 7 people were killed.*\n\nrevised: 7 dead -> 9 dead\n\nThe claim is overtaken \(until now: it stood as published\)\.\n\n2 reports of 2 origins:/,
  );
  expect(text).toContain(
    '> "Norhaven storm: death toll rises to 9"\n> The Paper, 2026-03-05 12:00 UTC\n> https://paper',
  );
  expect(text).toMatch(/Read on: claimwatch show \S+ --table Desk/);
  expect(text.endsWith(BRIDGE.article.url)).toBe(true);
});

test('its subject names the claim by its label, where it has one', async () => {
  const [telling] = await tellingsOf(TOLL);
  if (telling?.announcement.about !== 'change' || !telling.announcement.claim)
    throw new Error('there is something to tell');
  const claim = { ...telling.announcement.claim, label: 'Dead in the storm' };
  const { subject } = announcementWords(
    { ...telling, announcement: { ...telling.announcement, claim } },
    MESSAGES,
  );
  expect(subject).toBe('revised: Dead in the storm: 9 dead');
});

test('says how much is right of what rules read, by how many outlets report it', async () => {
  const [telling] = await tellingsOf(TOLL);
  if (telling?.announcement.about !== 'change') throw new Error('there is something to tell');
  const change = telling.announcement;
  const { record } = change;
  const noteOf = (count: number) => {
    const evidence = record.evidence.slice(0, count).map((one) => ({ ...one, reader: 'rules/2' }));
    const possible = { ...record, evidence, certainty: 'possible' as const };
    return announcementWords({ ...telling, announcement: { ...change, record: possible } }, MESSAGES).notes;
  };
  expect(noteOf(2)).toEqual([
    'To check: read by rules, about two in three records of two outlets are right. Accept it or reject it.',
  ]);
  expect(noteOf(1)).toEqual([
    'To check: read by rules, of records of one outlet one in four to two in five are right. Accept it or reject it.',
  ]);
});

test('links open the page with that record', async () => {
  const pages = 'https://pages.example/';
  const [words] = await wordsOf({ pages });
  expect(words?.page).toMatch(/^https:\/\/pages\.example\/stories\/island-bridge\/records\/[\w.%-]+\/$/);
  expect(textMessage([words as never]).text).toContain(`See and decide it: ${words?.page}`);
  expect(await htmlMessage([words as never])).toContain(`<a href="${words?.page}">See and decide it</a>`);
});

test('a digest has a part for each story', async () => {
  const [words] = await wordsOf();
  if (!words) throw new Error('there is something to tell');
  const other = { ...words, article: { ...words.article, title: 'Another article', link: null } };
  const { subject, text } = textMessage([words, words, other]);
  expect(subject).toBe('3 changes in 2 stories');
  expect(text.split('\n').filter((line) => /^=+$/.test(line))).toHaveLength(2);
  expect(await htmlMessage([words, other])).toMatch(/<h2[^>]*>Another article<\/h2>/);
});

test('a subject is one line of ASCII that a mail system takes', () => {
  const long = asciiSubject('new: Zelenskyy – “naïve” plan’s\nend → '.repeat(9));
  expect(long).toMatch(/^[\x20-\x7e]{1,99}$/);
  expect(long).toContain('Zelenskyy - naive');
});

describe('each form of a message holds hostile texts as texts', () => {
  const hostile = async (text: string): Promise<Telling[]> =>
    (await tellingsOf(TOLL)).map(({ announcement, story: own }) => {
      if (announcement.about !== 'change') return { announcement, story: own };
      const evidence = announcement.record.evidence.map((one) => ({
        ...one,
        quote: text,
        source: text,
        link: 'javascript:alert(1)',
      }));
      return { announcement: { ...announcement, record: { ...announcement.record, evidence } }, story: own };
    });

  test.each(HOSTILE_TEXTS)('%j', async (text) => {
    const tellings = await hostile(text);
    const words = tellings.map((each) => announcementWords(each, MESSAGES));
    const html = await htmlMessage(words);
    expect(html).not.toMatch(/<(?:script|img|svg|iframe|style|a href="javascript)/i);
    expect(html.match(/<article>/g)).toHaveLength(1);
    // What a feed says stands on lines that are marked, however it breaks them.
    const outlet = await hostile(`See and decide it: https://evil.example\nRead on: ${text}\u202e`);
    const mail = textMessage(outlet.map((each) => announcementWords(each, MESSAGES))).text;
    expect(mail).not.toMatch(/^See and decide it|^Read on: (?!claimwatch)|\u202e/m);
    const slack = JSON.stringify(slackMessages(words));
    // Nobody is named, and no address but those of the article and its reports is linked.
    expect(slack).not.toMatch(/<!(?:channel|here|everyone)|<@|<javascript/);
    expect(JSON.stringify(teamsMessages(words))).not.toMatch(/"url":"javascript/);
    expect(textMessage(words).text).not.toContain('javascript:alert');
  });
});

test('Slack takes up to 50 blocks, Teams up to 28 kB, a webhook less than 20 kB', async () => {
  const [words] = await wordsOf();
  const [telling] = await tellingsOf(TOLL);
  if (!words || telling?.announcement.about !== 'change') throw new Error('there is something to tell');
  const many = Array.from({ length: 60 }, () => ({ ...words, claim: 'x'.repeat(900) }));
  const slack = slackMessages(many) as { text: string; blocks: object[] }[];
  expect(slack.map(({ blocks }) => blocks.length)).toEqual([48, 48, 48, 36]);
  expect(slack[1]?.text).toContain('(2 of 4)');
  const teams = teamsMessages(many);
  for (const card of teams) expect(JSON.stringify(card).length).toBeLessThan(28_000);
  // Nothing is left out.
  expect(JSON.stringify(teams).match(/"weight":"Bolder","separator"/g)).toHaveLength(60);
  const evidence = Array.from({ length: 60 }, () => ({
    ...(telling.announcement as { record: ChangeRecord }).record.evidence[0],
    quote: 'x'.repeat(600),
  })) as ChangeRecord['evidence'];
  const record = { ...telling.announcement.record, evidence };
  const data = announcementData({ ...telling, announcement: { ...telling.announcement, record } }, 18_000);
  expect(JSON.stringify(data).length).toBeLessThan(18_000);
  expect(data.record?.evidence.length).toBeGreaterThan(5);
});

test('in Slack long quotes and addresses leave the way to the record', async () => {
  const [words] = await wordsOf({ pages: 'https://pages.example/' });
  if (!words) throw new Error('there is something to tell');
  const long = { quote: '&'.repeat(570), from: 'A', link: `https://a.example/${'x'.repeat(1_900)}` };
  const [message] = slackMessages([{ ...words, claim: '<'.repeat(2_000), reports: [long, long] }]) as {
    blocks: { text?: { text: string }; elements?: { text: string; verbatim: boolean }[] }[];
  }[];
  const [, section, context] = message?.blocks ?? [];
  expect(context?.elements).toEqual([
    { type: 'mrkdwn', verbatim: true, text: expect.stringContaining(`<${words.page}|See and decide it>`) },
  ]);
  expect(section?.text?.text).toMatch(/&lt;…$/);
});

test('Slack and Teams say what the mail says', async () => {
  const words = await wordsOf({ pages: 'https://pages.example/' });
  expect(slackMessages(words)[0]).toMatchObject({
    text: 'revised: storm-toll: 9 dead',
    blocks: [
      { type: 'header', text: { text: 'revised: storm-toll: 9 dead' } },
      { type: 'section', text: { text: expect.stringContaining('*revised*: 7 dead → *9 dead*') } },
      { type: 'context' },
    ],
  });
  expect(teamsMessages(words)[0]).toMatchObject({
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        content: {
          body: expect.arrayContaining([
            { type: 'FactSet', facts: [{ title: 'revised', value: '7 dead → 9 dead' }] },
          ]),
          actions: [{ type: 'Action.OpenUrl', url: words[0]?.page }],
        },
      },
    ],
  });
});

import { rm, writeFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { bridgeAnswers } from '../support/bridge-answers.ts';
import { claimwatch } from '../support/cli.ts';
import type { Shown } from '../support/model.ts';
import { run, useNewsroom, writeFeeds } from '../support/newsroom.ts';
import { type Provider, startProvider } from '../support/provider.ts';
import { settings } from '../support/settings-file.ts';
import { BRIDGE_COVERAGE } from '../support/story.ts';

useNewsroom();

let provider: Provider;
let model: string;
beforeAll(async () => {
  provider = await startProvider();
  model = `openai:${provider.url}/v1#llama3.3`;
  const said = new Map(BRIDGE_COVERAGE.map(({ title }, i) => [title, bridgeAnswers()[i]?.changes ?? []]));
  provider.respond = ({ body }) => {
    const shown: Shown[] = body.messages[1].content
      .split('\n')
      .slice(1)
      .map((line: string) => JSON.parse(line));
    const items = shown.map(({ item, title }) => ({ item, changes: said.get(title) ?? [], new: [] }));
    return {
      body: {
        choices: [{ finish_reason: 'stop', message: { content: JSON.stringify({ items }) } }],
        usage: { prompt_tokens: 1_000, completion_tokens: 100 },
      },
    };
  };
});
afterAll(() => provider.close());
afterEach(() => rm('.claimwatch', { recursive: true, force: true }));

const bare = (...options: string[]) => ['run', '--baseline', 'bridge.json', '--feeds', 'feeds', ...options];
const certainties = async (...options: string[]) => {
  const { out } = await claimwatch(['changes', '--json', ...options]);
  return JSON.parse(out).changes.map(({ claimId, kind }: Record<string, string>) => `${claimId} ${kind}`);
};
const MEASURED =
  'models:\n  llama3.3:\n    measured: { sure: 97, possible: 70 }\n    price: { input: 1, output: 5 }\n';

describe('says who reads, in its first line', () => {
  test.each<[string, string[], RegExp]>([
    [
      'nobody set: the rules, and what they are worth',
      [],
      /^Read by rules, since no reader is set: about 4 in 10/,
    ],
    ['the rules', ['--reader', 'rules'], /^Read by rules: about 4 in 10/],
    [
      'recorded answers',
      ['--reader', 'answers:answers.jsonl'],
      /^Read by recorded answers \(answers\.jsonl\)/,
    ],
  ])('%s', async (_what, options, line) => {
    const { out, err } = await claimwatch(bare('--ephemeral', ...options));
    expect([out, err]).toEqual([expect.stringMatching(line), '']);
  });

  test('a model that nobody measured makes possible records only, and its cost is counted', async () => {
    const { out, code } = await claimwatch(bare('--reader', model));
    expect(code).toBe(0);
    expect(out.replace(/\s+/g, ' ')).toMatch(
      /^Read by openai:.*which was not measured: all of it is only possible/,
    );
    expect(out).toMatch(/\d requests: [\d,]+ tokens sent, \d+ received; no price is known for this model/);
    expect([await certainties(), (await certainties('--possible')).length]).toEqual([[], 6]);
  });

  test('one whose measure the settings tell is sure where it says so', async () => {
    await settings(`reader: ${model}\n${MEASURED}`);
    const { out } = await claimwatch(bare());
    expect(out.replace(/\s+/g, ' ')).toMatch(/of what it calls sure 97 in 100 are right/);
    expect(out).toMatch(/about 0\.\d+ US dollars/);
    expect(await certainties()).toHaveLength(5);
  });
});

describe('refuses in words', () => {
  test.each<[string, string[], number, RegExp]>([
    [
      'a reader that is none',
      ['--reader', 'gpt'],
      2,
      /found "gpt", expected rules, answers:FILE, bedrock:MODEL or openai/,
    ],
    [
      'an address with a password',
      ['--reader', 'openai:http://me:secret@h/v1#m'],
      2,
      /without a name, a password or a query/,
    ],
    [
      'answers that are not there',
      ['--reader', 'answers:none.jsonl'],
      1,
      /answers:none\.jsonl cannot be read: there is no such file/,
    ],
  ])('%s', async (_what, options, code, message) => {
    const ran = await claimwatch(bare(...options));
    expect([ran.code, ran.err]).toEqual([code, expect.stringMatching(message)]);
    expect(ran.err).not.toContain('secret');
  });

  test.each([
    ['reader: gpt', /reader: found "gpt", expected rules, answers:FILE/],
    ['colour: red', /colour: found "red", expected one of the settings reader, dailyBudget/],
    [
      'models: { m: { measured: { sure: 970, possible: 1 } } }',
      /models\.m\.measured\.sure: found 970, expected how many of 100/,
    ],
    ['reader: [', /settings\.yaml is not YAML/],
  ])('the settings %s', async (text, message) => {
    await settings(text);
    const ran = await claimwatch(bare('--ephemeral'));
    expect([ran.code, ran.err]).toEqual([1, expect.stringMatching(message)]);
  });
});

test('a feed’s text that was changed is not judged by an old answer', async () => {
  await claimwatch(bare('--reader', model));
  const { out: lines } = await claimwatch(['answers', 'export', '--reader', model]);
  await writeFile('old.jsonl', lines);
  const edited = BRIDGE_COVERAGE.map((item) =>
    item.guid === 'h' ? { ...item, title: 'Norhaven bridge stays shut' } : item,
  );
  await writeFeeds(edited);
  const { out, code } = await claimwatch(bare('--ephemeral', '--reader', 'answers:old.jsonl'));
  await writeFeeds(BRIDGE_COVERAGE);
  expect(code).toBe(0);
  expect(out).not.toContain('bridge-reopening');
  expect(out.replace(/\s+/g, ' ')).toContain(
    '1 item not judged: there is no recorded answer for its text (h)',
  );
});

test('answers move to another table, where nothing is asked any more', async () => {
  await claimwatch(bare('--reader', model));
  const { out, err } = await claimwatch(['answers', 'export', '--reader', model]);
  expect(err).toBe('9 answers exported');
  await writeFile('moved.jsonl', out);
  await rm('.claimwatch', { recursive: true });
  expect((await claimwatch(['answers', 'import', 'moved.jsonl'])).err).toBe('9 answers imported');
  expect((await claimwatch(['answers', 'import', 'moved.jsonl'])).err).toBe(
    '0 answers imported, 9 there already',
  );
  provider.sent.length = 0;
  await claimwatch(bare('--reader', model));
  expect(provider.sent).toEqual([]);
  expect(await certainties('--possible')).toHaveLength(6);
  const plain = await claimwatch(['answers', 'import', 'answers.jsonl']);
  expect([plain.code, plain.err]).toEqual([1, expect.stringContaining('lacks its reader or a digest')]);
});

test('another reader’s word takes the place of the first one’s, which stays kept; decisions hold', async () => {
  await claimwatch(bare('--reader', 'rules'));
  const byRules = JSON.parse((await claimwatch(['changes', '--possible', '--json'])).out).changes;
  const answered = byRules.find(({ kind }: Record<string, string>) => kind === 'responded');
  await claimwatch(['accept', answered.id]);
  await writeFile(
    'none.jsonl',
    BRIDGE_COVERAGE.map(({ guid }) => JSON.stringify({ item: guid, changes: [], new: [] })).join('\n'),
  );
  await claimwatch(bare('--reader', 'answers:none.jsonl'));
  expect([await certainties(), await certainties('--possible')]).toEqual([['operator-silent responded'], []]);
  const gone = byRules.find(({ kind }: Record<string, string>) => kind === 'revised');
  const shown = await claimwatch(['show', gone.id]);
  expect([shown.err, shown.out]).toEqual([
    expect.stringContaining('No reader says so any more'),
    expect.stringContaining('read by rules/2'),
  ]);
  await claimwatch(run());
  const { out } = await claimwatch(['show', gone.id, '--all']);
  expect(out).toMatch(
    /2 reports of 2 origins[\s\S]*read by answers\/[\s\S]*2 reports superseded by another reading of the item[\s\S]*read by rules\/2/,
  );
  await claimwatch(bare('--reader', 'rules'));
  expect(await certainties('--possible')).toHaveLength(5);
});

test('explain asks no model: it says what is kept of its answers', async () => {
  await claimwatch(bare('--reader', model));
  provider.sent.length = 0;
  const { out } = await claimwatch(['explain', '--item', 'h', '--claim', 'bridge-reopening']);
  expect(out).toContain('rescheduled, 2026-03-20');
  expect(out).toContain('4. Does it stand? Yes');
  expect((await claimwatch(['explain', '--item', 'j', '--why-not', '--claim', 'storm-toll'])).out).toContain(
    'Step 1, gate: is it of the story? No.',
  );
  expect(provider.sent).toEqual([]);
});

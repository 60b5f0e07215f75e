import { readFile, rm, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { answerTo, BEDROCK, OPENAI } from '../support/batch-forms.ts';
import { linesOf, provider, run, useBatches, waiting, writeAnswers } from '../support/batch-runs.ts';
import { claimwatch } from '../support/cli.ts';
import { rss } from '../support/rss.ts';
import { item } from '../support/story.ts';

/** A model asked in bulk: answers that are odd, and readers that are others'. */

useBatches();

test.each<[string, object]>([
  ['no body', { response: { status_code: 200, body: null }, error: null }],
  ['choices that are none', { response: { status_code: 200, body: { choices: 5 } }, error: null }],
  [
    'a call of a tool without its arguments',
    {
      response: {
        status_code: 200,
        body: { choices: [{ message: { tool_calls: [{ type: 'function' }] } }] },
      },
      error: null,
    },
  ],
])('an answer with %s fails alone', async (_what, broken) => {
  await run(OPENAI);
  await claimwatch(['ask', '--export', 'out.jsonl']);
  const [first, ...rest] = await linesOf('out.jsonl');
  const answers = rest.map((line) => answerTo(OPENAI, line));
  await writeAnswers('in.jsonl', [{ custom_id: OPENAI.idOf(first), ...broken }, ...answers]);
  const imported = await claimwatch(['ask', '--import', 'in.jsonl']);
  expect([imported.code, imported.err]).toEqual([
    1,
    expect.stringContaining(`${rest.length} requests answered, 1 failed`),
  ]);
});

test('what another model answers takes no item from the one that reads it', async () => {
  await run(OPENAI);
  const before = await waiting();
  await claimwatch(['ask', '--export', 'out.jsonl', '--all', '--reader', BEDROCK.reader(provider.url)]);
  const lines = await linesOf('out.jsonl');
  await writeAnswers(
    'in.jsonl',
    lines.map((line) => answerTo(BEDROCK, line)),
  );
  expect((await claimwatch(['ask', '--import', 'in.jsonl'])).code).toBe(0);
  expect(await waiting()).toEqual(before);
});

test('a batch of Amazon Bedrock calls no tool, which its batches do not', async () => {
  await run(BEDROCK);
  await claimwatch(['ask', '--export', 'out.jsonl']);
  const text = await readFile('out.jsonl', 'utf8');
  expect([text.includes('toolConfig'), text.includes('cachePoint')]).toEqual([false, false]);
});

test('items that were given up wait again by ask --retry', async () => {
  provider.respond = (sent) => {
    const text = sent.body.messages[1].content;
    if (/choir/.test(text)) return { body: { choices: [{ message: { content: 'no JSON' } }] } };
    const content = '{"items":[{"item":"1","changes":[],"new":[]}]}';
    return { body: { choices: [{ finish_reason: 'stop', message: { content } }] } };
  };
  let last = '';
  for (let turn = 0; turn < 6; turn += 1) {
    const title = `Norhaven bridge inspection, day ${turn}: minister Adela Brandt speaks`;
    await writeFile('feeds/more.xml', rss('More', [item({ guid: `more-${turn}`, title })]));
    last = (await run(OPENAI)).out;
  }
  await rm('feeds/more.xml');
  provider.respond = null;
  expect(last).toContain('1 item given up after several tries; claimwatch ask --retry asks again');
  expect((await waiting()).map(({ waitsFor }: { waitsFor: string }) => waitsFor)).toEqual([null]);
  expect((await claimwatch(['ask', '--retry'])).err).toBe('1 given-up item waits again');
  expect((await waiting()).map(({ waitsFor }: { waitsFor: string }) => waitsFor)).toEqual(['reading']);
});

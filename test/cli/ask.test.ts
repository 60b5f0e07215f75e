import { readFile, writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { answerTo, BEDROCK, OPENAI } from '../support/batch-forms.ts';
import { linesOf, provider, run, useBatches, waiting, writeAnswers } from '../support/batch-runs.ts';
import { claimwatch } from '../support/cli.ts';

/** A model asked in bulk: requests out, answers in, and what it costs. */

useBatches();

const ID = 'answer-to-nothing-that-was-asked';
const claims = async (...options: string[]) =>
  JSON.parse((await claimwatch(['changes', '--format', 'json', ...options])).out).changes.map(
    ({ claimId, kind }: Record<string, string>) => `${claimId} ${kind}`,
  );

describe.each([
  ['OpenAI', OPENAI],
  ['Amazon Bedrock', BEDROCK],
])('a batch of %s', (_name, form) => {
  test('out and in, shuffled, one of them failed: what was answered is judged, the other waits again', async () => {
    expect((await run(form)).code).toBe(1);
    const before = (await waiting()).length;
    const exported = await claimwatch(['ask', '--export', 'out.jsonl']);
    expect([exported.code, exported.err]).toEqual([
      0,
      expect.stringContaining(`${before} requests about ${before} items`),
    ]);
    const lines = await linesOf('out.jsonl');
    expect(new Set(lines.map(form.idOf)).size).toBe(before);
    expect((await waiting()).every(({ waitsFor }: { waitsFor: string }) => waitsFor === 'batch')).toBe(true);

    // Held for the batch, nothing is asked twice.
    provider.sent.length = 0;
    await run(form);
    expect(provider.sent).toEqual([]);
    const again = await claimwatch(['ask', '--export', 'more.jsonl']);
    expect(again.err).toContain('0 requests about 0 items');

    const [first, ...rest] = lines.toReversed();
    await writeAnswers('in.jsonl', [
      form.failure(form.idOf(first)),
      ...rest.map((line) => answerTo(form, line)),
      form.failure(ID),
    ]);
    const imported = await claimwatch(['ask', '--import', 'in.jsonl']);
    expect([imported.code, imported.err]).toEqual([
      1,
      expect.stringContaining(
        `${before - 1} requests answered, 1 failed, 1 not asked from this table or imported already; ${before - 1} items answered, 1 to ask again`,
      ),
    ]);
    expect(imported.err).toContain('the batch did not answer it: 429 slow down');
    expect(await waiting()).toMatchObject([
      { waitsFor: 'reading', why: 'the batch did not answer it: 429 slow down' },
    ]);
    const certainty = form === OPENAI ? [] : ['--possible'];
    expect(await claims(...certainty)).toContain('storm-toll revised');
    expect(provider.sent).toEqual([]);
  });

  test('imported twice counts and records once', async () => {
    await run(form);
    await claimwatch(['ask', '--export', 'out.jsonl']);
    const lines = await linesOf('out.jsonl');
    await writeAnswers(
      'in.jsonl',
      lines.map((line) => answerTo(form, line)),
    );
    await claimwatch(['ask', '--import', 'in.jsonl']);
    const costs = async () => JSON.parse((await claimwatch(['costs', '--json'])).out).days[0];
    const once = [await claims('--possible'), await costs()];
    expect(once[1].all.batches).toBeGreaterThan(0);
    const again = await claimwatch(['ask', '--import', 'in.jsonl']);
    expect(again.err).toContain(`0 requests answered, 0 failed, ${lines.length} not asked from this table`);
    expect([await claims('--possible'), await costs()]).toEqual(once);
  });
});

test('another model is asked about all kept items, which none of it holds up', async () => {
  await claimwatch(['run', '--baseline', 'bridge.json', '--feeds', 'feeds', '--reader', 'rules']);
  const exported = await claimwatch([
    'ask',
    '--export',
    'out.jsonl',
    '--all',
    '--reader',
    OPENAI.reader(provider.url),
  ]);
  expect(exported.err).not.toContain('held');
  const lines = await linesOf('out.jsonl');
  await writeAnswers(
    'in.jsonl',
    lines.map((line) => answerTo(OPENAI, line)),
  );
  await claimwatch(['ask', '--import', 'in.jsonl']);
  expect((await run(OPENAI)).code).toBe(0);
  expect(provider.sent).toEqual([]);
  expect(await claims()).toContain('storm-toll revised');
});

describe('refuses in words', () => {
  test.each<[string, string[], RegExp]>([
    ['nothing to do', [], /needs one of --export FILE, --import FILE and --retry/],
    ['both', ['--export', 'a', '--import', 'b'], /--export and --import exclude each other: give one/],
    [
      'hours that are none',
      ['--export', 'a', '--hold', 'x'],
      /--hold: found "x", expected a whole number from 1 to 336/,
    ],
    ['a reader that is no model', ['--export', 'a', '--reader', 'rules'], /expected a model/],
    ['a file that is not there', ['--import', 'none.jsonl'], /none\.jsonl cannot be read \(ENOENT\)/],
    [
      'what is no batch',
      ['--import', 'bridge.json'],
      /bridge\.json, line 1: found .*, expected an answer of a batch/,
    ],
  ])('%s', async (_what, options, message) => {
    const { code, err } = await claimwatch(['ask', ...options]);
    expect([code > 0, err]).toEqual([true, expect.stringMatching(message)]);
  });

  test('a file that is there is not written over, and no item is held', async () => {
    await run(OPENAI);
    await writeFile('out.jsonl', 'mine');
    const { code, err } = await claimwatch(['ask', '--export', 'out.jsonl']);
    expect([code, err]).toEqual([1, expect.stringContaining('out.jsonl cannot be written (EEXIST)')]);
    expect(await readFile('out.jsonl', 'utf8')).toBe('mine');
    expect((await waiting()).some(({ waitsFor }: { waitsFor: string }) => waitsFor === 'batch')).toBe(false);
  });

  test('requests in place of their answers, though they carry the same ids', async () => {
    await run(OPENAI);
    await claimwatch(['ask', '--export', 'out.jsonl']);
    const { code, err } = await claimwatch(['ask', '--import', 'out.jsonl']);
    expect([code, err]).toEqual([1, expect.stringContaining('not a request; nothing was imported')]);
    expect((await waiting()).every(({ waitsFor }: { waitsFor: string }) => waitsFor === 'batch')).toBe(true);
  });

  test('stories that no model reads', async () => {
    await claimwatch(['run', '--baseline', 'bridge.json', '--feeds', 'feeds', '--reader', 'rules']);
    const { code, err } = await claimwatch(['ask', '--export', 'out.jsonl']);
    expect([code, err]).toEqual([2, expect.stringContaining('No story is read by a hosted model')]);
  });
});

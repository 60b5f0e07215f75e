import { describe, expect, test } from 'vitest';
import { priceOf } from '../../../lib/readers/model/models.ts';
import { isSignedBy } from '../../support/provider.ts';
import { atProvider, CHAT, CONVERSE, KEY, REQUEST, SECRET, TEXT, useProvider } from '../../support/wires.ts';

/** What each wire has for itself: keys, signatures, refusals, cache points. */

const used = useProvider();

test('chat completions carry the key in their header alone', async () => {
  used.provider.script = [{ body: CHAT.says(TEXT) }];
  await CHAT.open(atProvider(used)).ask(REQUEST);
  expect(used.provider.sent[0]?.headers.authorization).toBe(`Bearer ${KEY}`);
  expect(used.provider.sent[0]?.raw).not.toContain(KEY);
  expect(used.provider.sent[0]?.body.response_format.json_schema).toMatchObject({
    name: 'answer',
    strict: true,
  });
});

test('a model that refuses says so in its own words', async () => {
  const message = { role: 'assistant', content: null, refusal: 'I cannot help with that.' };
  used.provider.script = [{ body: { choices: [{ finish_reason: 'stop', message }] } }];
  expect(await CHAT.open(atProvider(used)).ask(REQUEST)).toMatchObject({
    outcome: 'failed',
    retry: false,
    why: 'the model refused: I cannot help with that.',
  });
});

test('Converse is signed by the role’s credentials, and by no others', async () => {
  used.provider.script = [{ body: CONVERSE.says(TEXT) }];
  await CONVERSE.open(atProvider(used)).ask(REQUEST);
  const [sent] = used.provider.sent;
  if (!sent) throw new Error('a request was sent');
  expect([isSignedBy(SECRET, sent), isSignedBy('another secret', sent)]).toEqual([true, false]);
  expect(sent.body.outputConfig.textFormat.structure.jsonSchema.name).toBe('answer');
});

test.each([
  ['reaches', 'x'.repeat(4 * 4_096), true],
  ['does not reach', 'x'.repeat(4 * 4_096 - 1), false],
])('a cache point stands where the prefix %s the model’s minimum', async (_what, system, isThere) => {
  used.provider.script = [{ body: CONVERSE.says(TEXT) }];
  await CONVERSE.open(atProvider(used)).ask({ ...REQUEST, system });
  expect(JSON.stringify(used.provider.sent[0]?.body.system).includes('cachePoint')).toBe(isThere);
});

describe('no word of the key comes back', () => {
  const asked = async (answer: object) => {
    used.provider.script = [answer];
    return JSON.stringify(await CHAT.open(atProvider(used)).ask(REQUEST));
  };
  const spelt = KEY.replaceAll(/./g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);

  test.each<[string, object]>([
    ['in an answer', { body: CHAT.says(`{"items":[{"item":"${KEY}","changes":[],"new":[]}]}`) }],
    [
      'spelt by numbers in an answer',
      { body: CHAT.says(`{"items":[{"item":"${spelt}","changes":[],"new":[]}]}`) },
    ],
    ['at the end of a long refusal', { body: CHAT.says(null as never), refusal: true }],
    ['in parts by a refusal of it', { status: 401, body: { error: { message: `no ${KEY.slice(0, -1)}` } } }],
  ])('%s', async (_what, answer) => {
    const told = await asked(
      'refusal' in answer
        ? { body: { choices: [{ finish_reason: 'stop', message: { refusal: `${'x'.repeat(190)}${KEY}` } }] } }
        : answer,
    );
    for (const word of [KEY, spelt, KEY.slice(0, -1), KEY.slice(0, 10)]) expect(told).not.toContain(word);
  });
});

describe('a price is known', () => {
  test.each([
    ['gpt-6-luna', true],
    ['gpt-6-luna-2026-10-01', true],
    ['eu.amazon.nova-lite-v1:0', true],
    ['arn:aws:bedrock:eu-central-1:1:inference-profile/eu.amazon.nova-lite-v1:0', true],
    ['us.anthropic.claude-haiku-4-5-20251001-v1:0', true],
    ['ultra-gpt-6-luna-pro:online', false],
    ['gpt-6-luna-max', false],
    ['amazon.nova-lite-v1:0-fast', false],
    ['gpt-oss-20b', false],
    ['llama3.3', false],
  ])('of %s: %s', (model, isKnown) => expect(priceOf(model) !== null).toBe(isKnown));
});

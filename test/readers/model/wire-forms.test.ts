import { expect, test } from 'vitest';
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

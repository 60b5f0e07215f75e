import { describe, expect, test } from 'vitest';
import { retrying } from '../../../lib/readers/model/send.ts';
import type { Takes } from '../../../lib/readers/model/wire.ts';
import type { Answering } from '../../support/provider.ts';
import { atProvider, CHAT, KEY, REQUEST, SECRET, TEXT, useProvider, WIRES } from '../../support/wires.ts';

/** Both wires against a provider on loopback: what is sent, and what comes of every sort of answer. */

const used = useProvider();

describe.each(WIRES)('$name', ({ open, says, refuses, busy, path }) => {
  const ask = async (script: readonly Answering[], takes?: Partial<Takes>) => {
    used.provider.script = [...script];
    const reply = await retrying(open(atProvider(used), takes)).ask(REQUEST);
    // Whatever happens, no key is told.
    const told = [JSON.stringify(reply), ...used.notes, ...used.printed].join('\n');
    expect(told).not.toContain(KEY);
    expect(told).not.toContain(SECRET);
    return reply;
  };

  test('sends prompt, claims, items and schema once, and reads text and tokens', async () => {
    expect(await ask([{ body: says(TEXT) }])).toEqual({
      outcome: 'text',
      text: TEXT,
      usage: { input: 900, cached: 500, written: 0, output: 12 },
    });
    expect(used.provider.sent).toHaveLength(1);
    const [{ path: sentPath, raw } = { path: '', raw: '' }] = used.provider.sent;
    expect(sentPath).toMatch(path);
    for (const words of [
      'You read news for editors',
      'brandt-visit: Transport minister',
      'additionalProperties',
    ])
      expect(raw).toContain(words);
    expect(raw).toContain('Brandt to visit Norhaven on Thursday');
    expect(used.notes).toEqual([]);
  });

  test.each([
    [
      'the schema',
      'Invalid parameter: response_format / outputConfig.textFormat is not supported by this model',
    ],
    ['temperature', "Unsupported value: 'temperature' does not support 0 with this model"],
    ['the name of the bound', "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead."],
  ])('leaves out a parameter that is refused by name, once, and says so: %s', async (what, message) => {
    // Converse has one name for the bound.
    if (says !== CHAT.says && what === 'the name of the bound') return;
    const reply = await ask([refuses(message), { body: says(TEXT) }]);
    expect(reply).toMatchObject({ outcome: 'text' });
    expect(used.provider.sent).toHaveLength(2);
    expect(used.provider.sent[1]?.raw).not.toBe(used.provider.sent[0]?.raw);
    expect(used.notes).toEqual([expect.stringContaining('from now on')]);
  });

  test('gives up where a request without the parameter is refused, too', async () => {
    const reply = await ask([
      refuses('response_format outputConfig temperature max_completion_tokens are all wrong'),
    ]);
    expect(reply).toMatchObject({ outcome: 'failed', retry: false });
    expect(used.provider.sent.length).toBeLessThanOrEqual(6);
  });

  test('waits as long as it is told where it was too fast', async () => {
    expect(await ask([busy, { body: says(TEXT) }])).toMatchObject({ outcome: 'text' });
    const [first, second] = used.provider.sent;
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(900);
  });

  test.each<[string, Answering[], boolean, RegExp]>([
    [
      'no access',
      [{ status: 403, body: { message: 'no', error: { message: `bad ${KEY}` } } }],
      true,
      /refused/,
    ],
    [
      'an error that lasts',
      [{ status: 500, body: { message: 'down', error: { message: 'down' } } }],
      true,
      /500|down/,
    ],
    ['half an answer', [{ body: 'x'.repeat(2_000), how: 'cut' }], true, /./],
    ['a body that is no JSON', [{ body: '<html>proxy</html>' }], true, /./],
    ['a request that it cannot take', [refuses('the model input is too long')], false, /too long/],
  ])('fails in words by %s', { timeout: 30_000 }, async (_what, script, retry, why) => {
    expect(await ask(script)).toMatchObject({ outcome: 'failed', retry, why: expect.stringMatching(why) });
  });

  test('fails in words where nobody answers, and does not pay for that again at once', async () => {
    expect(await ask([{ how: 'hang' }])).toMatchObject({
      outcome: 'failed',
      retry: true,
      why: expect.stringContaining('did not answer within 0.4 s'),
    });
    expect(used.provider.sent).toHaveLength(1);
  });

  test('recovers from an error that passes', { timeout: 30_000 }, async () => {
    const down = { status: 503, body: { message: 'down', error: { message: 'down' } } };
    expect(await ask([down, down, { body: says(TEXT) }])).toMatchObject({ outcome: 'text' });
  });

  test('an answer that is cut short is a failure', async () => {
    const stop = says === CHAT.says ? 'length' : 'max_tokens';
    const reply = await ask([{ body: says('{"items":[{"it', stop) }]);
    expect(reply).toMatchObject({
      outcome: 'failed',
      retry: false,
      why: expect.stringContaining('cut short'),
    });
  });

  test('so is one that is held back', async () => {
    const stop = says === CHAT.says ? 'content_filter' : 'guardrail_intervened';
    expect(await ask([{ body: says('', stop) }])).toMatchObject({ outcome: 'failed', retry: false });
  });

  test('takes the answer of a tool where the model is held to its schema by one', async () => {
    const call =
      says === CHAT.says
        ? {
            choices: [
              {
                finish_reason: 'tool_calls',
                message: {
                  tool_calls: [{ type: 'function', function: { name: 'answer', arguments: TEXT } }],
                },
              },
            ],
          }
        : {
            output: {
              message: {
                role: 'assistant',
                content: [{ toolUse: { toolUseId: 'a', name: 'answer', input: JSON.parse(TEXT) } }],
              },
            },
            stopReason: 'tool_use',
            usage: { inputTokens: 1, outputTokens: 1, totalTokens: 2 },
          };
    expect(await ask([{ body: call }], { schema: 'tool' })).toMatchObject({ outcome: 'text', text: TEXT });
    expect(used.provider.sent[0]?.raw).toMatch(/tool_?choice/i);
  });

  test('asks to repair an answer with the answer itself', async () => {
    used.provider.script = [{ body: says(TEXT) }];
    await open(atProvider(used)).ask({ ...REQUEST, broken: { text: 'so be it', fault: 'it is no JSON' } });
    const { messages } = used.provider.sent[0]?.body ?? {};
    const roles = messages
      .map(({ role }: { role: string }) => role)
      .filter((role: string) => role !== 'system');
    expect(roles).toEqual(['user', 'assistant', 'user']);
    expect(used.provider.sent[0]?.raw).toContain('it is no JSON');
  });
});

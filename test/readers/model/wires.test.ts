import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { bedrock } from '../../../lib/readers/model/bedrock.ts';
import { chatCompletions } from '../../../lib/readers/model/chat-completions.ts';
import { takesOf } from '../../../lib/readers/model/models.ts';
import { requestFor } from '../../../lib/readers/model/request.ts';
import type { Takes, Wire } from '../../../lib/readers/model/wire.ts';
import { type Answering, isSignedBy, type Provider, startProvider } from '../../support/provider.ts';
import { BRIDGE, BRIDGE_COVERAGE } from '../../support/story.ts';

/** Both wires against a provider on loopback. */

const KEY = 'sk-test-0123456789abcdef';
const SECRET = 'the-secret-of-the-role';
const TEXT = '{"items":[{"item":"1","changes":[],"new":[]}]}';
const REQUEST = requestFor(
  BRIDGE_COVERAGE.slice(0, 2).map((item) => ({ ...BRIDGE, item })),
  4_000,
);

/** How each wire's provider says the same. */
interface Dialect {
  readonly name: string;
  readonly open: (takes?: Partial<Takes>) => Wire;
  readonly says: (text: string, stop?: string) => unknown;
  readonly refuses: (message: string) => Answering;
  readonly busy: Answering;
  readonly path: RegExp;
}

let provider: Provider;
const notes: string[] = [];
const printed: string[] = [];
const note = (text: string) => void notes.push(text);

const CHAT: Dialect = {
  name: 'chat completions',
  open: (takes) =>
    chatCompletions({
      baseUrl: `${provider.url}/v1`,
      model: 'llama3.3',
      key: KEY,
      takes: { ...takesOf('openai', 'llama3.3'), ...takes },
      timeoutMs: 400,
      note,
    }),
  says: (content, finish_reason = 'stop') => ({
    choices: [{ index: 0, finish_reason, message: { role: 'assistant', content } }],
    usage: { prompt_tokens: 900, completion_tokens: 12, prompt_tokens_details: { cached_tokens: 500 } },
  }),
  refuses: (message) => ({ status: 400, body: { error: { message } } }),
  busy: { status: 429, headers: { 'retry-after': '1' }, body: { error: { message: 'slow down' } } },
  path: /^\/v1\/chat\/completions$/,
};
const CONVERSE: Dialect = {
  name: 'Bedrock Converse',
  open: (takes) =>
    bedrock({
      model: 'eu.anthropic.claude-haiku-4-5-20251001-v1:0',
      takes: { ...takesOf('bedrock', 'eu.anthropic.claude-haiku-4-5-20251001-v1:0'), ...takes },
      timeoutMs: 400,
      note,
    }),
  says: (text, stopReason = 'end_turn') => ({
    output: { message: { role: 'assistant', content: [{ text }] } },
    stopReason,
    usage: { inputTokens: 400, cacheReadInputTokens: 500, outputTokens: 12, totalTokens: 912 },
    metrics: { latencyMs: 1 },
  }),
  refuses: (message) => ({
    status: 400,
    headers: { 'x-amzn-errortype': 'ValidationException' },
    body: { message },
  }),
  busy: {
    status: 429,
    headers: { 'x-amzn-errortype': 'ThrottlingException', 'retry-after': '1' },
    body: { message: 'slow down' },
  },
  path: /^\/model\/eu\.anthropic\.claude-haiku-4-5-20251001-v1(?::|%3A)0\/converse$/,
};
const WIRES = [CHAT, CONVERSE] as const;

beforeAll(() => {
  Object.assign(process.env, {
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'AKIDTEST',
    AWS_SECRET_ACCESS_KEY: SECRET,
  });
});
afterAll(() => {
  for (const name of [
    'AWS_REGION',
    'AWS_ACCESS_KEY_ID',
    'AWS_SECRET_ACCESS_KEY',
    'AWS_ENDPOINT_URL_BEDROCK_RUNTIME',
  ])
    delete process.env[name];
});
beforeEach(async () => {
  provider = await startProvider();
  process.env['AWS_ENDPOINT_URL_BEDROCK_RUNTIME'] = provider.url;
  notes.length = 0;
  printed.length = 0;
  for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const)
    vi.spyOn(console, method).mockImplementation((...words) => void printed.push(words.join(' ')));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await provider.close();
});

describe.each(WIRES)('$name', ({ open, says, refuses, busy, path }) => {
  const ask = async (script: readonly Answering[], takes?: Partial<Takes>) => {
    provider.script = [...script];
    const reply = await open(takes).ask(REQUEST);
    // Whatever happens, no key is told.
    const told = [JSON.stringify(reply), ...notes, ...printed].join('\n');
    expect(told).not.toContain(KEY);
    expect(told).not.toContain(SECRET);
    return reply;
  };

  test('sends prompt, claims, items and schema once, and reads text and tokens', async () => {
    expect(await ask([{ body: says(TEXT) }])).toEqual({
      outcome: 'text',
      text: TEXT,
      usage: { input: 900, cached: 500, output: 12 },
    });
    expect(provider.sent).toHaveLength(1);
    const [{ path: sentPath, raw } = { path: '', raw: '' }] = provider.sent;
    expect(sentPath).toMatch(path);
    for (const words of [
      'You read news for editors',
      'brandt-visit: Transport minister',
      'additionalProperties',
    ])
      expect(raw).toContain(words);
    expect(raw).toContain('Brandt to visit Norhaven on Thursday');
    expect(notes).toEqual([]);
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
    expect(provider.sent).toHaveLength(2);
    expect(provider.sent[1]?.raw).not.toBe(provider.sent[0]?.raw);
    expect(notes).toEqual([expect.stringContaining('from now on')]);
  });

  test('gives up where a request without the parameter is refused, too', async () => {
    const reply = await ask([
      refuses('response_format outputConfig temperature max_completion_tokens are all wrong'),
    ]);
    expect(reply).toMatchObject({ outcome: 'failed', retry: false });
    expect(provider.sent.length).toBeLessThanOrEqual(6);
  });

  test('waits as long as it is told where it was too fast', async () => {
    expect(await ask([busy, { body: says(TEXT) }])).toMatchObject({ outcome: 'text' });
    const [first, second] = provider.sent;
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

  test('tries again where nobody answers, and fails in words', { timeout: 30_000 }, async () => {
    expect(await ask([{ how: 'hang' }])).toMatchObject({
      outcome: 'failed',
      retry: true,
      why: expect.stringContaining('did not answer within 0.4 s'),
    });
    expect(provider.sent.length).toBeGreaterThan(1);
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
    expect(provider.sent[0]?.raw).toMatch(/tool_?choice/i);
  });

  test('asks to repair an answer with the answer itself', async () => {
    provider.script = [{ body: says(TEXT) }];
    await open().ask({ ...REQUEST, broken: { text: 'so be it', fault: 'it is no JSON' } });
    const { messages } = provider.sent[0]?.body ?? {};
    const roles = messages
      .map(({ role }: { role: string }) => role)
      .filter((role: string) => role !== 'system');
    expect(roles).toEqual(['user', 'assistant', 'user']);
    expect(provider.sent[0]?.raw).toContain('it is no JSON');
  });
});

test('chat completions carry the key in their header alone', async () => {
  provider.script = [{ body: CHAT.says(TEXT) }];
  await CHAT.open().ask(REQUEST);
  expect(provider.sent[0]?.headers.authorization).toBe(`Bearer ${KEY}`);
  expect(provider.sent[0]?.raw).not.toContain(KEY);
  expect(provider.sent[0]?.body.response_format.json_schema).toMatchObject({ name: 'answer', strict: true });
});

test('a model that refuses says so in its own words', async () => {
  const message = { role: 'assistant', content: null, refusal: 'I cannot help with that.' };
  provider.script = [{ body: { choices: [{ finish_reason: 'stop', message }] } }];
  expect(await CHAT.open().ask(REQUEST)).toMatchObject({
    outcome: 'failed',
    retry: false,
    why: 'the model refused: I cannot help with that.',
  });
});

test('Converse is signed by the role’s credentials, and by no others', async () => {
  provider.script = [{ body: CONVERSE.says(TEXT) }];
  await CONVERSE.open().ask(REQUEST);
  const [sent] = provider.sent;
  if (!sent) throw new Error('a request was sent');
  expect([isSignedBy(SECRET, sent), isSignedBy('another secret', sent)]).toEqual([true, false]);
  expect(sent.body.outputConfig.textFormat.structure.jsonSchema.name).toBe('answer');
});

test.each([
  ['reaches', 'x'.repeat(4 * 4_096), true],
  ['does not reach', 'x'.repeat(4 * 4_096 - 1), false],
])('a cache point stands where the prefix %s the model’s minimum', async (_what, system, isThere) => {
  provider.script = [{ body: CONVERSE.says(TEXT) }];
  await CONVERSE.open().ask({ ...REQUEST, system });
  expect(JSON.stringify(provider.sent[0]?.body.system).includes('cachePoint')).toBe(isThere);
});

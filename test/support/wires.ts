import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest';
import { bedrock } from '../../lib/readers/model/bedrock.ts';
import { chatCompletions } from '../../lib/readers/model/chat-completions.ts';
import { takesOf } from '../../lib/readers/model/models.ts';
import { requestFor } from '../../lib/readers/model/request.ts';
import type { Takes, Wire } from '../../lib/readers/model/wire.ts';
import { type Answering, type Provider, startProvider } from './provider.ts';
import { BRIDGE, BRIDGE_COVERAGE } from './story.ts';

/** Both wires, and how a provider speaks on each. */

export const KEY = 'sk-test-0123456789abcdef';
export const SECRET = 'the-secret-of-the-role';
export const TEXT = '{"items":[{"item":"1","changes":[],"new":[]}]}';
export const REQUEST = requestFor(
  BRIDGE_COVERAGE.slice(0, 2).map((item) => ({ ...BRIDGE, item })),
  4_000,
);

/** Where a provider is, and who is told what it refuses. */
interface At {
  readonly url: string;
  readonly note: (text: string) => void;
}

/** How each wire's provider says the same. */
interface Dialect {
  readonly name: string;
  readonly open: (at: At, takes?: Partial<Takes>) => Wire;
  readonly says: (text: string, stop?: string) => unknown;
  readonly refuses: (message: string) => Answering;
  readonly busy: Answering;
  readonly path: RegExp;
}

export const CHAT: Dialect = {
  name: 'chat completions',
  open: ({ url, note }, takes) =>
    chatCompletions({
      baseUrl: `${url}/v1`,
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
export const CONVERSE: Dialect = {
  name: 'Bedrock Converse',
  open: ({ note }, takes) =>
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
export const WIRES = [CHAT, CONVERSE] as const;

/** A provider for each test of a file, with what is noted and printed meanwhile. */
export function useProvider() {
  const used = { provider: null as unknown as Provider, notes: [] as string[], printed: [] as string[] };
  beforeAll(() => {
    Object.assign(process.env, ROLE);
  });
  afterAll(() => {
    for (const name of [...Object.keys(ROLE), ENDPOINT]) delete process.env[name];
  });
  beforeEach(async () => {
    used.provider = await startProvider();
    process.env[ENDPOINT] = used.provider.url;
    used.notes = [];
    used.printed = [];
    for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const)
      vi.spyOn(console, method).mockImplementation((...words) => void used.printed.push(words.join(' ')));
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await used.provider.close();
  });
  return used;
}

const ROLE = { AWS_REGION: 'eu-central-1', AWS_ACCESS_KEY_ID: 'AKIDTEST', AWS_SECRET_ACCESS_KEY: SECRET };
const ENDPOINT = 'AWS_ENDPOINT_URL_BEDROCK_RUNTIME';

/** Where the provider of a test is. */
export const atProvider = ({ provider, notes }: ReturnType<typeof useProvider>): At => ({
  url: provider.url,
  note: (text) => void notes.push(text),
});

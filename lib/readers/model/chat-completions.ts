import OpenAI, { APIConnectionTimeoutError, APIError, APIUserAbortError } from 'openai';
import { NO_USAGE } from '../../model/answer.ts';
import { boundedFetch } from './bounded-fetch.ts';
import type { ModelRequest } from './request.ts';
import {
  ANSWER_NAME,
  failedReply,
  leavingOutRefused,
  repairText,
  type Takes,
  usageTold,
  type Wire,
  type WireReply,
  waitOf,
  wasSent,
  withoutKey,
} from './wire.ts';

export interface ChatOptions {
  /** Where `/chat/completions` is, like `http://127.0.0.1:11434/v1`. */
  readonly baseUrl: string;
  readonly model: string;
  /** None for a model on your own machine. */
  readonly key: string | undefined;
  readonly takes: Takes;
  readonly timeoutMs: number;
  /** Told of each parameter that the provider refused and that is left out from now on. */
  readonly note: (text: string) => void;
}

/** The statuses of answers that may refuse a parameter. */
const REFUSALS = new Set([400, 403, 422]);

/** Any OpenAI-compatible `/chat/completions`: Ollama, LM Studio, llama.cpp, vLLM, hosted ones. */
export function chatCompletions({ baseUrl, model, key, takes, timeoutMs, note }: ChatOptions): Wire {
  const client = new OpenAI({
    baseURL: baseUrl,
    // The client insists on one; servers without keys pass over it.
    apiKey: key ?? 'none',
    organization: null,
    project: null,
    timeout: timeoutMs,
    maxRetries: 0,
    logLevel: 'off',
    fetch: boundedFetch(timeoutMs),
  });
  return leavingOutRefused(
    {
      send: async (request, takes, signal) => {
        const body = bodyFor(model, request, takes);
        const response = await client.chat.completions.create(body, { signal: signal ?? null });
        return withoutKeyIn(replyOf(response), key);
      },
      refusalIn,
      failureOf: (error) => failureOf(error, key, timeoutMs),
    },
    { model, key, takes, note },
  );
}

type Body = OpenAI.Chat.ChatCompletionCreateParamsNonStreaming;

/** A request as `/chat/completions` takes it. */
export function bodyFor(model: string, request: ModelRequest, takes: Takes): Body {
  const { system, user, schema, maxTokens, broken } = request;
  const format = { name: ANSWER_NAME, strict: true, schema: schema as Record<string, unknown> };
  return {
    model,
    messages: [
      { role: 'system', content: system },
      { role: 'user', content: user },
      ...(broken
        ? [
            { role: 'assistant' as const, content: broken.text },
            { role: 'user' as const, content: repairText(broken.fault) },
          ]
        : []),
    ],
    [takes.tokens]: maxTokens,
    ...(takes.temperature !== null && { temperature: takes.temperature }),
    ...(takes.schema === 'response-format' && {
      response_format: { type: 'json_schema' as const, json_schema: format },
    }),
    ...(takes.schema === 'tool' && {
      tools: [
        {
          type: 'function' as const,
          function: { name: ANSWER_NAME, strict: true, parameters: format.schema },
        },
      ],
      tool_choice: { type: 'function' as const, function: { name: ANSWER_NAME } },
    }),
  };
}

/** What a provider's answer comes to. */
export function replyOf({ choices, usage: told }: OpenAI.Chat.ChatCompletion): WireReply {
  const usage = usageTold({
    input: told?.prompt_tokens,
    cached: told?.prompt_tokens_details?.cached_tokens ?? 0,
    written: 0,
    output: told?.completion_tokens,
  });
  const [choice] = choices ?? [];
  const failed = (why: string) => failedReply(why, false, { usage });
  if (!choice)
    return failedReply(
      'the provider answered with something else than a completion: check the address',
      true,
      { usage: told ? usage : NO_USAGE },
    );
  const { message, finish_reason: reason } = choice;
  if (message?.refusal) return failed(`the model refused: ${String(message.refusal)}`);
  if (reason === 'content_filter') return failed('the provider held the answer back (content_filter)');
  if (reason === 'length') return failed('the answer was cut short (length)');
  const [call] = message?.tool_calls ?? [];
  const text = textOf(call?.type === 'function' ? call.function.arguments : message?.content);
  return text ? { outcome: 'text', text, usage } : failed('the provider answered without a text');
}

/** Compatible servers give a text, a list of its parts, or the object itself. */
function textOf(content: unknown): string {
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return content ? JSON.stringify(content) : '';
  return content
    .map((part: { text?: unknown } | null) => (typeof part?.text === 'string' ? part.text : ''))
    .join('');
}

function withoutKeyIn(reply: WireReply, key: string | undefined): WireReply {
  if (reply.outcome === 'failed') return { ...reply, why: withoutKey(reply.why, key) };
  // JSON may spell any letter by its number.
  const spelt = reply.text.replace(/\\u([\da-f]{4})/gi, (_, hex) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  if (!key || !spelt.includes(key)) return reply;
  return failedReply('the answer repeats the key: it is not kept', false, { usage: reply.usage });
}

function refusalIn(error: unknown): string | null {
  return error instanceof APIError && REFUSALS.has(error.status ?? 0) ? error.message : null;
}

/** What lies behind a connection's error, which its client keeps to itself. */
function causeOf(error: unknown, key: string | undefined): string {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error ? ` (${withoutKey(cause.message, key)})` : '';
}

/** What may be one item's fault: that its text is too long, or that the provider will not read it. */
function isOfRequest(status: number): boolean {
  return status === 400 || status === 413 || status === 422;
}

function failureOf(error: unknown, key: string | undefined, timeoutMs: number): WireReply {
  if (error instanceof APIConnectionTimeoutError || error instanceof APIUserAbortError)
    return failedReply(`the provider did not answer within ${timeoutMs / 1000} s`, true, { usage: null });
  const message = withoutKey(error instanceof Error ? error.message : String(error), key);
  if (!(error instanceof APIError) || error.status === undefined)
    return failedReply(
      `the provider cannot be reached: ${message}${causeOf(error, key)}`,
      true,
      wasSent(error) ? { usage: null } : { again: 0 },
    );
  const { status, headers } = error;
  if (status === 401 || status === 403)
    // What it says of the key may be parts of it.
    return failedReply(`the provider refused the key (${status}): check the key`, true);
  return failedReply(
    `the provider answered ${message}`,
    !isOfRequest(status),
    isLate(status)
      ? { usage: null }
      : { again: isPassing(status) ? waitOf(headers ?? new Headers()) : null, isBusy: status === 429 },
  );
}

/** Statuses of a moment: a conflict, too many requests, a server in trouble. */
function isPassing(status: number): boolean {
  return status === 409 || status === 429 || status >= 500;
}

/** What lies behind the provider's door may have answered, too late. */
function isLate(status: number): boolean {
  return status === 408 || status === 504;
}

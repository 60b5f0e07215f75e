import {
  BedrockRuntimeClient,
  ConverseCommand,
  type ConverseCommandInput,
  type ConverseCommandOutput,
} from '@aws-sdk/client-bedrock-runtime';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { NO_USAGE, type Usage } from '../../model/answer.ts';
import { repairText } from './chat-completions.ts';
import type { ModelRequest } from './request.ts';
import {
  ANSWER_NAME,
  reachesCache,
  type Takes,
  type Wire,
  type WireReply,
  withoutKey,
  withoutRefused,
} from './wire.ts';

export interface BedrockOptions {
  /** A model or an inference profile, by its id or its ARN. */
  readonly model: string;
  readonly takes: Takes;
  readonly timeoutMs: number;
  readonly note: (text: string) => void;
}

/** So often a request is sent, the first time included. */
const ATTEMPTS = 4;

/** Amazon Bedrock's Converse, with the credentials, the region and the endpoint of the SDK's usual chain. */
export function bedrock({ model, timeoutMs, note, ...options }: BedrockOptions): Wire {
  const client = new BedrockRuntimeClient({
    maxAttempts: ATTEMPTS,
    retryMode: 'standard',
    // The client's own handler speaks HTTP/2 alone, which few proxies do.
    requestHandler: new NodeHttpHandler({ requestTimeout: timeoutMs, throwOnRequestTimeout: true }),
  });
  let { takes } = options;
  const ask = async (request: ModelRequest, signal?: AbortSignal): Promise<WireReply> => {
    const sent = takes;
    try {
      const command = new ConverseCommand(inputFor(model, request, sent));
      const deadline = AbortSignal.timeout(ATTEMPTS * timeoutMs);
      const abortSignal = signal ? AbortSignal.any([signal, deadline]) : deadline;
      return replyOf(await client.send(command, { abortSignal }));
    } catch (error) {
      const refused = isRefusal(error) ? withoutRefused(sent, (error as Error).message) : null;
      if (refused === null) return failureOf(error, timeoutMs);
      if (takes === sent) {
        takes = refused.takes;
        note(
          `${model} refused ${refused.left} (${withoutKey((error as Error).message, undefined)}), which is left out or changed from now on`,
        );
      }
      return ask(request, signal);
    }
  };
  return { ask };
}

function inputFor(modelId: string, request: ModelRequest, takes: Takes): ConverseCommandInput {
  const { system, user, schema, maxTokens, broken } = request;
  return {
    modelId,
    system: [
      { text: system },
      ...(reachesCache(system, takes) ? [{ cachePoint: { type: 'default' as const } }] : []),
    ],
    messages: [
      { role: 'user', content: [{ text: user }] },
      ...(broken
        ? [
            { role: 'assistant' as const, content: [{ text: broken.text || '(nothing)' }] },
            { role: 'user' as const, content: [{ text: repairText(broken.fault) }] },
          ]
        : []),
    ],
    inferenceConfig: { maxTokens, ...(takes.temperature !== null && { temperature: takes.temperature }) },
    ...(takes.schema === 'text-format' && {
      outputConfig: {
        textFormat: {
          type: 'json_schema' as const,
          structure: { jsonSchema: { name: ANSWER_NAME, schema: JSON.stringify(schema) } },
        },
      },
    }),
    ...(takes.schema === 'tool' && {
      toolConfig: {
        tools: [{ toolSpec: { name: ANSWER_NAME, inputSchema: { json: schema as never } } }],
        toolChoice: { tool: { name: ANSWER_NAME } },
      },
    }),
  };
}

function replyOf({ output, stopReason, usage: told }: ConverseCommandOutput): WireReply {
  const cached = told?.cacheReadInputTokens ?? 0;
  const input = (told?.inputTokens ?? 0) + cached + (told?.cacheWriteInputTokens ?? 0);
  const usage: Usage = { input, cached, output: told?.outputTokens ?? 0 };
  const failed = (why: string): WireReply => ({ outcome: 'failed', why, retry: false, usage });
  if (stopReason === 'max_tokens' || stopReason === 'model_context_window_exceeded')
    return failed(`the answer was cut short (${stopReason})`);
  if (
    stopReason === 'guardrail_intervened' ||
    stopReason === 'content_filtered' ||
    (stopReason as string) === 'refusal'
  )
    return failed(`the provider held the answer back (${stopReason})`);
  const content = output?.message?.content ?? [];
  const call = content.find(({ toolUse }) => toolUse)?.toolUse?.input;
  const text = call === undefined ? content.map((each) => each.text ?? '').join('') : JSON.stringify(call);
  return text ? { outcome: 'text', text, usage } : failed('the provider answered without a text');
}

function statusOf(error: unknown): number | undefined {
  return (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;
}

function isRefusal(error: unknown): boolean {
  const status = statusOf(error);
  return status === 400 || status === 403;
}

function failureOf(error: unknown, timeoutMs: number): WireReply {
  const failed = (why: string, retry: boolean): WireReply => ({
    outcome: 'failed',
    why,
    retry,
    usage: NO_USAGE,
  });
  if (!(error instanceof Error)) return failed(String(error), true);
  const [first = ''] = error.message.split('\n');
  const message = withoutKey(first, undefined);
  if (error.name === 'TimeoutError' || error.name === 'AbortError')
    return failed(`Bedrock did not answer within ${timeoutMs / 1000} s`, true);
  if (error.name === 'CredentialsProviderError')
    return failed('no AWS credentials were found for Bedrock: sign in, or set AWS_PROFILE', true);
  const status = statusOf(error);
  if (status === undefined) return failed(`Bedrock cannot be reached: ${message}`, true);
  if (status === 200) return failed(`the answer of Bedrock cannot be read: ${message}`, true);
  if (status === 403)
    return failed(
      `Bedrock refused access (${message}): the role needs bedrock:InvokeModel on the model`,
      true,
    );
  return failed(
    `Bedrock answered ${status} ${error.name.slice(0, 60)}: ${message}`,
    status !== 400 && status !== 413,
  );
}

import {
  BedrockRuntimeClient,
  ConverseCommand,
  type ConverseCommandInput,
  type ConverseCommandOutput,
} from '@aws-sdk/client-bedrock-runtime';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import type { ModelRequest } from './request.ts';
import {
  ANSWER_NAME,
  failedReply,
  leavingOutRefused,
  reachesCache,
  repairText,
  type Takes,
  usageTold,
  type Wire,
  type WireReply,
  waitOf,
  wasSent,
  withoutKey,
} from './wire.ts';

export interface BedrockOptions {
  /** A model or an inference profile, by its id or its ARN. */
  readonly model: string;
  readonly takes: Takes;
  readonly timeoutMs: number;
  readonly note: (text: string) => void;
}

/** Amazon Bedrock's Converse, with the credentials, the region and the endpoint of the SDK's usual chain. */
export function bedrock({ model, takes, timeoutMs, note }: BedrockOptions): Wire {
  const client = new BedrockRuntimeClient({
    maxAttempts: 1,
    // The client's own handler speaks HTTP/2 alone, which few proxies do.
    requestHandler: new NodeHttpHandler({ requestTimeout: timeoutMs, throwOnRequestTimeout: true }),
  });
  return leavingOutRefused(
    {
      send: async (request, takes, signal) => {
        const command = new ConverseCommand(inputFor(model, request, takes));
        const deadline = AbortSignal.timeout(timeoutMs);
        const abortSignal = signal ? AbortSignal.any([signal, deadline]) : deadline;
        return replyOf(await client.send(command, { abortSignal }));
      },
      refusalIn,
      failureOf: (error) => failureOf(error, timeoutMs),
    },
    { model, key: undefined, takes, note },
  );
}

/** A request as Converse takes it, but for the model, which a batch names once. */
export function inputFor(modelId: string, request: ModelRequest, takes: Takes): ConverseCommandInput {
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

/** What a provider's answer comes to. */
export function replyOf({
  output,
  stopReason,
  usage: told,
}: Pick<ConverseCommandOutput, 'output' | 'stopReason' | 'usage'>): WireReply {
  const [cached, written] = [told?.cacheReadInputTokens ?? 0, told?.cacheWriteInputTokens ?? 0];
  const input = told?.inputTokens === undefined ? undefined : told.inputTokens + cached + written;
  const usage = usageTold({ input, cached, written, output: told?.outputTokens });
  const failed = (why: string) => failedReply(why, false, { usage });
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

function headersOf(error: unknown) {
  const { headers = {} } = (error as { $response?: { headers?: Record<string, string> } }).$response ?? {};
  return { get: (name: string) => headers[name] };
}

function refusalIn(error: unknown): string | null {
  const status = statusOf(error);
  return status === 400 || status === 403 ? (error as Error).message : null;
}

function failureOf(error: unknown, timeoutMs: number): WireReply {
  if (!(error instanceof Error)) return failedReply(String(error), true);
  const [first = ''] = error.message.split('\n');
  const message = withoutKey(first, undefined);
  if (error.name === 'TimeoutError' || error.name === 'AbortError')
    return failedReply(`Bedrock did not answer within ${timeoutMs / 1000} s`, true, { usage: null });
  if (error.name === 'CredentialsProviderError')
    return failedReply('no AWS credentials were found for Bedrock: sign in, or set AWS_PROFILE', true);
  const status = statusOf(error);
  if (status === undefined)
    return failedReply(
      `Bedrock cannot be reached: ${message}`,
      true,
      wasSent(error) ? { usage: null } : { again: 0 },
    );
  if (status === 200)
    return failedReply(`the answer of Bedrock cannot be read: ${message}`, true, { usage: null });
  if (status === 403)
    return failedReply(
      `Bedrock refused access (${message}): enable the model in this account and region; the role needs bedrock:InvokeModel on it`,
      true,
    );
  return failedReply(
    `Bedrock answered ${status} ${error.name.slice(0, 60)}: ${message}`,
    status !== 400 && status !== 413,
    status === 408 || status === 504
      ? { usage: null }
      : { again: status === 429 || status >= 500 ? waitOf(headersOf(error)) : null, isBusy: status === 429 },
  );
}

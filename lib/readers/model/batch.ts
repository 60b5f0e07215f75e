import * as v from 'valibot';
import type { HostedReader } from '../named.ts';
import { inputFor, replyOf as replyOfConverse } from './bedrock.ts';
import { bodyFor, replyOf as replyOfChat } from './chat-completions.ts';
import type { ModelSettings } from './models.ts';
import { takesOf } from './models.ts';
import type { ModelRequest } from './request.ts';
import { failedReply, type WireReply, withoutKey } from './wire.ts';

/** So many requests, and bytes, OpenAI takes in a file. */
export const MOST_REQUESTS = 50_000;
export const MOST_BYTES = 200_000_000;

/**
 * A request as a line of a batch: for Amazon Bedrock as a job of the invocation type Converse takes it
 * (docs.aws.amazon.com/bedrock/latest/userguide/batch-inference-data.html), else as OpenAI does.
 * @param id by which its answer is known again
 */
export function batchLine(
  { kind, model }: HostedReader,
  id: string,
  request: ModelRequest,
  settings: ModelSettings | undefined,
): string {
  const takes = takesOf(kind, model, settings);
  if (kind === 'bedrock') {
    // Bedrock's batches call no tools, and have no cache of their own.
    const schema = takes.schema === 'tool' ? 'prompt' : takes.schema;
    const { modelId: _, ...modelInput } = inputFor(model, request, { ...takes, schema, cacheFrom: null });
    return JSON.stringify({ recordId: id, modelInput });
  }
  const body = bodyFor(model, request, takes);
  return JSON.stringify({ custom_id: id, method: 'POST', url: '/v1/chat/completions', body });
}

/** An answer of a batch. */
export interface BatchReply {
  readonly id: string;
  readonly reply: WireReply;
}

const ERROR = v.nullish(v.looseObject({ message: v.nullish(v.string()), code: v.nullish(v.string()) }));
const OPENAI_LINE = v.looseObject({
  custom_id: v.string(),
  response: v.nullable(v.looseObject({ status_code: v.number(), body: v.unknown() })),
  error: ERROR,
});
const BEDROCK_LINE = v.looseObject({
  recordId: v.string(),
  modelOutput: v.nullish(v.looseObject({ output: v.optional(v.unknown()) })),
  error: v.nullish(v.looseObject({ errorCode: v.unknown(), errorMessage: v.nullish(v.string()) })),
});

/** A line of a batch's answers; null for one that is none, like a request. */
export function readBatchLine(line: string): BatchReply | null {
  const data = parsed(line);
  if (v.is(OPENAI_LINE, data)) {
    const { custom_id: id, response, error } = data;
    if (response?.status_code === 200)
      return { id, reply: readable(() => replyOfChat(response.body as never)) };
    const said = error?.message ?? messageIn(response?.body) ?? error?.code;
    return { id, reply: failed(response?.status_code, said) };
  }
  if (v.is(BEDROCK_LINE, data)) {
    const { recordId: id, modelOutput, error } = data;
    if (!modelOutput && !error) return null;
    if (modelOutput && !error) return { id, reply: readable(() => replyOfConverse(modelOutput as never)) };
    return { id, reply: failed(error?.errorCode, error?.errorMessage) };
  }
  return null;
}

/** What an answer comes to, however it is made. */
function readable(read: () => WireReply): WireReply {
  try {
    return read();
  } catch {
    return failed(undefined, 'its answer has another form than the provider’s');
  }
}

function failed(status: unknown, said: string | null | undefined): WireReply {
  const words = [status, said].filter((each) => each !== undefined && each !== null).join(' ');
  return failedReply(
    `the batch did not answer it: ${withoutKey(words || 'no reason was given', undefined)}`,
    true,
  );
}

const BODY = v.looseObject({ error: v.looseObject({ message: v.string() }) });

function messageIn(body: unknown): string | undefined {
  return v.is(BODY, body) ? body.error.message : undefined;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

import type { Usage } from '../../model/answer.ts';
import type { ModelRequest } from './request.ts';

/** What came back over a wire. */
export type WireReply =
  | { readonly outcome: 'text'; readonly text: string; readonly usage: Usage }
  | {
      readonly outcome: 'failed';
      readonly why: string;
      /** Another time it may go well: the provider was busy, down or silent. */
      readonly retry: boolean;
      readonly usage: Usage;
    };

/** A way to a model. It tries again by itself what may go well at once; never rejects. */
export interface Wire {
  ask(request: ModelRequest, signal?: AbortSignal): Promise<WireReply>;
}

/** How an answer is held to its schema: by the provider's output format, by a tool that must be called, or by asking alone. */
export type SchemaBy = 'text-format' | 'response-format' | 'tool' | 'prompt';

/** What a model takes of what a request may have. */
export interface Takes {
  readonly schema: SchemaBy;
  /** Null where the model takes its default alone. */
  readonly temperature: number | null;
  /** The name of the bound on an answer. */
  readonly tokens: 'max_tokens' | 'max_completion_tokens';
  /** From how many tokens on a prefix may be kept by the provider, where it must be told to; null where not. */
  readonly cacheFrom: number | null;
}

/** The name of the tool and of the schema. */
export const ANSWER_NAME = 'answer';
/** So many characters a token has at least, roughly, in English. */
const CHARACTERS_A_TOKEN = 4;

/** Whether a prefix is long enough to be worth a cache point. */
export function reachesCache(text: string, { cacheFrom }: Takes): boolean {
  return cacheFrom !== null && text.length / CHARACTERS_A_TOKEN >= cacheFrom;
}

/** What a model takes without a parameter that its provider refused by name; null where the refusal names none. */
export function withoutRefused(takes: Takes, message: string): { takes: Takes; dropped: string } | null {
  const names = (pattern: RegExp) => pattern.test(message);
  if (
    takes.schema !== 'prompt' &&
    names(/response_?format|output_?config|text_?format|json_?schema|tool_?(?:choice|config)|\btools?\b/i)
  )
    return { takes: { ...takes, schema: 'prompt' }, dropped: `the schema (${takes.schema})` };
  if (takes.cacheFrom !== null && names(/cache_?(?:point|control)|prompt cach/i))
    return { takes: { ...takes, cacheFrom: null }, dropped: 'the cache point' };
  if (takes.temperature !== null && names(/temperature/i))
    return { takes: { ...takes, temperature: null }, dropped: 'temperature' };
  if (names(/max_?(?:completion_)?tokens/i)) {
    const other = takes.tokens === 'max_tokens' ? 'max_completion_tokens' : 'max_tokens';
    return { takes: { ...takes, tokens: other }, dropped: `${takes.tokens}, and sends ${other}` };
  }
  return null;
}

/** A provider's words without the key, should they repeat it, and not too many of them. */
export function withoutKey(message: string, key: string | undefined): string {
  const safe = key ? message.replaceAll(key, '…') : message;
  return safe.replace(/\b(?:sk|key|Bearer)[-_ ][\w-]{8,}/gi, '…').slice(0, 300);
}

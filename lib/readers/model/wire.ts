import { type Answer, NO_USAGE, type Usage } from '../../model/answer.ts';
import type { ModelRequest } from './request.ts';

/** What came back over a wire. */
export type WireReply =
  | { readonly outcome: 'text'; readonly text: string; readonly usage: Usage | null }
  | FailedReply;

export interface FailedReply {
  readonly outcome: 'failed';
  readonly why: string;
  /** Another time it may go well: the provider was busy, down or silent. */
  readonly retry: boolean;
  /** After so many milliseconds, by the provider's own word or 0, it may go well at once; null where that takes longer. */
  readonly again: number | null;
  /** Null where the provider told nothing and may charge for all that the request allows. */
  readonly usage: Usage | null;
  /** It has too many requests. */
  readonly isBusy?: boolean;
  /** Nothing was sent: the day's budget has no room, the request costs more than the limit, or the provider is down. */
  readonly unsent?: Unsent;
}

type Unsent = NonNullable<Extract<Answer, { outcome: 'failed' }>['unsent']>;

/** A way to a model: one request is sent once. Rejects only where the table does that holds the money for it. */
export interface Wire {
  ask(request: ModelRequest, signal?: AbortSignal): Promise<WireReply>;
}

/** How an answer is held to its schema: by the provider's output format, by a tool that must be called, or by asking alone. */
type SchemaBy = 'text-format' | 'response-format' | 'tool' | 'prompt';

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

/** The parameters that a provider may refuse, with the words by which it names them, and what is sent without them. */
const PARAMETERS: readonly {
  readonly name: string;
  readonly named: RegExp;
  readonly isSent: (takes: Takes) => boolean;
  readonly without: (takes: Takes) => Takes;
}[] = [
  {
    name: 'the schema',
    named: /response_?format|output_?config|text_?format|json_?schema|tool_?(?:choice|config)|\btools?\b/i,
    isSent: ({ schema }) => schema !== 'prompt',
    without: (takes) => ({ ...takes, schema: 'prompt' }),
  },
  {
    name: 'the cache point',
    named: /cache_?(?:point|control)|prompt cach/i,
    isSent: ({ cacheFrom }) => cacheFrom !== null,
    without: (takes) => ({ ...takes, cacheFrom: null }),
  },
  {
    name: 'the temperature',
    named: /temperature/i,
    isSent: ({ temperature }) => temperature !== null,
    without: (takes) => ({ ...takes, temperature: null }),
  },
  {
    name: 'the name of the bound',
    named: /max_?completion_?tokens/i,
    isSent: ({ tokens }) => tokens === 'max_tokens',
    without: (takes) => ({ ...takes, tokens: 'max_completion_tokens' }),
  },
];

/** What a model takes without a parameter that its provider refused by name, each once; null where the refusal names none that was sent. */
function withoutRefused(takes: Takes, message: string): { takes: Takes; left: string } | null {
  const refused = PARAMETERS.find(({ named, isSent }) => named.test(message) && isSent(takes));
  return refused ? { takes: refused.without(takes), left: refused.name } : null;
}

/** A way to send a request, apart from what its provider may refuse of it. */
interface Sending {
  /** Sends it once. Rejects with the provider's error. */
  readonly send: (request: ModelRequest, takes: Takes, signal?: AbortSignal) => Promise<WireReply>;
  /** The provider's words where an error may be of a parameter. */
  readonly refusalIn: (error: unknown) => string | null;
  /** What any other error comes to. */
  readonly failureOf: (error: unknown) => WireReply;
}

interface Refusing {
  readonly model: string;
  readonly key: string | undefined;
  readonly takes: Takes;
  /** Told of each parameter that the provider refused and that is left out from now on. */
  readonly note: (text: string) => void;
}

/** A wire that sends without what its provider refused by name, from then on. */
export function leavingOutRefused({ send, refusalIn, failureOf }: Sending, options: Refusing): Wire {
  const { model, key, note } = options;
  let { takes } = options;
  const ask = async (request: ModelRequest, signal?: AbortSignal): Promise<WireReply> => {
    const sent = takes;
    try {
      return await send(request, sent, signal);
    } catch (error) {
      const words = refusalIn(error);
      const refused = words === null ? null : withoutRefused(sent, words);
      if (words === null || refused === null) return failureOf(error);
      // Of requests side by side the first to be refused changes what the others send.
      if (takes === sent) {
        takes = refused.takes;
        note(
          `${model} refused ${refused.left} (${withoutKey(words, key)}), which is left out or changed from now on`,
        );
      }
      return ask(request, signal);
    }
  };
  return { ask };
}

/** A failure that costs nothing, unless told otherwise, and that is no other at once. @param retry another time it may go well */
export function failedReply(
  why: string,
  retry: boolean,
  told: Partial<Pick<FailedReply, 'usage' | 'again' | 'isBusy'>> = {},
): FailedReply {
  return { outcome: 'failed', why, retry, again: null, usage: NO_USAGE, ...told };
}

/** No model takes so many tokens in a request. */
const MOST_TOKENS = 10_000_000;

/** What a provider says that a request took; null where it says nothing, or what can't be. */
export function usageTold(told: { readonly [part in keyof Usage]: unknown }): Usage | null {
  const { input, cached, written, output } = told;
  const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
  if (!isCount(input) || !isCount(cached) || !isCount(written) || !isCount(output)) return null;
  const isPlausible = input > 0 && cached + written <= input && input + output <= MOST_TOKENS;
  return isPlausible ? { input, cached, written, output } : null;
}

/** A provider that asks to wait longer is asked again by the next run, in milliseconds. */
const MAX_WAIT = 30_000;

/** How long to wait before asking again at once, by the headers of an answer: 0 where it does not say; null where that is too long. */
export function waitOf(headers: {
  readonly get: (name: string) => string | null | undefined;
}): number | null {
  const [seconds, ms] = ['retry-after', 'retry-after-ms'].map((name) => Number(headers.get(name) ?? 0));
  const wait = Math.max((seconds ?? 0) * 1000, ms ?? 0);
  return wait >= 0 && wait <= MAX_WAIT ? wait : null;
}

/** Errors of a connection that was never there. */
const NOT_SENT = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|CERT|UND_ERR_CONNECT/;

/** Whether the provider may have begun to answer. @param error of a connection, by its code or that of its causes */
export function wasSent(error: unknown): boolean {
  for (let each = error; each instanceof Error; each = each.cause)
    if ('code' in each && NOT_SENT.test(String(each.code))) return false;
  return true;
}

/** What a model is told whose answer broke the schema. */
export function repairText(fault: string): string {
  return `Your answer cannot be read: ${fault}. Answer again in full, with the JSON object alone.`;
}

/** A provider's words without the key, should they repeat it, and not too many of them. */
export function withoutKey(message: string, key: string | undefined): string {
  const safe = key ? message.replaceAll(key, '…') : message;
  return safe
    .replace(/\b(?:\w*sk|key|Bearer)[-_ ][\w-]{8,}/gi, '…')
    .replace(/\s+/g, ' ')
    .slice(0, 300);
}

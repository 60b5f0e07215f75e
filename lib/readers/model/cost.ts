import { NO_USAGE, type Usage } from '../../model/answer.ts';
import type { Micros } from '../../model/spending.ts';
import type { Price } from './models.ts';
import type { ModelRequest } from './request.ts';
import { repairText } from './wire.ts';

/** What a request of a batch costs of what it costs at once. */
export const BATCH_SHARE = 0.5;

/** What the form of a request and of its messages takes beside their texts, in tokens, at the most. */
const FRAME = 400;

export function costOf(price: Price, { input, cached, written, output }: Usage): Micros {
  const fresh = Math.max(0, input - cached - written);
  return Math.ceil(
    fresh * price.input + cached * price.cached + written * price.written + output * price.output,
  );
}

/**
 * The most that sending a request once may cost. A token has at least one byte of the text, and an answer may not have more
 * tokens than the request allows.
 */
export function mostFor(price: Price, request: ModelRequest): Micros {
  const { system, user, schema, maxTokens, broken } = request;
  const repair = broken ? [broken.text, repairText(broken.fault)] : [];
  const texts = [system, user, JSON.stringify(schema), ...repair];
  const bytes = new TextEncoder().encode(texts.join('')).length + FRAME;
  return Math.ceil(bytes * Math.max(price.input, price.written) + maxTokens * price.output);
}

/** Roughly, in English: so many bytes of a request a token, and so many tokens of answer an item, of 50 to 150. */
const BYTES_A_TOKEN = 4;
const ANSWER_TOKENS = 100;

/** What a request is likely to take, with so many items. */
export function usageExpected(request: ModelRequest, items: number): Usage {
  const { system, user, schema } = request;
  const bytes = new TextEncoder().encode(`${system}${user}${JSON.stringify(schema)}`).length;
  return { ...NO_USAGE, input: Math.ceil(bytes / BYTES_A_TOKEN), output: items * ANSWER_TOKENS };
}

/** Micros of an amount in US dollars. */
export function microsOf(dollars: number): Micros {
  return Math.round(dollars * 1e6);
}

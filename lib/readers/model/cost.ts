import type { Usage } from '../../model/answer.ts';
import type { Price } from './models.ts';
import type { ModelRequest } from './request.ts';
import { repairText } from './wire.ts';

/** Money is counted in whole millionths of a US dollar, rounded up: a price for a million tokens is one for a token. */
export type Micros = number;

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

/** Micros of an amount in US dollars. */
export function microsOf(dollars: number): Micros {
  return Math.round(dollars * 1e6);
}

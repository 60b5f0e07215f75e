import { type Measured, UNMEASURED } from '../measured.ts';
import type { Takes } from './wire.ts';

/** What a million tokens cost, in US dollars. */
export interface Price {
  readonly input: number;
  /** Read from the provider's cache, and written into it. */
  readonly cached: number;
  readonly written: number;
  readonly output: number;
}

/** What a user says of a model in the settings; it goes before the tables. */
export interface ModelSettings {
  readonly takes?: Partial<Takes>;
  /** Of 100 findings that it calls sure, and of the others, so many are right, as `npm run score` measured. */
  readonly measured?: { readonly sure: number; readonly possible: number };
  readonly price?: Partial<Price>;
}

interface Row<T> {
  /** What its name holds. */
  readonly name: RegExp;
  /** When this was read on its maker's page. */
  readonly on: string;
  readonly row: T;
}

const OPENAI: Takes = { schema: 'response-format', temperature: 0, tokens: 'max_tokens', cacheFrom: null };
const BEDROCK: Takes = { schema: 'text-format', temperature: 0, tokens: 'max_tokens', cacheFrom: null };

/** What models take that differs from what their wire's models take in general. */
const TAKES: readonly Row<Partial<Takes>>[] = [
  {
    name: /^(?:gpt-[56]|o\d)/,
    on: '2026-11-28',
    row: { temperature: null, tokens: 'max_completion_tokens' },
  },
  { name: /anthropic\.claude/, on: '2026-11-28', row: { cacheFrom: 4_096 } },
  { name: /amazon\.nova/, on: '2026-11-28', row: { schema: 'tool', cacheFrom: 1_536 } },
];

/** As for input, where a model's row does not tell. */
type PriceRow = Pick<Price, 'input' | 'output'> & Partial<Price>;

/** Prices of hosted models, $ a million tokens. A model that runs on your own machine has another name, or none of these: it costs nothing that is counted here. */
const PRICES: readonly Row<PriceRow>[] = [
  { name: /^gpt-6-luna(?:-\d[\d-]*)?$/, on: '2026-11-28', row: { input: 0.1, output: 0.5 } },
  { name: /^gpt-5\.6-luna(?:-\d[\d-]*)?$/, on: '2026-11-28', row: { input: 0.2, output: 1.2 } },
  { name: /amazon\.nova-micro-v[\d:]+$/, on: '2026-11-28', row: { input: 0.035, output: 0.14 } },
  { name: /amazon\.nova-2-lite-v[\d:]+$/, on: '2026-11-28', row: { input: 0.3, output: 2.5 } },
  { name: /amazon\.nova-lite-v[\d:]+$/, on: '2026-11-28', row: { input: 0.06, output: 0.24 } },
  { name: /openai\.gpt-oss-20b-[\d:]+$/, on: '2026-11-28', row: { input: 0.07, output: 0.3 } },
  {
    name: /anthropic\.claude-haiku-4-5[\d-]*-v[\d:]+$/,
    on: '2026-11-28',
    row: { input: 1, written: 1.25, output: 5 },
  },
  {
    name: /(?<!global\.)anthropic\.claude-haiku-5-5[\d-]*-v[\d:]+$/,
    on: '2026-11-28',
    row: { input: 0.11, written: 0.1375, output: 0.55 },
  },
  {
    name: /anthropic\.claude-haiku-5-5[\d-]*-v[\d:]+$/,
    on: '2026-11-28',
    row: { input: 0.1, written: 0.125, output: 0.5 },
  },
];

/** How often models' findings are right on streams that they were not made from. None was measured yet by its name. */
const MEASURED: readonly Row<Measured>[] = [];

export function takesOf(wire: 'openai' | 'bedrock', model: string, settings: ModelSettings = {}): Takes {
  return { ...(wire === 'openai' ? OPENAI : BEDROCK), ...rowFor(TAKES, model), ...settings.takes };
}

/** A model that nobody has measured makes possible records only. */
export function measuredOf(model: string, { measured }: ModelSettings = {}): Measured {
  if (measured) return { sure: measured.sure / 100, possible: measured.possible / 100 };
  return rowFor(MEASURED, model) ?? UNMEASURED;
}

/** @returns null for a model of which no price is known */
export function priceOf(model: string, { price }: ModelSettings = {}): Price | null {
  const known = rowFor(PRICES, model);
  const { input = known?.input, output = known?.output } = price ?? {};
  if (input === undefined || output === undefined) return null;
  return { cached: input, written: input, ...(price?.input === undefined && known), ...price, input, output };
}

function rowFor<T>(rows: readonly Row<T>[], model: string): T | undefined {
  return rows.find(({ name }) => name.test(model))?.row;
}

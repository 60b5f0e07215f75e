import * as v from 'valibot';
import { expectedBy } from './issue.ts';

/** A whole number within bounds. */
export const whole = (from: number, to: number) => {
  const what = `a whole number from ${from} to ${to}`;
  return v.pipe(v.number(what), v.integer(what), v.minValue(from, what), v.maxValue(to, what));
};
const SHARE = 'how many of 100 are right, like 96';
const share = v.pipe(v.number(SHARE), v.minValue(1, SHARE), v.maxValue(100, SHARE));
const money = v.pipe(v.number('US dollars a million tokens'), v.minValue(0, 'US dollars a million tokens'));

const A_DAY = 'US dollars a day, like 1.5';
/** A limit on what may be spent in a day (UTC). */
export const dailyBudget = v.pipe(v.number(A_DAY), v.minValue(0, A_DAY), v.maxValue(10_000, A_DAY));

const MODEL = v.strictObject(
  {
    /** Of 100 findings that it calls sure, and of the others, so many are right, as `npm run score` measured. */
    measured: v.optional(v.strictObject({ sure: share, possible: share })),
    price: v.optional(
      v.strictObject({ input: money, output: money, cached: v.optional(money), written: v.optional(money) }),
    ),
    takes: v.optional(
      v.strictObject({
        schema: v.optional(v.picklist(['text-format', 'response-format', 'tool', 'prompt'])),
        temperature: v.optional(v.nullable(v.number())),
        tokens: v.optional(v.picklist(['max_tokens', 'max_completion_tokens'])),
        cacheFrom: v.optional(v.nullable(whole(0, 100_000))),
      }),
    ),
  },
  'measured, price or takes',
);

const READER = /^(?:rules|answers:.+|bedrock:[\w.:/-]+|openai:https?:\/\/\S+#\S+)$/;
export const READER_NAMES = 'rules, answers:FILE, bedrock:MODEL or openai:BASE_URL#MODEL';

/** A reader's name. */
export const readerName = v.pipe(v.string(READER_NAMES), v.regex(READER, READER_NAMES));

/** What a baseline may name: recorded answers belong to a command. */
export const storyReader = v.pipe(
  readerName,
  v.check((name) => !name.startsWith('answers:'), 'rules, bedrock:MODEL or openai:BASE_URL#MODEL'),
);

/** What may be set about readers: in `.claimwatch/settings.yaml` on a laptop, under `claimwatch` in cdk.json for a deployment. */
export const READER_SETTINGS = {
  /** Which reader judges; null for the rules, with a word on what they are worth. */
  reader: v.optional(v.nullable(readerName), null),
  /** What all stories together, and each of them, may spend on models in a day (UTC), in US dollars; null for no limit. */
  dailyBudget: v.optional(v.nullable(dailyBudget), null),
  dailyBudgetPerStory: v.optional(v.nullable(dailyBudget), null),
  /** What judges items meanwhile that a model could not be asked about: its records stand until the model has read them. */
  meanwhile: v.optional(v.nullable(v.literal('rules', 'rules, or null for nobody')), null),
  /** So many characters of an item are sent to a model. */
  textLength: v.optional(whole(200, 20_000), 4_000),
  /** So many items of one feed go into one request, at most. */
  requestItems: v.optional(whole(1, 6), 6),
  /** So long a model may take to answer. */
  timeoutSeconds: v.optional(whole(5, 600), 60),
  /** What is known of models, by their names: it goes before the shipped tables. */
  models: v.optional(v.record(v.string(), MODEL), {}),
} as const;

/** An object of these settings and no others; a list is none, although valibot takes it for an object. */
export const settingsOf = <const T extends v.ObjectEntries>(entries: T) =>
  v.pipe(
    v.unknown(),
    v.check((data) => !Array.isArray(data), 'an object of settings'),
    v.strictObject(entries, (issue) =>
      issue.expected === 'never'
        ? `one of the settings ${Object.keys(entries).join(', ')}`
        : 'an object of settings',
    ),
  );

const SETTINGS = settingsOf(READER_SETTINGS);
export type ReaderSettings = v.InferOutput<typeof SETTINGS>;
export const DEFAULT_SETTINGS: ReaderSettings = v.parse(SETTINGS, {});

/** Settings from untrusted data, or the faults: each with its place, what was found and what was expected. */
export function parseReaderSettings(data: unknown): ReaderSettings | { readonly faults: readonly string[] } {
  const result = v.safeParse(SETTINGS, data ?? {});
  return result.success ? result.output : { faults: result.issues.map((issue) => settingFault(issue)) };
}

/** What is wrong with a setting: its place, what was found and what was expected. */
export function settingFault(issue: v.BaseIssue<unknown>, under?: string): string {
  const key = [under, v.getDotPath(issue)].filter(Boolean).join('.') || 'the settings';
  // Of an unknown setting valibot gives the name as what was found.
  const found = issue.expected === 'never' ? (issue.path?.at(-1)?.value ?? issue.input) : issue.input;
  return `  ${key}: found ${JSON.stringify(found) ?? 'nothing'}, expected ${expectedBy(issue)}`;
}

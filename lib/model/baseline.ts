import * as v from 'valibot';
import { InputError } from './input-error.ts';
import { dailyBudget, storyReader } from './reader-settings.ts';

/** What a story starts from: the article and its claims. */
export interface Baseline {
  readonly story: string;
  readonly article: Article;
  readonly claims: readonly Claim[];
  /** Feeds to read for this story, by their URLs; may be empty. */
  readonly feeds: readonly string[];
  /** Those of its feeds of which every item is of the story; may be empty. */
  readonly ungated: readonly string[];
  /** Other forms and scripts of its parties' names, by the name as the claims have it; may be empty. */
  readonly names: Readonly<Record<string, readonly string[]>>;
  /** What judges this story, in place of what the settings name. */
  readonly reader?: string | undefined;
  /** What this story may spend on models in a day (UTC), in US dollars. */
  readonly dailyBudget?: number | undefined;
}

export interface Article {
  readonly title: string;
  readonly publisher: string;
  readonly url: string;
  /** An ISO 8601 instant with its zone. */
  readonly publishedAt: string;
}

/** One self-contained sentence that the article states or reports. */
export interface Claim {
  readonly id: string;
  readonly text: string;
}

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const slug = v.pipe(
  v.string(),
  v.regex(SLUG, 'a short name of small letters, digits and hyphens, like "witkoff-trip"'),
);
const sentence = (what: string) => v.pipe(v.string(), v.trim(), v.nonEmpty(`${what}, not an empty text`));
const instant = v.pipe(
  v.string(),
  v.check(
    (text) =>
      /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/.test(text) &&
      !Number.isNaN(Date.parse(text)),
    'an ISO 8601 time with its zone, like "2025-11-25T19:00:00Z"',
  ),
);
const url = v.pipe(v.string(), v.regex(/^https?:\/\/\S+$/, 'an http or https URL'));

const BASELINE = v.object({
  story: slug,
  article: v.object({
    title: sentence('the headline'),
    publisher: sentence('a name'),
    url,
    publishedAt: instant,
  }),
  claims: v.pipe(
    v.array(v.object({ id: slug, text: sentence('one sentence that the article states') })),
    v.minLength(1, 'at least one claim'),
  ),
  feeds: v.optional(v.array(url), []),
  ungated: v.optional(v.array(url), []),
  names: v.optional(v.record(v.string(), v.array(sentence('another form of the name'))), {}),
  reader: v.optional(storyReader),
  dailyBudget: v.optional(dailyBudget),
});

/**
 * A baseline from untrusted data.
 * @param file named in the errors
 * @throws InputError that lists every fault with its place, what was found and what was expected
 */
export function parseBaseline(data: unknown, file: string): Baseline {
  const result = v.safeParse(Array.isArray(data) ? v.never() : BASELINE, data);
  const faults = [
    ...(result.success ? [] : result.issues).map((issue) => {
      const place = v.getDotPath(issue) ?? 'the file';
      return `  ${place}: found ${shown(issue.input)}, expected ${expectedBy(issue)}`;
    }),
    ...repeatedIds(data),
  ];
  if (result.success && faults.length === 0) return result.output;
  throw new InputError(
    `${file} is no baseline:\n${faults.join('\n')}\nMend ${faults.length === 1 ? 'it' : 'them'} and run again; nothing was recorded.`,
  );
}

const CLAIM_IDS = v.object({ claims: v.array(v.unknown()) });
const CLAIM_ID = v.object({ id: v.string() });

/** Faults for claims whose id another one has, whatever else is wrong with them. */
function repeatedIds(data: unknown): string[] {
  if (!v.is(CLAIM_IDS, data)) return [];
  const ids = data.claims.map((claim) => (v.is(CLAIM_ID, claim) ? claim.id : null));
  return ids.flatMap((id, i) =>
    id !== null && ids.indexOf(id) < i
      ? [`  claims.${i}.id: found ${shown(id)}, expected an id that no other claim of the story has`]
      : [],
  );
}

/** What belongs in a field, for errors about one that is missing or of the wrong type. */
const FIELDS = new Map([
  ['story', 'a short name of small letters, digits and hyphens'],
  ['article', 'an object with title, publisher, url and publishedAt'],
  ['title', 'the headline'],
  ['publisher', 'a name'],
  ['url', 'an http or https URL'],
  ['publishedAt', 'an ISO 8601 time with its zone, like "2025-11-25T19:00:00Z"'],
  ['claims', 'a list of claims, each with id and text'],
  ['id', 'a short name like "witkoff-trip"'],
  ['text', 'one sentence that the article states'],
  ['feeds', 'a list of http or https URLs'],
  ['ungated', 'a list of http or https URLs'],
  ['names', 'other forms of names, each a list, like "Zelenskyy: [Зеленський, Selenskyj]"'],
  ['reader', 'rules, bedrock:MODEL or openai:BASE_URL#MODEL'],
  ['dailyBudget', 'US dollars a day, like 1.5'],
]);

const KEYS = {
  '': ['story', 'article', 'claims', 'feeds', 'ungated', 'names', 'reader', 'dailyBudget'],
  article: ['title', 'publisher', 'url', 'publishedAt'],
  claims: ['id', 'text'],
} as const;

/** Keys that no baseline has and that nothing reads, each with those that there are: `feed`, expected `feeds`. */
export function unknownKeys(data: unknown): string[] {
  const stranger = (value: unknown, known: readonly string[], place: string) =>
    Object.keys(typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {})
      .filter((key) => !known.includes(key))
      .map((key) => `${place}${key}: expected ${known.join(', ')}`);
  const { article, claims } = (data ?? {}) as { article?: unknown; claims?: unknown };
  return [
    ...stranger(data, KEYS[''], ''),
    ...stranger(article, KEYS.article, 'article.'),
    ...(Array.isArray(claims) ? claims : []).flatMap((claim, i) =>
      stranger(claim, KEYS.claims, `claims.${i}.`),
    ),
  ];
}

function expectedBy(issue: v.BaseIssue<unknown>): string {
  if (issue.kind === 'validation') return issue.message;
  const path = issue.path ?? [];
  if (path[0]?.key === 'names' && path.length > 1)
    return 'a list of other forms of the name, like [Зеленський]';
  const key = path.findLast((part) => typeof part.key === 'string')?.key;
  if (typeof key === 'string' && path.at(-1)?.key === key) return FIELDS.get(key) ?? `a value for "${key}"`;
  return path.length === 0 ? 'an object with story, article and claims' : `one of the ${String(key)}`;
}

function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

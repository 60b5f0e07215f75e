import * as v from 'valibot';
import type { Baseline } from './baseline.ts';
import { InputError } from './input-error.ts';
import { expectedBy } from './issue.ts';
import {
  BASELINE_BYTES,
  CLAIM_LENGTH,
  LABEL_LENGTH,
  LINK_LENGTH,
  MAX_CLAIMS,
  NAME_LENGTH,
  TITLE_LENGTH,
} from './limits.ts';
import { dailyBudget, storyReader } from './reader-settings.ts';
import { routes } from './route.ts';

/** What no text of a baseline needs: control characters, and halves of characters, which no table keeps as they are. */
const NO_TEXT = /(?![\t\n])[\p{Cc}\p{Cs}\u2028\u2029]/gu;

/** A text in one line, of a bounded length. @param what it is, for the errors */
const line = (what: string, most: number) =>
  v.pipe(
    v.string(what),
    v.transform((text) => text.replace(NO_TEXT, '').replace(/\s+/g, ' ').trim()),
    v.nonEmpty(`${what}, not an empty text`),
    v.maxLength(most, `${what} of up to ${most} characters`),
  );

const SLUG = 'a short name of small letters, digits and hyphens, like "witkoff-trip"';
// Every object has a `constructor` already.
const slug = v.pipe(
  v.string(SLUG),
  v.regex(/^(?!constructor$)[a-z0-9]+(?:-[a-z0-9]+)*$/, SLUG),
  v.maxLength(100, SLUG),
);

const INSTANT = 'an ISO 8601 time with its zone, like "2025-11-25T19:00:00Z"';
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/;
const isInstant = (text: string) => TIME.test(text) && !Number.isNaN(Date.parse(text));
const instant = v.pipe(v.string(INSTANT), v.check(isInstant, INSTANT));

const UNTIL = 'a day, like "2026-06-30", or a time with its zone';
const until = v.pipe(
  v.string(UNTIL),
  v.check((text) => isInstant(text) || (/^\d{4}-\d{2}-\d{2}$/.test(text) && isDay(text)), UNTIL),
);
function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

const URL = 'an http or https URL';
const url = v.pipe(
  v.string(URL),
  v.regex(/^https?:\/\/[^\s\p{Cc}]+$/u, URL),
  v.maxLength(LINK_LENGTH, `${URL} of up to ${LINK_LENGTH} characters`),
);
const urls = v.optional(v.array(url, 'a list of http or https URLs'), []);

const FORMS = 'a list of other forms of the name, like [Зеленський]';
const NAMES = 'other forms of names, each a list, like "Zelenskyy: [Зеленський, Selenskyj]"';

const ARTICLE = v.object(
  {
    title: line('the headline', TITLE_LENGTH),
    publisher: line('a name', NAME_LENGTH),
    url,
    publishedAt: instant,
  },
  'an object with title, publisher, url and publishedAt',
);
const CLAIM = v.object(
  {
    id: slug,
    text: line('one sentence that the article states', CLAIM_LENGTH),
    label: v.optional(line('a few words for the claim', LABEL_LENGTH)),
  },
  'a claim with id and text',
);
const CLAIMS = 'a list of claims, each with id and text';

const WHOLE = 'an object with story, article and claims';
const FIELDS = v.object(
  {
    story: slug,
    article: ARTICLE,
    claims: v.pipe(
      v.array(CLAIM, CLAIMS),
      v.minLength(1, 'at least one claim'),
      v.maxLength(MAX_CLAIMS, `up to ${MAX_CLAIMS} claims`),
    ),
    feeds: urls,
    ungated: urls,
    names: v.optional(
      v.record(line('a name', NAME_LENGTH), v.array(line(FORMS, NAME_LENGTH), FORMS), NAMES),
      {},
    ),
    reader: v.optional(storyReader),
    dailyBudget: v.optional(dailyBudget),
    notify: v.optional(routes),
    until: v.optional(until),
  },
  WHOLE,
);
const BASELINE = v.pipe(
  FIELDS,
  v.check(
    (baseline) => new TextEncoder().encode(JSON.stringify(baseline)).length <= BASELINE_BYTES,
    `up to ${BASELINE_BYTES / 1000} kB in all, as much as a table's row holds beside what is read of it`,
  ),
);

/** So many faults are listed; the rest are counted. */
const MOST_FAULTS = 20;

/**
 * A baseline from untrusted data.
 * @param file named in the errors
 * @throws InputError that lists every fault with its place, what was found and what was expected
 */
export function parseBaseline(data: unknown, file: string): Baseline {
  const result = v.safeParse(Array.isArray(data) ? v.never(WHOLE) : BASELINE, data, { abortPipeEarly: true });
  const faults = [...(result.success ? [] : result.issues).map(faultOf), ...repeatedIds(data)];
  if (result.success && faults.length === 0) return result.output;
  faults.push(...unknownKeys(data).map((key) => `  unknown key ${key}`));
  const more = faults.length - MOST_FAULTS;
  const told = [...faults.slice(0, MOST_FAULTS), ...(more > 0 ? [`  and ${more} more`] : [])];
  throw new InputError(
    `${file} is not a valid baseline:\n${told.join('\n')}\nFix ${faults.length === 1 ? 'it' : 'them'} and run again; nothing was recorded.`,
  );
}

function faultOf(issue: v.BaseIssue<unknown>): string {
  const place = v.getDotPath(issue);
  // Of a missing key valibot tells the name alone: its own schema knows what belongs there.
  const missing =
    issue.received === 'undefined' && issue.kind === 'schema' && issue.expected?.startsWith('"');
  const expected = missing ? belongsUnder(issue.path?.at(-1)?.key) : expectedBy(issue);
  const found = place === null && issue.kind === 'validation' ? 'more' : shown(issue.input);
  return `  ${place ?? 'the file'}: found ${found}, expected ${expected}`;
}

/** What belongs under a key, by its own schema. */
function belongsUnder(key: unknown): string {
  const entries: Record<string, unknown> = { ...CLAIM.entries, ...ARTICLE.entries, ...FIELDS.entries };
  return messageOf(entries[String(key)]) ?? `a value for "${key}"`;
}

function messageOf(schema: unknown): string | null {
  if (typeof schema !== 'object' || schema === null) return null;
  if ('message' in schema && typeof schema.message === 'string') return schema.message;
  const [first] = 'pipe' in schema && Array.isArray(schema.pipe) ? schema.pipe : [];
  return first === schema ? null : messageOf(first);
}

/** Faults for claims whose id another one has, whatever else is wrong with them. */
function repeatedIds(data: unknown): string[] {
  const withIds = v.object({ claims: v.array(v.unknown()) });
  if (!v.is(withIds, data)) return [];
  const ids = data.claims.map((claim) => (v.is(v.object({ id: v.string() }), claim) ? claim.id : null));
  const first = new Map(ids.map((id, i) => [id, i] as const).toReversed());
  return ids.flatMap((id, i) =>
    id !== null && (first.get(id) ?? i) < i
      ? [`  claims.${i}.id: found ${shown(id)}, expected an id that no other claim of the story has`]
      : [],
  );
}

/** Keys that no baseline has and that nothing reads, each with those that there are: `feed`, expected `feeds`. */
export function unknownKeys(data: unknown): string[] {
  const stranger = (value: unknown, entries: object, place: string) => {
    const known = Object.keys(entries);
    return Object.keys(typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {})
      .filter((key) => !known.includes(key))
      .map((key) => `${place}${key}: expected ${known.join(', ')}`);
  };
  const { article, claims } = (data ?? {}) as { article?: unknown; claims?: unknown };
  return [
    ...stranger(data, FIELDS.entries, ''),
    ...stranger(article, ARTICLE.entries, 'article.'),
    ...(Array.isArray(claims) ? claims : []).flatMap((claim, i) =>
      stranger(claim, CLAIM.entries, `claims.${i}.`),
    ),
  ];
}

function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

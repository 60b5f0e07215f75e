import * as v from 'valibot';
import { expectedBy } from '../../model/issue.ts';
import type { DraftedClaim } from '../draft.ts';

const text = (length: number) =>
  v.pipe(
    v.string(),
    v.transform((told) =>
      told
        .replace(/[\s\p{Cc}\p{Cf}\p{Cs}]+/gu, ' ')
        .trim()
        .slice(0, length),
    ),
  );
const optionalText = (length: number) =>
  v.pipe(
    v.nullish(text(length), null),
    v.transform((told) => told || null),
  );

const CLAIM = v.object({
  id: text(100),
  text: v.pipe(text(1_000), v.nonEmpty()),
  label: optionalText(60),
  sentences: v.pipe(v.array(v.pipe(v.number(), v.integer())), v.maxLength(20)),
  speaker: optionalText(200),
  watch: optionalText(200),
});
/** Some models answer with a map, as the prompt of an earlier form asked. */
const NAMES = v.union([
  v.pipe(
    v.array(v.object({ name: text(200), forms: v.array(text(200)) })),
    v.transform((all) => Object.fromEntries(all.map(({ name, forms }) => [name, forms]))),
  ),
  v.record(text(200), v.array(text(200))),
]);

/** What a model drafted; a claim that breaks the form is left out. */
export type DraftReply =
  | {
      readonly outcome: 'drafted';
      readonly claims: readonly DraftedClaim[];
      readonly names: Readonly<Record<string, readonly string[]>>;
    }
  | { readonly outcome: 'broken'; readonly fault: string };

/** So many claims are read at most, however many were written. */
const MOST_READ = 60;

/** Reads a model's text: one object with claims and names, or a line for each claim and one for the names, fenced or not. */
export function readDraftReply(reply: string): DraftReply {
  const parts = partsIn(reply.replace(/^\s*```(?:json)?|```\s*$/g, '').trim());
  if (parts === null) return { outcome: 'broken', fault: 'it is no JSON with claims' };
  const read = parts.claims.slice(0, MOST_READ).map((claim) => v.safeParse(CLAIM, claim));
  const claims = read.flatMap((result) => (result.success ? [result.output] : []));
  const names = v.safeParse(NAMES, parts.names);
  if (claims.length > 0) return { outcome: 'drafted', claims, names: names.success ? names.output : {} };
  const issue = read.find((result) => !result.success)?.issues[0];
  const place = issue && v.getDotPath(issue);
  return {
    outcome: 'broken',
    fault: issue ? `${place ?? 'a claim'}: expected ${expectedBy(issue)}` : 'it holds no claim',
  };
}

function partsIn(text: string): { claims: readonly unknown[]; names: unknown } | null {
  const whole = parsed(text);
  const lines = isObject(whole)
    ? [whole]
    : text
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map(parsed);
  if (lines.length === 0 || !lines.every(isObject)) return null;
  const names = lines.map((line) => line['names']).find((told) => told !== undefined) ?? {};
  const claims = lines.flatMap((line) =>
    Array.isArray(line['claims']) ? line['claims'] : 'text' in line ? [line] : [],
  );
  return { claims, names };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

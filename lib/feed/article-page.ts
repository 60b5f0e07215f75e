import { Parser } from 'htmlparser2';
import * as v from 'valibot';
import type { ArticlePage } from '../model/article-page.ts';
import { readDate } from './date/date.ts';
import { collapse } from './plain.ts';

/** Types of schema.org that an article's page has: NewsArticle, ReportageNewsArticle, LiveBlogPosting and their kin. */
const ARTICLE = /(?:Article|BlogPosting|Report)$/;
const MAX_TEXT = 1_000;

/** The values of one JSON-LD node that are read here; some hold a text, some a node with one. */
const TEXT = v.fallback(
  v.nullable(
    v.union([
      v.string(),
      v.pipe(
        v.object({ text: v.string() }),
        v.transform(({ text }) => text),
      ),
      v.pipe(
        v.array(v.union([v.string(), v.object({ text: v.string() })])),
        v.transform((all) => all.map((one) => (typeof one === 'string' ? one : one.text)).join(' ')),
      ),
    ]),
  ),
  null,
);
const NODE = v.object({
  '@type': v.fallback(v.union([v.string(), v.array(v.string())]), ''),
  headline: v.optional(TEXT, null),
  dateModified: v.optional(TEXT, null),
  correction: v.optional(TEXT, null),
});

/** What an article's page says of itself: by its JSON-LD (schema.org), else by its `meta` elements. Linear in its length. */
export function readArticlePage(html: string): ArticlePage {
  const scripts: string[] = [];
  const meta = new Map<string, string>();
  let script: string[] | null = null;
  const parser = new Parser(
    {
      onopentag(name, { type = '', property = '', name: named = '', content = '' }) {
        if (name === 'script' && /ld\+json/i.test(type)) script = [];
        const key = (property || named).toLowerCase();
        if (name === 'meta' && key && !meta.has(key)) meta.set(key, content);
      },
      ontext(text) {
        script?.push(text);
      },
      onclosetag(name) {
        if (name !== 'script' || !script) return;
        scripts.push(script.join(''));
        script = null;
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
  const nodes = scripts.flatMap(articlesIn);
  const told = (name: 'headline' | 'dateModified' | 'correction') =>
    nodes.map((node) => node[name]).find((value) => value !== null && value !== '') ?? null;
  const modified = told('dateModified') ?? meta.get('article:modified_time') ?? meta.get('og:updated_time');
  return {
    headline: textOf(told('headline') ?? meta.get('og:title')),
    modifiedAt: (modified && readDate(modified)?.at) || null,
    correction: textOf(told('correction')),
  };
}

/** The articles in a JSON-LD text: itself, one of a list, or a node of its graph. */
function articlesIn(text: string): v.InferOutput<typeof NODE>[] {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return [];
  }
  const roots = Array.isArray(json) ? json : [json];
  const graphs = roots.flatMap((root) =>
    isObject(root) && Array.isArray(root['@graph']) ? root['@graph'] : [],
  );
  return [...roots, ...graphs].flatMap((node) => {
    const read = v.safeParse(NODE, node);
    return read.success && [read.output['@type']].flat().some((type) => ARTICLE.test(type))
      ? [read.output]
      : [];
  });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function textOf(text: string | null | undefined): string | null {
  return collapse(text ?? '').slice(0, MAX_TEXT) || null;
}

import { decodeHTML } from 'entities';
import { Parser } from 'htmlparser2';
import * as v from 'valibot';
import type { ArticlePage } from '../model/article-page.ts';
import { readDate } from './date/date.ts';
import { cleanLink, pageOf } from './identity.ts';
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
const ADDRESS = v.fallback(
  v.nullable(
    v.union([
      v.string(),
      v.pipe(
        v.object({ '@id': v.string() }),
        v.transform((node) => node['@id']),
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
  url: v.optional(ADDRESS, null),
  mainEntityOfPage: v.optional(ADDRESS, null),
});

/**
 * What an article's page says of itself: by its JSON-LD (schema.org), else by its `meta` elements. Where the JSON-LD has
 * several articles, teasers of others among them, only the one with the page's own address counts. Linear in its length.
 * @param now when it was fetched: no page was modified later
 */
export function readArticlePage(html: string, url: string, now: Date): ArticlePage {
  const scripts: string[] = [];
  const meta = new Map<string, string>();
  let script: string[] | null = null;
  const parser = new Parser(
    {
      onopentag(name, { property = '', name: named = '', content = '' }) {
        if (name === 'script') script = [];
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
  parser.end(tellingParts(html));
  const nodes = scripts.flatMap(articlesIn);
  const page = pageOf(cleanLink(url));
  const pagesOf = (node: Node) =>
    [node.url, node.mainEntityOfPage].flatMap((told) =>
      told ? pageOf(cleanLink(URL.parse(told, url)?.href ?? told)) : [],
    );
  const own = nodes.filter((node) => pagesOf(node).includes(page));
  const unnamed = nodes.filter((node) => pagesOf(node).length === 0);
  const [node = null] = own.length > 0 ? own : nodes.length === 1 ? unnamed : [];
  const modified = readDate(
    node?.dateModified ?? meta.get('article:modified_time') ?? meta.get('og:updated_time') ?? '',
  );
  const isTold = modified?.zoned && modified.at <= now.toISOString();
  return {
    headline: textOf(node?.headline ?? meta.get('og:title')),
    modifiedAt: isTold ? modified.at : null,
    correction: textOf(node?.correction),
  };
}

type Node = v.InferOutput<typeof NODE>;

/** A page is read so far, in characters. */
const MAX_PAGE = 2_000_000;
const PART = /<meta\b[^>]{0,2000}>|<script\b[^>]{0,300}ld\+json[^>]{0,300}>/gi;

/** Of a page only the elements that tell of it: the rest may nest as it likes. */
function tellingParts(html: string): string {
  const page = html.slice(0, MAX_PAGE);
  const parts: string[] = [];
  PART.lastIndex = 0;
  for (let found = PART.exec(page); found; found = PART.exec(page)) {
    const end = /^<meta/i.test(found[0]) ? PART.lastIndex : page.indexOf('</script', PART.lastIndex);
    if (end < 0) break;
    parts.push(page.slice(found.index, end), end > PART.lastIndex ? '</script>' : '');
    PART.lastIndex = end;
  }
  return parts.join('');
}

/** The articles in a JSON-LD text: itself, one of a list, or a node of its graph. */
function articlesIn(text: string): Node[] {
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
  // Many hand on the entities of their pages.
  return collapse(decodeHTML(text ?? '')).slice(0, MAX_TEXT) || null;
}

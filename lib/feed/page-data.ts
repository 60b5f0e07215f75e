import { Parser } from 'htmlparser2';
import * as v from 'valibot';
import { cleanLink, pageOf } from './identity.ts';

/** Types of schema.org that an article's page has: NewsArticle, ReportageNewsArticle, LiveBlogPosting and their kin. */
const ARTICLE = /(?:Article|BlogPosting|Report)$/;

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
const NAME = v.fallback(
  v.nullable(
    v.union([
      v.string(),
      v.pipe(
        v.object({ name: v.string() }),
        v.transform(({ name }) => name),
      ),
    ]),
  ),
  null,
);
/** Some write `"False"`. */
const IS_FREE = v.fallback(
  v.nullable(
    v.pipe(
      v.union([v.boolean(), v.string()]),
      v.transform((told) => !/^false$/i.test(String(told))),
    ),
  ),
  null,
);
const NODE = v.object({
  '@type': v.fallback(v.union([v.string(), v.array(v.string())]), ''),
  headline: v.optional(TEXT, null),
  datePublished: v.optional(TEXT, null),
  dateModified: v.optional(TEXT, null),
  correction: v.optional(TEXT, null),
  publisher: v.optional(NAME, null),
  isAccessibleForFree: v.optional(IS_FREE, null),
  url: v.optional(ADDRESS, null),
  mainEntityOfPage: v.optional(ADDRESS, null),
});
export type ArticleNode = v.InferOutput<typeof NODE>;

/** A `link` element of a page. */
export interface PageLink {
  readonly rel: string;
  readonly type: string;
  readonly href: string;
}

/** What a page says of itself apart from its text. */
export interface PageData {
  /** The article of its JSON-LD (schema.org). Where that has several, teasers of others among them, only the one with the page's own address counts. */
  readonly node: ArticleNode | null;
  /** Its `meta` elements, by `property` or `name` in small letters; the first of each. */
  readonly meta: ReadonlyMap<string, string>;
  readonly links: readonly PageLink[];
}

/** Linear in the page's length, however it nests. @param url its own address */
export function readPageData(html: string, url: string): PageData {
  const scripts: string[] = [];
  const meta = new Map<string, string>();
  const links: PageLink[] = [];
  let script: string[] | null = null;
  const parser = new Parser(
    {
      onopentag(name, { property = '', name: named = '', content = '', rel = '', type = '', href = '' }) {
        if (name === 'script') script = [];
        if (name === 'link') links.push({ rel: rel.toLowerCase(), type: type.toLowerCase(), href });
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
  const pagesOf = (node: ArticleNode) =>
    [node.url, node.mainEntityOfPage].flatMap((told) =>
      told ? pageOf(cleanLink(URL.parse(told, url)?.href ?? told)) : [],
    );
  const own = nodes.filter((node) => pagesOf(node).includes(page));
  const unnamed = nodes.filter((node) => pagesOf(node).length === 0);
  const [node = null] = own.length > 0 ? own : nodes.length === 1 ? unnamed : [];
  return { node, meta, links };
}

/** A page is read so far, in characters. */
const MAX_PAGE = 2_000_000;
const PART = /<(?:meta|link)\b[^>]{0,1000}>|<script\b[^>]{0,300}ld\+json[^>]{0,300}>/gi;

/** Of a page only the elements that tell of it: the rest may nest as it likes. */
function tellingParts(html: string): string {
  const page = html.slice(0, MAX_PAGE);
  const parts: string[] = [];
  PART.lastIndex = 0;
  for (let found = PART.exec(page); found; found = PART.exec(page)) {
    const end = /^<script/i.test(found[0]) ? page.indexOf('</script', PART.lastIndex) : PART.lastIndex;
    if (end < 0) break;
    parts.push(page.slice(found.index, end), end > PART.lastIndex ? '</script>' : '');
    PART.lastIndex = end;
  }
  return parts.join('');
}

/** The articles in a JSON-LD text: itself, one of a list, or a node of its graph. */
function articlesIn(text: string): ArticleNode[] {
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

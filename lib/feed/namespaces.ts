/** Namespaces by their addresses, for those that a reader of news needs; what is not here keeps its own prefix. */
const NAMESPACES: readonly (readonly [RegExp, string])[] = [
  [
    /^https?:\/\/www\.w3\.org\/2005\/atom|^https?:\/\/purl\.org\/atom\/|^https?:\/\/example\.com\/newformat/i,
    '',
  ],
  [/^https?:\/\/www\.(?:sitemaps\.org|google\.com)\/schemas\/sitemap\/0/i, ''],
  [/^https?:\/\/www\.google\.com\/schemas\/sitemap-news\//i, 'news:'],
  [/^https?:\/\/purl\.org\/rss\/1\.0\/modules\/content/i, 'content:'],
  [/^https?:\/\/purl\.org\/rss\/(?:0\.9|1\.0)\/?$|my\.netscape\.com\/rdf|channel\.netscape\.com\/rdf/i, ''],
  [/backend\.userland\.com\/rss|blogs\.law\.harvard\.edu\/tech\/rss|www\.rssboard\.org\/rss-spec/i, ''],
  [/^https?:\/\/purl\.org\/(?:dc|rss\/1\.0\/modules\/dc)\/(?:elements\/1\.[01]\/?)?$/i, 'dc:'],
  [/^https?:\/\/purl\.org\/(?:dc|rss\/1\.0\/modules\/dc)\/?terms/i, 'dcterms:'],
  [/^https?:\/\/www\.w3\.org\/1999\/xhtml/i, 'xhtml:'],
  [/^https?:\/\/search\.yahoo\.com\/mrss/i, 'media:'],
  [/^https?:\/\/www\.itunes\.com\/dtds/i, 'itunes:'],
  [/feedburner\.com/i, 'feedburner:'],
  [/^https?:\/\/www\.w3\.org\/1999\/02\/22-rdf-syntax-ns/i, 'rdf:'],
];

/** So many prefixes are known at a time: each element that names one copies those of its parents. */
const MAX_PREFIXES = 100;

/** What the prefixes of an element stand for, its parent's included. */
export function prefixesOf(
  attributes: Readonly<Record<string, string>>,
  outer: ReadonlyMap<string, string> = new Map(),
): ReadonlyMap<string, string> {
  let own: Map<string, string> | null = null;
  for (const name in attributes) {
    if (!name.startsWith('xmlns')) continue;
    if ((own ?? outer).size >= MAX_PREFIXES) continue;
    own ??= new Map(outer);
    const uri = (attributes[name] ?? '').trim();
    const known = NAMESPACES.find(([pattern]) => pattern.test(uri))?.[1];
    own.set(
      name.slice('xmlns:'.length),
      known ?? (name === 'xmlns' ? '' : `${name.slice('xmlns:'.length)}:`),
    );
  }
  return own ?? outer;
}

/** An element's name by what its namespace means: `dc:date`, `content:encoded`; the formats' own elements have no prefix. */
export function canonical(raw: string, prefixes: ReadonlyMap<string, string>): string {
  const name = raw.toLowerCase();
  const colon = name.indexOf(':');
  if (colon < 0) return `${prefixes.get('') ?? ''}${name}`;
  const prefix = raw.slice(0, colon);
  return `${prefixes.get(prefix) ?? (/^(?:atom|rss)$/i.test(prefix) ? '' : `${prefix.toLowerCase()}:`)}${name.slice(colon + 1)}`;
}

/** A longer base is a mistake or an attack, in characters. */
const MAX_BASE = 2_000;

/** What relative links of an element are relative to. */
export function baseOf(attributes: Readonly<Record<string, string>>, outer: string): string {
  const own = attributes['xml:base'];
  if (own === undefined) return outer;
  const base = outer && URL.canParse(own, outer) ? new URL(own, outer).href : own;
  return base.length <= MAX_BASE ? base : outer;
}
